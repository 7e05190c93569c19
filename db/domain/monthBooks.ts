import { z } from 'zod'
import { type BudgetVersion, limitBudgetKinds, newestApproved } from './budget.ts'
import { type Fen, totalFen } from './fen.ts'
import { month } from './periodClose.ts'

/** What a project added to its books in a month, and the 概算 that held at its end. */
export const monthBooks = z.object({
  projectId: z.string(),
  month,
  /** Null where no 概算 was approved by then. */
  budgetFen: totalFen.nullable(),
  contractFen: totalFen,
  doneFen: totalFen,
  paidFen: totalFen,
})
export type MonthBooks = z.infer<typeof monthBooks>

export const booksByMonthInput = z.strictObject({
  projectId: z.string().optional(),
  planId: z.string().optional(),
  from: month.optional(),
  to: month.optional(),
})

export const booksByMonth = z.object({ items: z.array(monthBooks), total: z.int() })

/** 概算 at the end of a month: of the versions approved by then. */
export function limitAt(
  versions: readonly (BudgetVersion & { readonly totalFen: Fen })[],
  of: string,
): Fen | null {
  const known = versions.filter(({ approvedOn }) => approvedOn !== null && approvedOn.slice(0, 7) <= of)
  return newestApproved(known, limitBudgetKinds)?.totalFen ?? null
}
