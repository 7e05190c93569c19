import { z } from 'zod'
import { type Day, day } from './day.ts'
import { entryRelation } from './entryMark.ts'
import { type Fen, positiveFen, totalFen } from './fen.ts'
import { idempotencyKey, type Payment, type PaymentRow, paymentRow, recordPaymentInput } from './payment.ts'
import { rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalCode, reasonText } from './text.ts'
import { correctionOf, rightSummary, voucherText } from './voucherText.ts'

/** The right entry, as it is typed; its key and what it corrects come with the command. */
const rightEntry = recordPaymentInput.omit({
  idempotencyKey: true,
  correctsId: true,
  overrideReason: true,
  confirmDuplicate: true,
})

/**
 * 更正 (会计基础工作规范 第五十一条). cancel: it should not be there; replace: its content is wrong, so it is cancelled
 * and the right one entered; adjust: the amount alone is wrong, so the difference alone is entered.
 */
export const correctPaymentInput = z.strictObject({
  paymentId: z.string(),
  correctedOn: day,
  reason: reasonText,
  /** Of the cancelling or adjusting voucher. */
  voucherNo: optionalCode(100),
  how: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cancel') }),
    z.strictObject({
      kind: z.literal('replace'),
      right: rightEntry,
      /** The files of the wrong entry are put on the right one, too: their bytes are stored once. */
      withFiles: z.boolean().default(false),
    }),
    z.strictObject({ kind: z.literal('adjust'), amountFen: positiveFen }),
  ]),
  /** Passes over warnings about the right entry or the difference. */
  overrideReason: reasonText.optional(),
  /** The right entry is like another one, and meant. */
  confirmDuplicate: z.boolean().optional(),
  idempotencyKey,
})
export type CorrectPayment = z.infer<typeof correctPaymentInput>

export const previewCorrectionInput = z.strictObject({
  paymentId: z.string(),
  correctedOn: day,
  kind: z.enum(['cancel', 'replace', 'adjust']),
  /** Of the right entry, or the right amount; positive, as it is typed. */
  amountFen: positiveFen.nullish(),
})

/** One entry that a correction posts, before it is posted. */
const correctionPart = z.object({
  part: z.enum(['cancelling', 'right', 'difference']),
  /** red: negative in the books of the year; blue: written as any other entry. */
  colour: z.enum(['red', 'blue']),
  on: day,
  amountFen: totalFen,
  /** The summary that its voucher carries. */
  summary: z.string(),
})
type CorrectionPart = z.infer<typeof correctionPart>

/** An entry as it stands, and all that are tied to it; the differences entered for it in their order. */
export const relatedPayments = z.object({
  payment: paymentRow,
  items: z.array(z.object({ relation: entryRelation, payment: paymentRow })),
  total: z.int(),
})

export const correctionPreview = z.object({
  /** 当年差错 or 以前年度差错 */
  year: z.enum(['same', 'prior']),
  /** The entry's own month is closed: what puts it right goes to the open month. */
  isOriginalClosed: z.boolean(),
  isMonthClosed: z.boolean(),
  /** The row that says how: its basis stands beside what will be posted. */
  rule,
  parts: z.array(correctionPart),
})

/** What a correction will post, in order. `rightFen`: of the right entry, or the right amount; signed as posted. */
export function correctionParts(
  original: PaymentRow,
  kind: CorrectPayment['how']['kind'],
  rightFen: Fen,
  on: Day,
): CorrectionPart[] {
  const year = correctionOf(original.paidOn, on)
  const cancelling: CorrectionPart = {
    part: 'cancelling',
    colour: year,
    on,
    amountFen: -standingFen(original),
    summary: voucherText(original, year),
  }
  switch (kind) {
    case 'cancel':
      return [cancelling]
    case 'replace':
      return [
        cancelling,
        { part: 'right', colour: 'blue', on, amountFen: rightFen, summary: rightSummary(original, on) },
      ]
    case 'adjust': {
      const amountFen = rightFen - standingFen(original)
      return [
        {
          part: 'difference',
          colour: colourOfDifference(original, amountFen, on),
          on,
          amountFen,
          summary: adjustText(original, on),
        },
      ]
    }
  }
}

/** What the entry counts for now: its amount with the differences entered since. */
export function standingFen({ amountFen, adjustedFen }: Pick<PaymentRow, 'amountFen' | 'adjustedFen'>): Fen {
  return amountFen + adjustedFen
}

/**
 * The entry of the difference alone: 调增 in blue, 调减 in red; for an entry of a year before always in blue.
 * @throws RuleBroken paymentIsReversal, paymentIsAdjustment, paymentAlreadyReversed, adjustmentNone, reversalBeforePayment,
 *   dateInFuture
 */
export function adjustmentOf(
  original: PaymentRow,
  adjustment: {
    readonly id: string
    readonly rightFen: Fen
    readonly on: Day
    readonly voucherNo: string | null
    readonly reason: string
    readonly recordedAt: string
    readonly actorName: string
  },
  today: Day,
): Payment {
  const { rightFen, on } = adjustment
  const amountFen = rightFen - standingFen(original)
  if (original.reversesId !== null) throw new RuleBroken('paymentIsReversal', ['paymentId'])
  if (isAdjustment(original)) throw new RuleBroken('paymentIsAdjustment', ['paymentId'])
  if (original.reversedById !== null) throw new RuleBroken('paymentAlreadyReversed', ['paymentId'])
  if (amountFen === 0) throw new RuleBroken('adjustmentNone', ['amountFen'])
  if (on < original.paidOn)
    throw new RuleBroken('reversalBeforePayment', ['correctedOn'], { paidOn: original.paidOn })
  if (on > today) throw new RuleBroken('dateInFuture', ['correctedOn'], { today })
  return {
    id: adjustment.id,
    projectId: original.projectId,
    paidOn: on,
    amountFen,
    payee: original.payee,
    purpose: original.purpose,
    voucherNo: adjustment.voucherNo,
    memo: adjustText(original, on),
    reversesId: null,
    reason: adjustment.reason,
    recordedAt: adjustment.recordedAt,
    actorName: adjustment.actorName,
    kind: original.kind,
    refundOf: original.refundOf ?? null,
    contractId: original.contractId,
    budgetLineId: original.budgetLineId,
    invoiceNo: null,
    correction: colourOfDifference(original, amountFen, on),
    correctsId: null,
    adjustsId: original.id,
  }
}

function isAdjustment({ adjustsId }: Pick<Payment, 'adjustsId'>): boolean {
  return adjustsId !== undefined && adjustsId !== null
}

function adjustText(original: PaymentRow, on: Day): string {
  return `${rightSummary(original, on)}差额`
}

function colourOfDifference(original: PaymentRow, amountFen: Fen, on: Day): 'red' | 'blue' {
  return correctionOf(original.paidOn, on) === 'blue' || amountFen > 0 ? 'blue' : 'red'
}
