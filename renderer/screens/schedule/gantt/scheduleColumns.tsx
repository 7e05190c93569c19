import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { GridColumn } from '../../../parts/grid/gridColumn.ts'
import { PlanDateText } from '../../../parts/PlanDateText.tsx'
import { StandingText } from '../StandingText.tsx'
import { CostVariance } from './CostVariance.tsx'
import { NameCell, nameOfRow } from './NameCell.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import { TaskActual } from './TaskActual.tsx'
import { TaskCost } from './TaskCost.tsx'
import { placedDates, type TaskLine } from './taskLine.ts'
import { cellDraft, durationText, isTypedColumn } from './typedCell.ts'
import type { ColumnKey } from './useColumns.ts'

interface ColumnWork {
  readonly t: TFunction<['schedule', 'terms']>
  readonly language: Language
  /** In which money is shown: the columns of money name it. */
  readonly unit: string
  readonly mayEdit: boolean
  readonly onExpand: (row: ScheduleRow) => void
  readonly onReport: (milestoneId: string) => void
  readonly onDetail: (taskId: string) => void
}

type Column = GridColumn<ScheduleRow>

/** The columns left of the chart: what the chart shows to the eye can be read, reached and changed here. */
export function scheduleColumns(
  keys: readonly ColumnKey[],
  widthOf: (key: ColumnKey) => number,
  work: ColumnWork,
): readonly Column[] {
  const { t, language, mayEdit } = work
  const cells: Readonly<Record<ColumnKey, Pick<Column, 'cell' | 'hint' | 'isFigure'>>> = {
    name: {
      cell: (row) => (
        <NameCell row={row} onExpand={work.onExpand} onReport={work.onReport} onDetail={work.onDetail} />
      ),
      hint: nameOfRow,
    },
    start: { cell: startCell },
    finish: { cell: finishCell },
    duration: { cell: ofTask((line) => durationText(line.task, language)), isFigure: true },
    actual: { cell: actualCell },
    progress: { cell: progressCell, isFigure: true },
    float: { cell: ofTask(({ schedule }) => schedule?.totalFloatDays ?? null), isFigure: true },
    responsible: {
      cell: ofTask(({ task }) => task.responsible),
      hint: (row) => (row.kind === 'task' ? (row.line.task.responsible ?? undefined) : undefined),
    },
    predecessors: { cell: ofTask(({ predecessors }) => predecessors) },
    due: { cell: ofTask(({ task }) => (task.due === null ? null : <PlanDateText date={task.due} />)) },
    forecast: {
      cell: ofTask(({ task }) => (task.forecast === null ? null : <PlanDateText date={task.forecast} />)),
    },
    cost: { cell: ofTask((line) => <TaskCost task={line.task} onDetail={work.onDetail} />), isFigure: true },
    startVariance: { cell: ofTask(({ variance }) => days(variance?.startDays ?? null)), isFigure: true },
    finishVariance: { cell: ofTask(({ variance }) => days(variance?.finishDays ?? null)), isFigure: true },
    progressVariance: {
      cell: ofTask(({ variance }) => change(variance?.progressDeltaPct ?? null)),
      isFigure: true,
    },
    costVariance: {
      cell: ofTask(({ task, variance }) =>
        typeof variance?.costDeltaFen === 'number' ? (
          <CostVariance costFen={task.costFen ?? 0} deltaFen={variance.costDeltaFen} />
        ) : null,
      ),
      isFigure: true,
    },
  }
  return keys.map((key) => ({
    key,
    title:
      key === 'cost' || key === 'costVariance'
        ? t('terms:headerWithUnit', { label: t(`column.${key}`), unit: work.unit })
        : t(`column.${key}`),
    width: widthOf(key),
    ...cells[key],
    ...(mayEdit && isTypedColumn(key)
      ? { draft: (row: ScheduleRow) => (row.kind === 'task' ? cellDraft(key, row.line, language) : null) }
      : {}),
  }))
}

function ofTask(cell: (line: TaskLine) => ReactNode): (row: ScheduleRow) => ReactNode {
  return (row) => (row.kind === 'task' ? cell(row.line) : null)
}

function startCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return row.project.plannedStart === null ? null : <PlanDateText date={row.project.plannedStart} />
    case 'task':
      return row.line.task.kind === 'milestone' ? null : placedCell(row.line, 'start')
  }
}

function finishCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return row.project.plannedFinish === null && row.project.plannedStart !== null ? null : (
        <PlanDateText date={row.project.plannedFinish} />
      )
    case 'task':
      return placedCell(row.line, 'finish')
  }
}

/** Grey where the links put what nobody dated. */
function placedCell(line: TaskLine, end: 'start' | 'finish') {
  const placed = placedDates(line)
  const date = placed[end]
  if (date === null && end === 'start') return null
  const isReckoned = placed.isReckoned && !(end === 'start' && date === line.task.plannedStart)
  return isReckoned ? <span className="grey">{date}</span> : <PlanDateText date={date} />
}

function actualCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return <StandingText project={row.project} />
    case 'task':
      return <TaskActual line={row.line} />
  }
}

function progressCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return percent(row.project.progressPct)
    case 'task':
      return percent(row.line.task.progressPct)
  }
}

function percent(figure: number | null) {
  return figure === null ? <span className="grey">—</span> : `${String(figure)}%`
}

/** More than was planned is no fault. */
function change(figure: number | null) {
  return figure === null ? null : `${figure > 0 ? '+' : ''}${String(figure)}`
}

function days(figure: number | null) {
  if (figure === null) return null
  return <span className={figure > 0 ? 'red' : ''}>{`${figure > 0 ? '+' : ''}${String(figure)}`}</span>
}
