import { z } from 'zod'
import { type Day, day } from './day.ts'
import { idempotencyKey, type Payment, type PaymentRow } from './payment.ts'
import { RuleBroken } from './ruleBroken.ts'
import { reasonText } from './text.ts'
import { correctionOf, voucherText } from './voucherText.ts'

export const reversePaymentInput = z.strictObject({
  paymentId: z.string(),
  reason: reasonText,
  reversedOn: day,
  idempotencyKey,
})

export type ReversePayment = z.infer<typeof reversePaymentInput>

/**
 * The entry that cancels a posted one: same project, contract, payee and purpose, what it counts for negated, red or (for an
 * entry of a year before) blue, its memo the summary for the voucher (会计基础工作规范 第五十一条).
 * @throws RuleBroken paymentIsReversal, paymentAlreadyReversed, reversalBeforePayment, dateInFuture
 */
export function reversalOf(
  original: PaymentRow,
  reversal: {
    readonly id: string
    readonly reversedOn: Day
    readonly reason: string
    readonly recordedAt: string
    readonly actorName: string
    readonly voucherNo?: string | null
  },
  today: Day,
): Payment {
  if (original.reversesId !== null) throw new RuleBroken('paymentIsReversal', ['paymentId'])
  if ((original.adjustsId ?? null) !== null) throw new RuleBroken('paymentIsAdjustment', ['paymentId'])
  if (original.reversedById !== null) throw new RuleBroken('paymentAlreadyReversed', ['paymentId'])
  if (reversal.reversedOn < original.paidOn) {
    throw new RuleBroken('reversalBeforePayment', ['reversedOn'], { paidOn: original.paidOn })
  }
  if (reversal.reversedOn > today) throw new RuleBroken('dateInFuture', ['reversedOn'], { today })
  const correction = correctionOf(original.paidOn, reversal.reversedOn)
  return {
    id: reversal.id,
    projectId: original.projectId,
    paidOn: reversal.reversedOn,
    amountFen: -(original.amountFen + original.adjustedFen),
    payee: original.payee,
    purpose: original.purpose,
    voucherNo: reversal.voucherNo ?? null,
    memo: voucherText(original, correction),
    reversesId: original.id,
    reason: reversal.reason,
    recordedAt: reversal.recordedAt,
    actorName: reversal.actorName,
    kind: original.kind,
    contractId: original.contractId,
    budgetLineId: original.budgetLineId,
    invoiceNo: null,
    refundOf: original.refundOf ?? null,
    correction,
    correctsId: null,
  }
}
