import { z } from 'zod'
import { assertLineFits, type BudgetLine } from './budget.ts'
import { inOrder } from './budgetTree.ts'
import { fen, maxFen } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, optionalParagraph, reasonText } from './text.ts'

/** Places a line under another (null: at the top), before one of those there (null: behind them all). */
export const moveBudgetLineInput = z.strictObject({
  versionId: z.string(),
  lineId: z.string(),
  parentId: z.string().nullable(),
  beforeId: z.string().nullable(),
})

/** A column of amounts in one go; null clears one. */
export const setBudgetAmountsInput = z.strictObject({
  versionId: z.string(),
  amounts: z
    .array(
      z.strictObject({
        lineId: z.string(),
        amountFen: fen
          .min(0, { error: 'amountNegative' })
          .max(maxFen, { error: 'amountTooLarge' })
          .nullable(),
      }),
    )
    .min(1)
    .max(2000),
})

/** With everything below it. */
export const removeBudgetLineInput = z.strictObject({ versionId: z.string(), lineId: z.string() })

/** What stands on a draft besides its lines; only what is given is changed. */
export const editBudgetVersionInput = z.strictObject({
  versionId: z.string(),
  approvalNo: optionalLine(100),
  approvalBody: optionalLine(200),
  note: optionalParagraph(2000),
})

export const removeBudgetVersionInput = z.strictObject({ versionId: z.string(), reason: reasonText })

/**
 * The lines that a move changes: the moved one, and its new siblings in their new order.
 * @throws RuleBroken budgetLineUnknown, budgetLineHasAmount, budgetLineLoop
 */
export function movedLines(
  lines: readonly BudgetLine[],
  { lineId, parentId, beforeId }: Omit<z.infer<typeof moveBudgetLineInput>, 'versionId'>,
): BudgetLine[] {
  const line = lines.find(({ id }) => id === lineId)
  if (line === undefined) throw new RuleBroken('budgetLineUnknown', ['lineId'])
  const moved = { ...line, parentId }
  assertLineFits(lines, moved)
  const there = lines.filter((other) => other.parentId === parentId).toSorted(inOrder)
  const siblings = there.filter(({ id }) => id !== lineId)
  const place = beforeId === null ? siblings.length : siblings.findIndex(({ id }) => id === beforeId)
  if (place < 0) throw new RuleBroken('budgetLineUnknown', ['beforeId'])
  const placed = siblings.toSpliced(place, 0, moved)
  if (placed.every(({ id }, index) => id === there[index]?.id)) return []
  return placed
    .map((sibling, index) => ({ ...sibling, sort: index + 1 }))
    .filter((sibling) => {
      const before = lines.find(({ id }) => id === sibling.id)
      return before?.sort !== sibling.sort || before.parentId !== sibling.parentId
    })
}

/**
 * The lines with the amounts given to them, in the order of the input.
 * @throws RuleBroken budgetLineUnknown, budgetLineHasLines with the row of the input as the field
 */
export function amountsSet(
  lines: readonly BudgetLine[],
  amounts: z.infer<typeof setBudgetAmountsInput>['amounts'],
): BudgetLine[] {
  const known = new Map(lines.map((line) => [line.id, line]))
  const branches = new Set(lines.map(({ parentId }) => parentId))
  return amounts.flatMap(({ lineId, amountFen }, index) => {
    const line = known.get(lineId)
    if (line === undefined) throw new RuleBroken('budgetLineUnknown', [`amounts.${String(index)}.lineId`])
    if (branches.has(lineId))
      throw new RuleBroken('budgetLineHasLines', [`amounts.${String(index)}.amountFen`])
    return line.amountFen === amountFen ? [] : [{ ...line, amountFen }]
  })
}

/** A line and all below it, those below first: the order in which they can be taken out. */
export function withAllBelow(lines: readonly BudgetLine[], lineId: string): BudgetLine[] {
  const line = lines.find(({ id }) => id === lineId)
  if (line === undefined) throw new RuleBroken('budgetLineUnknown', ['lineId'])
  const below = lines.filter(({ parentId }) => parentId === lineId)
  return [...below.flatMap(({ id }) => withAllBelow(lines, id)), line]
}
