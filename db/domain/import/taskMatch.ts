import type { Task } from '../task.ts'
import { keyOf } from './nameIndex.ts'
import type { TaskDraft } from './taskRow.ts'

export interface DraftRow {
  readonly row: number
  readonly draft: TaskDraft
}

/** For each row the row above it in the tree, by its depth; null at the top. */
export function parentRows(
  rows: readonly DraftRow[],
  depths: readonly number[] | null,
): ReadonlyMap<number, number | null> {
  const open: { readonly row: number; readonly depth: number }[] = []
  return new Map(
    rows.map(({ row }, at) => {
      const depth = depths?.[at] ?? 0
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
      const parent = open.at(-1)?.row ?? null
      open.push({ row, depth })
      return [row, parent]
    }),
  )
}

/**
 * The project's task that a row means: of that name under the same task, the first of several first; else the one task
 * that bears a name which stands in the sheet but once, wherever it was.
 */
export function matchedTasks(
  rows: readonly DraftRow[],
  parents: ReadonlyMap<number, number | null>,
  tasks: readonly Task[],
): ReadonlyMap<number, Task> {
  const named = tasks.map((task) => ({ task, key: nameKey(task.name) }))
  const below = Map.groupBy(
    named.toSorted((a, b) => a.task.sortOrder - b.task.sortOrder),
    ({ task, key }) => `${task.parentId ?? ''} ${key}`,
  )
  const anywhere = Map.groupBy(named, ({ key }) => key)
  const inSheet = Map.groupBy(rows, ({ draft }) => nameKey(draft.name))
  const used = new Set<string>()
  const found = new Map<number, Task>()
  for (const { row, draft } of rows) {
    const key = nameKey(draft.name)
    const parentRow = parents.get(row) ?? null
    const parentId = parentRow === null ? '' : found.get(parentRow)?.id
    const under = parentId === undefined ? [] : (below.get(`${parentId} ${key}`) ?? [])
    const [only, ...others] = inSheet.get(key)?.length === 1 ? (anywhere.get(key) ?? []) : []
    const match = under.find(({ task }) => !used.has(task.id)) ?? (others.length === 0 ? only : undefined)
    if (match === undefined || used.has(match.task.id)) continue
    used.add(match.task.id)
    found.set(row, match.task)
  }
  return found
}

function nameKey(name: string): string {
  const key = keyOf(name)
  return key === '' ? name.trim() : key
}
