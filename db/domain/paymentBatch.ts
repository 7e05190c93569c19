import { z } from 'zod'
import { type Fen, formatFen, positiveFen, totalFen } from './fen.ts'
import { idempotencyKey, recordPaymentInput } from './payment.ts'
import { RuleBroken } from './ruleBroken.ts'

const maxBatchRows = 500

/** What a row of a batch says. */
export const batchEntry = recordPaymentInput.omit({ idempotencyKey: true })
export type BatchEntry = z.infer<typeof batchEntry>

/** 连续录入: many payments as one act. Every row is posted, each with its own change, or none is. */
export const recordPaymentsInput = z.strictObject({
  rows: z.array(batchEntry).min(1, { error: 'batchEmpty' }).max(maxBatchRows, { error: 'batchTooLong' }),
  /** 批次合计: what the vouchers of the batch add up to, counted apart; the sum of the rows must equal it. */
  controlFen: positiveFen.nullish(),
  idempotencyKey,
})

export const postedBatch = z.object({
  /** In the order of the rows. */
  paymentIds: z.array(z.string()),
  /** Net: refunds count against it. */
  amountFen: totalFen,
})

/** @throws RuleBroken batchSumUnequal */
export function assertControlSum(sumFen: Fen, controlFen: Fen | null | undefined): void {
  if (controlFen === null || controlFen === undefined || sumFen === controlFen) return
  throw new RuleBroken('batchSumUnequal', ['controlFen'], {
    sum: formatFen(sumFen, 'yuan'),
    gap: formatFen(sumFen - controlFen, 'yuan'),
  })
}
