import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { GridColumn } from '../../../parts/grid/gridColumn.ts'
import { PlanDateText } from '../../../parts/PlanDateText.tsx'
import { StandingText } from '../StandingText.tsx'
import { NameCell, nameOfRow } from './NameCell.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import type { ColumnKey } from './useColumns.ts'

interface ColumnWork {
  readonly t: TFunction<['schedule', 'terms']>
  readonly onExpand: (id: string) => void
  readonly onReport: (milestoneId: string) => void
}

/** The columns left of the chart: what the chart shows to the eye can be read and reached here. */
export function scheduleColumns(
  keys: readonly ColumnKey[],
  widthOf: (key: ColumnKey) => number,
  work: ColumnWork,
): readonly GridColumn<ScheduleRow>[] {
  const { t } = work
  const columns: Readonly<Record<ColumnKey, Pick<GridColumn<ScheduleRow>, 'cell' | 'hint' | 'isFigure'>>> = {
    name: {
      cell: (row) => <NameCell row={row} onExpand={work.onExpand} onReport={work.onReport} />,
      hint: nameOfRow,
    },
    start: { cell: startCell },
    finish: { cell: finishCell },
    actual: { cell: (row) => actualCell(row, t) },
    progress: { cell: progressCell, isFigure: true },
    duration: { cell: nothing, isFigure: true },
    float: { cell: nothing, isFigure: true },
    responsible: { cell: nothing },
    predecessors: { cell: nothing },
    due: { cell: nothing },
    startVariance: { cell: nothing, isFigure: true },
    finishVariance: { cell: nothing, isFigure: true },
  }
  return keys.map((key) => ({ key, title: t(`column.${key}`), width: widthOf(key), ...columns[key] }))
}

function startCell(row: ScheduleRow): ReactNode {
  return row.kind === 'project' && row.project.plannedStart !== null ? (
    <PlanDateText date={row.project.plannedStart} />
  ) : null
}

function finishCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return row.project.plannedFinish === null && row.project.plannedStart !== null ? null : (
        <PlanDateText date={row.project.plannedFinish} />
      )
    case 'milestone':
      return <PlanDateText date={row.milestone.due} />
  }
}

function actualCell(row: ScheduleRow, t: ColumnWork['t']): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return <StandingText project={row.project} />
    case 'milestone': {
      const { actual, standing } = row.milestone
      if (actual !== null) return <PlanDateText date={actual} />
      return (
        <span className={standing === 'late' || standing === 'periodPassed' ? 'amber' : 'grey'}>
          {t(`terms:lateness.${standing}`)}
        </span>
      )
    }
  }
}

function progressCell(row: ScheduleRow): ReactNode {
  switch (row.kind) {
    case 'group':
      return null
    case 'project':
      return percent(row.project.progressPct)
    case 'milestone':
      return percent(row.milestone.progressPct)
  }
}

function percent(figure: number | null) {
  return figure === null ? <span className="grey">—</span> : `${String(figure)}%`
}

function nothing() {
  return null
}
