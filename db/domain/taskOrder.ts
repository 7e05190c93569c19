import type { Task } from './task.ts'
import { numbered } from './taskPlace.ts'

/**
 * Tasks of a file put in its order under their parents: those of the project that the file does not name stay behind the
 * sibling that they followed. Answers the file's tasks as they are then numbered, and the others that had to move on.
 */
export function inFileOrder(tasks: readonly Task[], placed: readonly Task[]): Task[] {
  const isPlaced = new Map(placed.map((task) => [task.id, task]))
  const known = new Map(tasks.map((task) => [task.id, task]))
  const siblingsOf = Map.groupBy(
    tasks.toSorted((a, b) => a.sortOrder - b.sortOrder),
    ({ parentId }) => parentId,
  )
  return [...Map.groupBy(placed, ({ parentId }) => parentId)].flatMap(([parentId, own]) =>
    numbered(merged(siblingsOf.get(parentId) ?? [], own, isPlaced)).filter(
      (task) => isPlaced.has(task.id) || known.get(task.id)?.sortOrder !== task.sortOrder,
    ),
  )
}

function merged(
  siblings: readonly Task[],
  placed: readonly Task[],
  isPlaced: ReadonlyMap<string, Task>,
): readonly Task[] {
  const before: Task[] = []
  const behind = new Map<string, Task[]>()
  const here = new Set(placed.map(({ id }) => id))
  let list = before
  for (const sibling of siblings) {
    if (here.has(sibling.id)) behind.set(sibling.id, (list = []))
    else if (!isPlaced.has(sibling.id)) list.push(sibling)
  }
  return [...before, ...placed.flatMap((task) => [task, ...(behind.get(task.id) ?? [])])]
}
