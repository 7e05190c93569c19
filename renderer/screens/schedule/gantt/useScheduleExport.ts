import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../../db/domain/period.ts'
import { planDateInWords, spanOf } from '../../../../db/domain/planDate.ts'
import type { Language } from '../../../../db/domain/ruleText.ts'
import type { TableCell } from '../../../../db/domain/table.ts'
import type { TimelineProject } from '../../../../db/domain/timeline.ts'
import { useLanguage } from '../../../state.tsx'
import type { ExportColumn } from '../../export/exportColumn.ts'
import { nameOfRow } from './NameCell.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import { placedDates, type TaskLine } from './taskLine.ts'
import { durationText } from './typedCell.ts'
import type { ColumnKey } from './useColumns.ts'

type Words = TFunction<['schedule', 'terms']>

/**
 * The columns left of the chart as they are written out: those shown, in their order; a coarse date is its words. What
 * the screen shows by place and sign stands in columns of its own: the line's number, its place in the tree, its kind. A
 * sheet that is so written can be imported again.
 */
export function useScheduleExport(keys: readonly ColumnKey[]): readonly ExportColumn<ScheduleRow>[] {
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const columns = columnsOf(t, language)
  return [
    { title: t('column.line'), kind: 'count', cell: ofTask(({ number }) => number) },
    { title: 'WBS', cell: ofTask(({ task }) => task.wbs) },
    ...keys.map((key) => ({ title: t(`column.${key}`), ...columns[key] })),
    { title: t('column.kind'), cell: ofTask(({ task }) => t(`kind.${task.kind}`)) },
  ]
}

function columnsOf(
  t: Words,
  language: Language,
): Readonly<Record<ColumnKey, Omit<ExportColumn<ScheduleRow>, 'title'>>> {
  const dateOf = (date: string | null) =>
    date === null || spanOf(date).precision === 'day' ? date : planDateInWords(date, language)
  return {
    name: { cell: nameOfRow },
    start: {
      kind: 'day',
      cell: cellOf(
        ({ plannedStart }) => dateOf(plannedStart),
        (line) => (line.task.kind === 'milestone' ? null : dateOf(placedDates(line).start)),
      ),
    },
    finish: {
      kind: 'day',
      cell: cellOf(
        ({ plannedFinish }) => dateOf(plannedFinish),
        (line) => dateOf(placedDates(line).finish),
      ),
    },
    duration: {
      kind: 'count',
      cell: ofTask(({ task }) =>
        task.durationUnit === 'workday' ? task.durationDays : durationText(task, language),
      ),
    },
    actual: {
      cell: cellOf(
        (project) => projectActual(project, t, language),
        (line) => taskActual(line, t, language),
      ),
    },
    progress: {
      kind: 'pct',
      cell: cellOf(
        ({ progressPct }) => progressPct,
        ({ task }) => task.progressPct,
      ),
    },
    float: { kind: 'count', cell: ofTask(({ schedule }) => schedule?.totalFloatDays ?? null) },
    responsible: { cell: ofTask(({ task }) => task.responsible) },
    predecessors: { cell: ofTask(({ predecessors }) => predecessors) },
    due: { kind: 'day', cell: ofTask(({ task }) => dateOf(task.due)) },
    forecast: { kind: 'day', cell: ofTask(({ task }) => dateOf(task.forecast)) },
    cost: { kind: 'money', cell: ofTask(({ task }) => task.costFen) },
    startVariance: { kind: 'count', cell: ofTask(({ variance }) => variance?.startDays ?? null) },
    finishVariance: { kind: 'count', cell: ofTask(({ variance }) => variance?.finishDays ?? null) },
    progressVariance: { kind: 'count', cell: ofTask(({ variance }) => variance?.progressDeltaPct ?? null) },
    costVariance: { kind: 'money', cell: ofTask(({ variance }) => variance?.costDeltaFen ?? null) },
  }
}

function cellOf(project: (project: TimelineProject) => TableCell, task: (line: TaskLine) => TableCell) {
  return (row: ScheduleRow): TableCell => {
    switch (row.kind) {
      case 'group':
        return null
      case 'project':
        return project(row.project)
      case 'task':
        return task(row.line)
    }
  }
}

function ofTask(cell: (line: TaskLine) => TableCell) {
  return cellOf(() => null, cell)
}

function projectActual(project: TimelineProject, t: Words, language: Language): string {
  const { actualStart, actualFinish, standing } = project
  const period = standing === 'done' ? periodInWords(actualStart, actualFinish, language) : null
  return period ?? t(`standing.${standing}`)
}

function taskActual({ task, standing }: TaskLine, t: Words, language: Language): string {
  const isLate = standing.kind === 'late' || standing.kind === 'doneLate'
  const period = standing.kind === 'late' ? null : periodInWords(task.actualStart, task.actual, language)
  if (period !== null) return period
  return isLate && standing.days !== null
    ? t(`terms:lateness.${standing.kind}Days`, { days: standing.days })
    : t(`terms:lateness.${standing.kind}`)
}
