import { RuleBroken } from '../ruleBroken.ts'
import type { Task } from '../task.ts'
import type { TaskLink } from '../taskLink.ts'
import { taskTree } from '../taskTree.ts'
import type { TypedLink } from '../typedTask.ts'
import type { DraftRow } from './taskMatch.ts'

/** The row that a reference means; else the task outside the sheet that it is linked to already. */
export type RefTarget = { readonly row: number } | { readonly taskId: string }

/**
 * Finds what 前置任务 name: the line numbers of the sheet where it has a column of them, else places in the tree (1.2),
 * else the so-manieth task of the sheet. A sheet that shows part of a schedule may name lines that it does not show:
 * they are taken where the link is there already.
 */
export function taskRefs(rows: readonly DraftRow[], tasks: readonly Task[]) {
  const byNumber = new Map(
    rows.flatMap(({ row, draft }) => (draft.taskNo === null ? [] : [[draft.taskNo, row]])),
  )
  const byCode = new Map(
    rows.flatMap(({ row, draft: { outline } }) =>
      outline.code === null ? [] : [[codeKey(outline.code), row]],
    ),
  )
  const tree = taskTree(tasks)
  const line = new Map(tree.map(({ id }, index) => [String(index + 1), id]))
  const place = new Map(tree.map(({ id, wbs }) => [wbs, id]))
  const inSheet = (ref: string): number | undefined => {
    if (byNumber.size > 0) return byNumber.get(ref) ?? byCode.get(ref)
    return byCode.get(ref) ?? (/^\d+$/.test(ref) ? rows[Number(ref) - 1]?.row : undefined)
  }
  return {
    /** @throws RuleBroken importLinkUnknown */
    find: ({ ref }: TypedLink, linked: readonly TaskLink[]): RefTarget => {
      const row = inSheet(ref)
      if (row !== undefined) return { row }
      const outside = byNumber.size > 0 ? (line.get(ref) ?? place.get(ref)) : place.get(ref)
      if (outside !== undefined && linked.some(({ predecessorId }) => predecessorId === outside))
        return { taskId: outside }
      throw new RuleBroken('importLinkUnknown', ['predecessors'], { ref })
    },
  }
}

/** 1、 and 1. and １ are 1. */
function codeKey(code: string): string {
  return code
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[.、]$/, '')
}
