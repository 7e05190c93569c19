import { movedTask, type PlaceNow } from './moveTask.ts'
import { spanOf } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import { type AddTask, type EditTask, editedTask, isSameTask, type Task } from './task.ts'

/**
 * The task as an edit leaves it. A day that is typed as its start or finish moves it as a drag does; a date coarser
 * than a day stays as it was typed.
 * @throws RuleBroken nothingChanged, durationDiffers, and those of `editedTask` and `movedTask`
 */
export function taskAfterEdit(task: Task, edit: EditTask, nowOf: (task: Task) => PlaceNow): Task {
  const days = typedDays(task, edit)
  const edited = editedTask(task, { ...edit, ...notYet(days) })
  const after =
    days === null ? edited : movedTask(edited, { taskId: task.id, dryRun: true, ...days }, nowOf(edited))
  if (isSameTask(task, after) && !isPlacedElsewhere(task, edit)) throw new RuleBroken('nothingChanged')
  assertDuration(edit, after.durationDays)
  return after
}

export function isPlacedElsewhere(task: Task, { parentId }: Pick<EditTask, 'parentId'>): boolean {
  return parentId !== undefined && parentId !== task.parentId
}

/** Of a new task both ends of which are days. @throws RuleBroken durationDiffers */
export function assertDates(task: Task, input: AddTask, span: PlaceNow['span']): void {
  const { plannedStart, plannedFinish } = task
  if (task.kind !== 'task' || !isDay(plannedStart) || !isDay(plannedFinish)) return
  assertDuration(input, span(spanOf(plannedStart).first, spanOf(plannedFinish).last))
}

/** A duration that was typed beside both ends says the same as they do. */
function assertDuration({ durationDays, start, finish }: EditTask | AddTask, spanned: number | null) {
  if (typeof durationDays !== 'number' || spanned === null || spanned === durationDays) return
  if (typeof finish === 'string' || typeof start === 'string')
    throw new RuleBroken('durationDiffers', ['durationDays'], { days: spanned })
}

/** What of the edit is a day to move to; null where nothing is, or one of the two is coarser. */
function typedDays(task: Task, { start, finish }: EditTask) {
  const days = {
    ...(isDay(start) && start !== task.plannedStart ? { start } : {}),
    ...(isDay(finish) && finish !== task.plannedFinish ? { finish } : {}),
  }
  const isCoarse = [start, finish].some((date) => typeof date === 'string' && !isDay(date))
  return isCoarse || Object.keys(days).length === 0 || task.kind === 'summary' ? null : days
}

/** The dates that the move will set. */
function notYet(days: ReturnType<typeof typedDays>) {
  return Object.fromEntries(Object.keys(days ?? {}).map((field) => [field, undefined]))
}

function isDay(date: string | null | undefined): date is string {
  return typeof date === 'string' && spanOf(date).precision === 'day'
}
