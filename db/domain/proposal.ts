import { z } from 'zod'
import { day, daysBetween } from './day.ts'
import { spanOf } from './planDate.ts'
import { scheduleOf, type TaskSchedule } from './schedule.ts'
import type { Task } from './task.ts'
import type { ScheduleQuestion } from './taskNetwork.ts'

const placeOnChart = z.object({ start: z.string().nullable(), finish: z.string().nullable() })

/** One task that a command on the schedule moves: its planned dates before and after. */
export const taskMove = z.object({
  taskId: z.string(),
  name: z.string(),
  from: placeOnChart,
  to: placeOnChart,
  /** Days that its finish moves; null where one of the two is not known to the day. */
  days: z.int().nullable(),
})
export type TaskMove = z.infer<typeof taskMove>

/** What a command on the schedule does, or would do: a drag is a proposal until it is sent without dryRun. */
export const proposal = z.object({
  isDryRun: z.boolean(),
  moves: z.array(taskMove),
  /** Tasks that the change brings behind their constraint or their target. */
  newlyBroken: z.array(
    z.object({ taskId: z.string(), name: z.string(), why: z.enum(['constraint', 'deadline']) }),
  ),
  /** Last day of all before and after. */
  finishBefore: day.nullable(),
  finishAfter: day.nullable(),
})
export type Proposal = z.infer<typeof proposal>

export interface ScheduleChange {
  readonly proposal: Omit<Proposal, 'isDryRun'>
  /** Tasks with their new planned dates, those of which nothing else changed too. */
  readonly moved: readonly Task[]
}

/**
 * What a change of tasks, links or calendars moves: the tasks whose place in the network differs from the one before.
 * Their planned dates become the reckoned ones; the dates of all others stay as they were given.
 */
export function changeBetween(before: ScheduleQuestion, after: ScheduleQuestion): ScheduleChange {
  const earlier = scheduleOf(before)
  const later = scheduleOf(after)
  const was = new Map(earlier.items.map((item) => [item.taskId, item]))
  const now = new Map(later.items.map((item) => [item.taskId, item]))
  const moved = after.tasks.flatMap((task) => {
    const item = now.get(task.id)
    if (item === undefined || item.isDone || isSamePlace(item, was.get(task.id))) return []
    const placed = placedBy(task, item)
    return placed.plannedStart === task.plannedStart && placed.plannedFinish === task.plannedFinish
      ? []
      : [placed]
  })
  return {
    moved,
    proposal: {
      moves: movesTo(before.tasks, moved),
      newlyBroken: after.tasks.flatMap((task) => brokenBy(task, was.get(task.id), now.get(task.id))),
      finishBefore: earlier.finish,
      finishAfter: later.finish,
    },
  }
}

function isSamePlace(one: TaskSchedule, other: TaskSchedule | undefined) {
  return one.earlyStart === other?.earlyStart && one.earlyFinish === other.earlyFinish
}

/** A date that was typed coarser than a day stays as it was typed. */
function placedBy(task: Task, { earlyStart, earlyFinish, isCoarse, heldById }: TaskSchedule): Task {
  if (earlyStart === null || earlyFinish === null || (isCoarse && heldById === null)) return task
  return { ...task, plannedStart: task.kind === 'milestone' ? null : earlyStart, plannedFinish: earlyFinish }
}

function moveOf(before: Task | null, after: Task): TaskMove {
  const from = {
    start: before?.plannedStart ?? null,
    finish: before === null ? null : (before.plannedFinish ?? before.due),
  }
  const to = { start: after.plannedStart, finish: after.plannedFinish }
  return { taskId: after.id, name: after.name, from, to, days: daysMoved(from.finish, to.finish) }
}

function daysMoved(from: string | null, to: string | null) {
  if (from === null || to === null) return null
  const before = spanOf(from)
  if (before.precision !== 'day') return null
  return daysBetween(before.last, spanOf(to).last)
}

function brokenBy(task: Task, was: TaskSchedule | undefined, now: TaskSchedule | undefined) {
  const { id: taskId, name } = task
  const broken: { taskId: string; name: string; why: 'constraint' | 'deadline' }[] = []
  if (now?.isConstraintBroken === true && was?.isConstraintBroken !== true)
    broken.push({ taskId, name, why: 'constraint' })
  if ((now?.deadlineMissedDays ?? 0) > (was?.deadlineMissedDays ?? 0))
    broken.push({ taskId, name, why: 'deadline' })
  return broken
}

/** The tasks whose planned dates are not where the network has them, with the reckoned ones: what a rescheduling writes. */
export function rescheduledTasks(question: ScheduleQuestion): Task[] {
  const places = new Map(scheduleOf(question).items.map((item) => [item.taskId, item]))
  return question.tasks.flatMap((task) => {
    const item = places.get(task.id)
    if (item === undefined || item.isDone) return []
    const placed = placedBy(task, item)
    return placed.plannedStart === task.plannedStart &&
      (placed.plannedFinish ?? task.due) === (task.plannedFinish ?? task.due)
      ? []
      : [placed]
  })
}

export function movesTo(before: readonly Task[], moved: readonly Task[]): TaskMove[] {
  const known = new Map(before.map((task) => [task.id, task]))
  return moved.map((task) => moveOf(known.get(task.id) ?? null, task))
}
