import { z } from 'zod'
import { day } from './day.ts'
import { totalFen } from './fen.ts'
import { fundBalance } from './fund.ts'
import { paymentKind } from './payment.ts'
import { rule } from './rule.ts'

export const payableNowInput = z.strictObject({
  contractId: z.string(),
  onDay: day,
  /** Which limits count depends on it. */
  kind: paymentKind.default('progress'),
})

export const limitKinds = [
  'contract',
  'done',
  'progressRate',
  'retention',
  'advance',
  'budget',
  'funds',
] as const

/** What may still be paid by one rule; negative where it is passed already. */
export const payLimit = z.object({
  kind: z.enum(limitKinds),
  amountFen: totalFen,
  rule,
  /** Breaking it is refused; the others ask for a reason. */
  blocks: z.boolean(),
})
export type PayLimit = z.infer<typeof payLimit>

/** 本次可付: where a contract stands on a day. Work, changes and receipts count up to that day, payments all. */
export const payable = z.object({
  contractId: z.string(),
  projectId: z.string(),
  onDay: day,
  kind: paymentKind,
  /** As signed. */
  contractFen: totalFen,
  approvedChangeFen: totalFen,
  pendingChangeFen: totalFen,
  settlementFen: totalFen.nullable(),
  committedFen: totalFen,
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
  advancePaidFen: totalFen,
  /** Advance not yet recovered: it is recovered in proportion to the work done. */
  advanceLeftFen: totalFen,
  retentionHeldFen: totalFen,
  /** Null where no receipt is recorded for the project. */
  fundsInHandFen: totalFen.nullable(),
  funds: z.array(
    fundBalance
      .omit({ projectId: true, projectName: true })
      .extend({ fundId: z.string(), fundName: z.string() }),
  ),
  limits: z.array(payLimit),
  /** The smallest limit, never below zero. */
  payableFen: totalFen,
  /** What the rule on progress payments asks to have been paid at least, less what was paid; null where none applies. */
  minimum: z.object({ amountFen: totalFen, rule }).nullable(),
})
export type Payable = z.infer<typeof payable>
