import { z } from 'zod'
import { type Day, day, earliestDay } from './day.ts'
import { type Fen, fen, positiveFen, totalFen } from './fen.ts'
import { fundPart } from './fund.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { tableFile } from './tableFile.ts'
import { optionalCode, optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'
import { rightSummary } from './voucherText.ts'

/** 预付款 · 进度款 · 结算款 · 质保金返还 · 人工费 · 其他 · 退款 (money that comes back: negative) */
export const paymentKinds = [
  'advance',
  'progress',
  'settlement',
  'retentionRelease',
  'labour',
  'other',
  'refund',
] as const
export const paymentKind = z.enum(paymentKinds)
export type PaymentKind = z.infer<typeof paymentKind>

/** What a refund on a contract gives back: the advance, which is then no longer to be recovered, or anything else. */
export const refundKinds = ['advance', 'other'] as const
export const refundKind = z.enum(refundKinds)
export type RefundKind = z.infer<typeof refundKind>

/** 支付: cash out. A posted entry is never edited or deleted; a mistake is reversed (红字冲销) and entered again. */
export const payment = z.object({
  id: z.string(),
  projectId: z.string(),
  paidOn: day,
  /** Negative in a reversal and in a refund. */
  amountFen: fen,
  payee: z.string(),
  purpose: z.string(),
  voucherNo: z.string().nullable(),
  memo: z.string().nullable(),
  /** The entry that this one cancels (red), or null. */
  reversesId: z.string().nullable(),
  /** Of a reversal; or why a warning was passed over. */
  reason: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
  kind: paymentKind.nullable(),
  contractId: z.string().nullable(),
  budgetLineId: z.string().nullable(),
  invoiceNo: z.string().nullable(),
  /** Of a refund and its reversal; null or absent where it was not said, and then it lowers no advance. */
  refundOf: refundKind.nullish(),
  /** Of a reversal: red within the year of the entry, blue for one of a year before. */
  correction: z.enum(['red', 'blue']).nullable(),
  /** The reversed entry in whose place this one was entered. */
  correctsId: z.string().nullable(),
  /** The entry whose amount this difference puts right; null or absent in any other. */
  adjustsId: z.string().nullish(),
})
export type Payment = z.infer<typeof payment>

export const paymentRow = payment.extend({
  projectName: z.string(),
  /** The red entry that cancels this one, or null. */
  reversedById: z.string().nullable(),
  /** The right entry that stands in place of this reversed one, or null. */
  correctedById: z.string().nullable(),
  /** Differences entered for it since (差额调整); with them it counts for its amount and this. */
  adjustedFen: totalFen,
  contractNumber: z.string().nullable(),
  lineName: z.string().nullable(),
  fundSplit: z.array(fundPart.extend({ fundName: z.string() })),
})
export type PaymentRow = z.infer<typeof paymentRow>

/** Columns of the 台账 as it is written out; `status` says what is red and what was reversed, `fundPart` what the source of the filter bears. */
export const paymentColumnIds = [
  'paidOn',
  'projectName',
  'payee',
  'purpose',
  'amountFen',
  'fundPart',
  'voucherNo',
  'memo',
  'status',
  'reason',
  'kind',
  'contractNumber',
  'lineName',
  'funds',
  'invoiceNo',
  'actorName',
  'recordedAt',
  'id',
  'reversesId',
] as const
export type PaymentColumnId = (typeof paymentColumnIds)[number]

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
  /** A refund is entered as the positive amount that came back. */
  kind: paymentKind.nullish(),
  contractId: z.string().nullish(),
  budgetLineId: z.string().nullish(),
  /** Adds up exactly to the amount. Left out: by rule, where the sources cover it; empty: not split. */
  fundSplit: z
    .array(fundPart.extend({ amountFen: positiveFen }))
    .max(50)
    .optional(),
  invoiceNo: optionalLine(100),
  /** Of a refund on a contract; left out: the advance where nothing else was paid, else not said. */
  refundOf: refundKind.nullish(),
  /** The reversed entry that this one puts right. */
  correctsId: z.string().nullish(),
  /** Passes over warnings; kept in the chain. */
  overrideReason: reasonText.optional(),
  idempotencyKey,
})
export type RecordPayment = z.infer<typeof recordPaymentInput>
/** One of them without the key: what a row of a batch says. */
export type PaymentEntry = Omit<RecordPayment, 'idempotencyKey'>

/** Of an entry still being typed: what bears on the rules. */
export const paymentWarningsInput = recordPaymentInput.pick({
  projectId: true,
  paidOn: true,
  amountFen: true,
  kind: true,
  contractId: true,
  budgetLineId: true,
  fundSplit: true,
  refundOf: true,
})
export type PaymentQuestion = z.infer<typeof paymentWarningsInput>

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

/** What one source bears of an entry. */
export function partOfFund({ fundSplit }: Pick<PaymentRow, 'fundSplit'>, fundId: string): Fen {
  return fundSplit.reduce((sum, part) => (part.fundId === fundId ? sum + part.amountFen : sum), 0)
}

/** 缺凭证号 · 缺来源 · 缺科目: what a month should not be closed without. */
export const paymentLacks = ['voucher', 'fund', 'line'] as const

const paymentFilter = {
  projectId: z.string().optional(),
  planId: z.string().optional(),
  contractId: z.string().optional(),
  /** A 科目 and all below it, in every version. */
  budgetLineId: z.string().optional(),
  fundId: z.string().optional(),
  /** Those that one import brought in. */
  importId: z.string().max(100).optional(),
  kind: paymentKind.optional(),
  refundOf: refundKind.optional(),
  /** Standing entries that lack it; one that was reversed and its reversal need nothing more. */
  lacks: z.enum(paymentLacks).optional(),
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
/** Of a list's question the filter alone: what is none of it is left out. */
export const paymentFilterInput = z.object(paymentFilter)
export const listPaymentsInput = z.strictObject({
  ...paymentFilter,
  ...pageInput,
  sort: z.enum(paymentSorts).default('-paidOn'),
})
export type ListPayments = z.infer<typeof listPaymentsInput>
export const exportPaymentsInput = z.strictObject({
  ...paymentFilter,
  sort: z.enum(paymentSorts).default('-paidOn'),
  /** Of paymentColumnIds, in their order; all of them where none is named. */
  columns: z.array(z.enum(paymentColumnIds)).min(1).optional(),
  ...tableFile,
})

export const paymentPage = pageOf(paymentRow).extend({
  /** Of the whole filtered set, not of the page. */
  totals: z.object({
    count: z.int(),
    amountFen: totalFen,
    /** Without reversals, less what was refunded. */
    paidFen: totalFen,
    /** Of the reversals alone. */
    reversedFen: totalFen,
    /** What the source of the filter bears of them; null where none is filtered by. */
    fundFen: totalFen.nullable(),
  }),
})

/** @throws RuleBroken dateInFuture, dateTooEarly */
export function assertPaidOn(paidOn: Day, today: Day, field = 'paidOn'): void {
  if (paidOn > today) throw new RuleBroken('dateInFuture', [field], { today })
  if (paidOn < earliestDay) throw new RuleBroken('dateTooEarly', [field], { earliest: earliestDay })
}

/** The entry as a person types it: a refund is posted negative, a correcting one with the summary for its voucher. */
export function postedPayment(
  input: PaymentEntry,
  posting: { readonly id: string; readonly recordedAt: string; readonly actorName: string },
  related: {
    readonly budgetLineId: string | null
    readonly corrects: PaymentRow | null
    readonly refundOf: RefundKind | null
    /** Why a broken rule is passed over. */
    readonly reason: string | null
  },
): Payment {
  return {
    id: posting.id,
    projectId: input.projectId,
    paidOn: input.paidOn,
    amountFen: signedFen(input),
    payee: input.payee,
    purpose: input.purpose,
    voucherNo: input.voucherNo,
    memo: input.memo ?? (related.corrects === null ? null : rightSummary(related.corrects, input.paidOn)),
    reversesId: null,
    reason: related.reason,
    recordedAt: posting.recordedAt,
    actorName: posting.actorName,
    kind: input.kind ?? null,
    contractId: input.contractId ?? null,
    budgetLineId: related.budgetLineId,
    invoiceNo: input.invoiceNo,
    refundOf: related.refundOf,
    correction: null,
    correctsId: related.corrects?.id ?? null,
  }
}

/** What the entry takes from the cash: a refund brings it back. */
export function signedFen({ kind, amountFen }: Pick<RecordPayment, 'kind' | 'amountFen'>): Fen {
  return kind === 'refund' ? -amountFen : amountFen
}

/** @throws RuleBroken correctionNotReversed, correctionTaken */
export function assertCorrects(original: PaymentRow): void {
  if (original.reversedById === null) throw new RuleBroken('correctionNotReversed', ['correctsId'])
  if (original.correctedById !== null) throw new RuleBroken('correctionTaken', ['correctsId'])
}

/** @throws RuleBroken refundOverPaid: less than nothing cannot have been paid */
export function assertPaidStays(paidFen: Fen, addedFen: Fen, field: string): void {
  if (addedFen < 0 && paidFen + addedFen < 0) throw new RuleBroken('refundOverPaid', [field])
}
