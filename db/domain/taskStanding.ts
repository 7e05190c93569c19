import { type Day, daysBetween } from './day.ts'
import { type Lateness, lateness } from './milestone.ts'
import { spanOf } from './planDate.ts'
import type { Task } from './task.ts'
import { plannedEnd } from './taskTree.ts'

export type TaskStanding = Lateness

/**
 * How a task stands against its planned finish, or its target where nothing is planned. A plan to the day is the
 * office's own: from the day after, what is not done is late, whether or not anybody reported. A coarser date is a
 * source's: as with a milestone it only asks for a report.
 */
export function taskStanding(
  task: Pick<Task, 'plannedFinish' | 'due' | 'status' | 'actual' | 'reportedOn'>,
  today: Day,
): TaskStanding {
  const end = plannedEnd(task)
  const isOpen = task.status !== 'done' && task.status !== 'cancelled'
  if (isOpen && task.plannedFinish !== null) {
    const { last, precision } = spanOf(task.plannedFinish)
    if (precision === 'day' && last < today) return { kind: 'late', days: daysBetween(last, today) }
  }
  return lateness({ ...task, due: end }, today)
}
