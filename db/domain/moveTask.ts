import { z } from 'zod'
import { type Day, day } from './day.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { Task } from './task.ts'
import { reasonText } from './text.ts'

export const moveTaskInput = z.strictObject({
  taskId: z.string(),
  start: day.optional(),
  finish: day.optional(),
  dryRun: z.boolean().default(false),
  reason: reasonText.optional(),
})
export type MoveTask = z.infer<typeof moveTaskInput>

/** Where the network has the task now, and how its calendar counts. */
export interface PlaceNow {
  readonly start: Day | null
  readonly finish: Day | null
  /** A link holds it. */
  readonly isWaiting: boolean
  /** Workdays from one day to another, both counted. */
  readonly span: (start: Day, finish: Day) => number
}

/**
 * The task as a person puts it elsewhere: a new start keeps the duration, a new finish alone changes it. What waits
 * for others is kept at its new start by a constraint (开始不早于); links may still hold it later.
 * @throws RuleBroken moveEmpty, moveSummary, moveFixed, moveStarted, planDateReversed
 */
export function movedTask(task: Task, move: MoveTask, now: PlaceNow): Task {
  assertMayMove(task, move)
  const { start, finish } = move
  if (task.kind === 'milestone') {
    const onDay = finish ?? start ?? null
    return heldAt({ ...task, plannedFinish: onDay }, onDay, now)
  }
  const newStart = start ?? now.start
  if (isReversed(newStart, finish)) throw new RuleBroken('planDateReversed', ['finish'])
  const resized = { ...task, ...durationAfter(task, newStart, finish, now) }
  if (start === undefined) return newStart === null ? { ...resized, plannedFinish: finish ?? null } : resized
  return heldAt({ ...resized, plannedStart: start, plannedFinish: finish ?? null }, start, now)
}

function assertMayMove(task: Task, { start, finish }: MoveTask) {
  const named = { task: task.name }
  if (start === undefined && finish === undefined) throw new RuleBroken('moveEmpty', ['start'])
  if (task.kind === 'summary') throw new RuleBroken('moveSummary', ['taskId'], named)
  if (task.status === 'done') throw new RuleBroken('moveFixed', ['taskId'], named)
  if (task.actualStart !== null && start !== undefined && start !== task.actualStart)
    throw new RuleBroken('moveStarted', ['start'], named)
}

function isReversed(start: Day | null, finish: Day | undefined) {
  return start !== null && finish !== undefined && finish < start
}

/** A duration that was never typed is what its dates span now. */
function durationAfter(task: Task, newStart: Day | null, finish: Day | undefined, now: PlaceNow) {
  const unit = task.durationUnit ?? 'workday'
  if (finish !== undefined && newStart !== null)
    return { durationDays: Math.max(1, now.span(newStart, finish)), durationUnit: unit }
  if (task.durationDays !== null || now.start === null || now.finish === null) return {}
  return { durationDays: Math.max(1, now.span(now.start, now.finish)), durationUnit: unit }
}

function heldAt(task: Task, start: Day | null, { isWaiting }: PlaceNow): Task {
  if (start === null) return task
  const isHeld = isWaiting || (task.constraintKind !== null && !/NoLater$/.test(task.constraintKind))
  if (!isHeld) return task
  const constraintKind = task.constraintKind === 'mustStart' ? 'mustStart' : 'startNoEarlier'
  return { ...task, constraintKind, constraintOn: start }
}
