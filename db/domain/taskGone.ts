import type { Task } from './task.ts'

/**
 * Of tasks that a file no longer has, those that may go, the lowest first: none of a plan, none that was reported, and
 * none over a task that stays.
 */
export function withoutGone(tasks: readonly Task[], missing: readonly Task[]): Task[] {
  const below = Map.groupBy(tasks, ({ parentId }) => parentId)
  const isMissing = new Set(missing.map(({ id }) => id))
  const mayGo = (task: Task): boolean =>
    isMissing.has(task.id) &&
    task.origin !== 'plan' &&
    task.reportCount === 0 &&
    (below.get(task.id) ?? []).every(mayGo)
  const depthFirst = (task: Task): Task[] => [...(below.get(task.id) ?? []).flatMap(depthFirst), task]
  return (below.get(null) ?? []).flatMap(depthFirst).filter(mayGo)
}
