import { z } from 'zod'
import { type Day, day, earliestDay } from './day.ts'
import { fen, positiveFen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalCode, optionalParagraph, reasonText, requiredLine } from './text.ts'

/** 支付: cash out. A posted entry is never edited or deleted; a mistake is reversed (红字冲销) and entered again. */
export const payment = z.object({
  id: z.string(),
  projectId: z.string(),
  paidOn: day,
  /** Negative in a reversal. */
  amountFen: fen,
  payee: z.string(),
  purpose: z.string(),
  voucherNo: z.string().nullable(),
  memo: z.string().nullable(),
  /** The entry that this one cancels (red), or null. */
  reversesId: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type Payment = z.infer<typeof payment>

export const paymentRow = payment.extend({
  projectName: z.string(),
  /** The red entry that cancels this one, or null. */
  reversedById: z.string().nullable(),
})
export type PaymentRow = z.infer<typeof paymentRow>

export const idempotencyKey = z.string().min(1).max(200)

const entry = {
  projectId: z.string().min(1, { error: 'textMissing' }),
  paidOn: day,
  amountFen: positiveFen,
  payee: requiredLine(200),
  purpose: requiredLine(500),
  voucherNo: optionalCode(100),
}

export const recordPaymentInput = z.strictObject({
  ...entry,
  memo: optionalParagraph(2000),
  /** Set after a person has seen the possible duplicates and says that it is none. */
  confirmDuplicate: z.boolean().optional(),
  idempotencyKey,
})
export type RecordPayment = z.infer<typeof recordPaymentInput>

export const reversePaymentInput = z.strictObject({
  paymentId: z.string(),
  reason: reasonText,
  reversedOn: day,
  idempotencyKey,
})

export const listDuplicatesInput = z.strictObject({
  projectId: z.string(),
  paidOn: day,
  amountFen: positiveFen,
  payee: requiredLine(200),
  voucherNo: optionalCode(100),
})

export const paymentSorts = [
  '-paidOn',
  'paidOn',
  '-amountFen',
  'amountFen',
  'payee',
  '-payee',
  'projectName',
  '-projectName',
  'voucherNo',
  '-voucherNo',
  '-recordedAt',
  'recordedAt',
] as const
export type PaymentSort = (typeof paymentSorts)[number]

const paymentFilter = {
  projectId: z.string().optional(),
  planId: z.string().optional(),
  payee: z.string().max(200).optional(),
  /** In payee, purpose, voucher number, memo. */
  text: z.string().max(200).optional(),
  from: day.optional(),
  to: day.optional(),
  /** By size, whatever the sign: a red entry stands beside the entry that it cancels. */
  minFen: fen.optional(),
  maxFen: fen.optional(),
  reversals: z.enum(['all', 'only', 'none']).default('all'),
}
export const listPaymentsInput = z.strictObject({
  ...paymentFilter,
  ...pageInput,
  sort: z.enum(paymentSorts).default('-paidOn'),
})
export type ListPayments = z.infer<typeof listPaymentsInput>
export const exportPaymentsInput = z.strictObject({
  ...paymentFilter,
  sort: z.enum(paymentSorts).default('-paidOn'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  file: z.string(),
})

export const paymentPage = pageOf(paymentRow).extend({
  /** Of the whole filtered set, not of the page. */
  totals: z.object({ count: z.int(), amountFen: totalFen, paidFen: totalFen, reversedFen: totalFen }),
})

/** @throws RuleBroken dateInFuture, dateTooEarly */
export function assertPaidOn(paidOn: Day, today: Day): void {
  if (paidOn > today) throw new RuleBroken('dateInFuture', ['paidOn'], { today })
  if (paidOn < earliestDay) throw new RuleBroken('dateTooEarly', ['paidOn'], { earliest: earliestDay })
}

/**
 * The red entry (红字) that cancels a posted one: same project, payee and purpose, the amount negated
 * (会计基础工作规范 第五十一条).
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
  },
  today: Day,
): Payment {
  if (original.reversesId !== null) throw new RuleBroken('paymentIsReversal', ['paymentId'])
  if (original.reversedById !== null) throw new RuleBroken('paymentAlreadyReversed', ['paymentId'])
  if (reversal.reversedOn < original.paidOn) {
    throw new RuleBroken('reversalBeforePayment', ['reversedOn'], { paidOn: original.paidOn })
  }
  if (reversal.reversedOn > today) throw new RuleBroken('dateInFuture', ['reversedOn'], { today })
  return {
    id: reversal.id,
    projectId: original.projectId,
    paidOn: reversal.reversedOn,
    amountFen: -original.amountFen,
    payee: original.payee,
    purpose: original.purpose,
    voucherNo: null,
    memo: null,
    reversesId: original.id,
    reason: reversal.reason,
    recordedAt: reversal.recordedAt,
    actorName: reversal.actorName,
  }
}
