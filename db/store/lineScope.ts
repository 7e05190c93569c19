import { limitBudgetKinds, newestApproved } from '../domain/budget.ts'
import { treeOf } from '../domain/budgetTree.ts'
import { listLines, listVersions } from './budget.ts'
import type { ReadDb } from './database.ts'

/** Which lines, of all versions, a figure of the books counts: those named, or all but those named. Null: any. */
export interface LineScope {
  readonly lines: string | null
  readonly allBut: string | null
}

/**
 * A 科目 of the version that the books of a project stand on, with all below it, by their ids in every version.
 * `none` is 未分科目: what has no line in that version.
 */
export function lineScope(db: ReadDb, projectId: string | undefined, lineKey: string | undefined): LineScope {
  if (projectId === undefined || lineKey === undefined) return { lines: null, allBut: null }
  const versions = listVersions(db, projectId)
  const shown = newestApproved(versions, limitBudgetKinds) ?? versions.at(-1)
  const tree = shown === undefined ? [] : treeOf(listLines(db, shown.id))
  const first = tree.findIndex((line) => line.lineKey === lineKey)
  const above = tree[first]
  const after = tree.findIndex(({ depth }, index) => index > first && depth <= (above?.depth ?? 0))
  const asked =
    lineKey === 'none' ? tree : above === undefined ? [] : tree.slice(first, after < 0 ? undefined : after)
  const keys = new Set(asked.map((line) => line.lineKey))
  const ids = JSON.stringify(
    versions.flatMap(({ id }) =>
      listLines(db, id)
        .filter((line) => keys.has(line.lineKey))
        .map((line) => line.id),
    ),
  )
  return lineKey === 'none' ? { lines: null, allBut: ids } : { lines: ids, allBut: null }
}
