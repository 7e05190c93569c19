import { useMemo } from 'react'
import type { Day } from '../../../../db/domain/day.ts'
import type { TaskSchedule } from '../../../../db/domain/schedule.ts'
import { useRequest, useRequests } from '../../../api.ts'
import { type TaskLine, type TaskRow, type TaskVariance, taskLines } from './taskLine.ts'

interface Asked {
  /** One project's tasks; null: all. */
  readonly projectId: string | null
  /** Projects whose schedule is reckoned: those that are open. */
  readonly reckoned: readonly string[]
  readonly dataDate: Day | null
  readonly variances: ReadonlyMap<string, TaskVariance>
  readonly today: Day
}

/** The tasks by project, each with its floats, its standing and its variance, as far as they are known yet. */
export function useTaskLines({ projectId, reckoned, dataDate, variances, today }: Asked) {
  const tasks = useRequest('listTasks', projectId === null ? {} : { projectId })
  const answers = useRequests(
    'schedule',
    reckoned.map((id) => (dataDate === null ? { projectId: id } : { projectId: id, dataDate })),
  )
  const items = tasks.data?.items
  const linesOf = useMemo(() => {
    const schedules = new Map<string, TaskSchedule>(
      answers.flatMap((answer) => answer?.items.map((item) => [item.taskId, item] as const) ?? []),
    )
    const byProject = Map.groupBy(items ?? noTasks, (task) => task.projectId)
    return new Map(
      [...byProject].map(([id, own]) => [id, taskLines(own, { schedules, variances }, today)] as const),
    )
  }, [items, answers, variances, today])
  const yearsWithoutHolidays = useMemo(
    () =>
      [...new Set(answers.flatMap((answer) => answer?.yearsWithoutHolidays ?? []))].toSorted((a, b) => a - b),
    [answers],
  )
  return { linesOf, tasks, yearsWithoutHolidays, isKnown: items !== undefined }
}

const noTasks: readonly TaskRow[] = []

export function allLines(linesOf: ReadonlyMap<string, readonly TaskLine[]>): readonly TaskLine[] {
  return [...linesOf.values()].flat()
}
