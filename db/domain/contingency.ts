import { z } from 'zod'
import type { BudgetLineRow } from './budget.ts'
import { isContingency } from './budgetTemplate.ts'
import { type ContractChange, contractChange } from './contract.ts'
import { type Fen, sumKnown, totalFen } from './fen.ts'
import type { RuleCode } from './ruleText.ts'

/** 预备费 of a project: what the 概算 grants, what approved changes drew on it, what pending ones would. */
export const contingency = z.object({
  /** Null without an approved 概算. */
  budgetFen: totalFen.nullable(),
  usedFen: totalFen,
  pendingFen: totalFen,
  /** Budget less used. */
  leftFen: totalFen.nullable(),
  items: z.array(contractChange.extend({ contractNumber: z.string() })),
  total: z.int(),
})

export function contingencyOf(
  tree: readonly BudgetLineRow[] | null,
  draws: readonly Pick<ContractChange, 'amountFen' | 'state'>[],
) {
  const sum = (state: ContractChange['state']) =>
    draws.filter((draw) => draw.state === state).reduce((total, { amountFen }) => total + amountFen, 0)
  const budgetFen = tree === null ? null : grantedContingency(tree)
  const usedFen = sum('approved')
  return {
    budgetFen,
    usedFen,
    pendingFen: sum('pending'),
    leftFen: budgetFen === null ? null : budgetFen - usedFen,
  }
}

/** A draw beyond what is left needs a reason: 预备费 is part of the approved 概算 (政府投资条例 第二十三条). */
export function contingencyShortWarnings(drawFen: Fen, leftFen: Fen | null): RuleCode[] {
  return leftFen !== null && drawFen > 0 && drawFen > leftFen ? ['contingencyShort'] : []
}

/** Of the topmost lines of 预备费. */
function grantedContingency(tree: readonly BudgetLineRow[]): Fen {
  const own = tree.filter(({ lineKey }) => isContingency(lineKey))
  const ids = new Set(own.map(({ id }) => id))
  return (
    sumKnown(
      own.filter(({ parentId }) => parentId === null || !ids.has(parentId)).map((line) => line.totalFen),
    ) ?? 0
  )
}
