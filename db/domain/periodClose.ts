import { z } from 'zod'
import type { Day } from './day.ts'
import { type Fen, fen, formatFen, totalFen } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalParagraph, reasonText } from './text.ts'

/** YYYY-MM */
export const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'monthInvalid' })

/** What a person looks at before a month is closed: each with how many there are, and their sum where it has one. */
const openItemKinds = ['noVoucher', 'unsplit', 'noLine', 'changePending', 'redAlerts', 'earlierOpen'] as const
const openItem = z.object({
  kind: z.enum(openItemKinds),
  count: z.int(),
  amountFen: totalFen.nullable(),
})
export type OpenItem = z.infer<typeof openItem>

export const closeChecklist = z.object({
  month,
  isClosed: z.boolean(),
  /** What this ledger holds of the month: to be compared with the finance ledger. */
  ledger: z.object({
    paidFen: totalFen,
    paymentCount: z.int(),
    receivedFen: totalFen,
    doneFen: totalFen,
  }),
  items: z.array(openItem),
})
export type CloseChecklist = z.infer<typeof closeChecklist>

/** 结账: nothing is posted into a closed month until somebody reopens it with a reason (反结账). */
export const periodClose = z.object({
  id: z.string(),
  month,
  closedAt: z.string(),
  closedBy: z.string(),
  closeReason: z.string(),
  /** Null while the month is closed. */
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  reopenReason: z.string().nullable(),
  /** What the finance ledger shows as paid in the month; null where nobody entered it. */
  bookFen: totalFen.nullable(),
  /** What this ledger held when it was closed. */
  ledgerFen: totalFen.nullable(),
  differenceNote: z.string().nullable(),
  /** What was still open then, by kind. */
  openItems: z.record(z.string(), z.int()).nullable(),
})
export type PeriodClose = z.infer<typeof periodClose>

export const closeMonthInput = z.strictObject({
  month,
  reason: reasonText,
  /** 财务账本月支付; with it the two ledgers are compared, and a difference needs its note. */
  bookFen: fen.nullish(),
  differenceNote: optionalParagraph(500),
})
export const reopenMonthInput = z.strictObject({ month, reason: reasonText })

export const periodRow = z.object({
  month,
  isClosed: z.boolean(),
  close: periodClose.nullable(),
  paymentCount: z.int(),
  paidFen: z.int(),
})
export type PeriodRow = z.infer<typeof periodRow>

/** `on` is a day or a month. @throws RuleBroken monthClosed: entries go to an open month */
export function assertMonthOpen(closed: readonly string[], on: Day, field: string): void {
  const month = on.slice(0, 7)
  if (closed.includes(month)) throw new RuleBroken('monthClosed', [field], { month })
}

/** @throws RuleBroken monthInFuture, monthClosed, closeDifferenceUnexplained */
export function closedPeriod(
  known: PeriodClose | undefined,
  close: Omit<PeriodClose, 'reopenedAt' | 'reopenedBy' | 'reopenReason'>,
  today: Day,
): PeriodClose {
  if (close.month > today.slice(0, 7)) throw new RuleBroken('monthInFuture', ['month'])
  if (known !== undefined && known.reopenedAt === null)
    throw new RuleBroken('monthClosed', ['month'], { month: close.month })
  assertExplained(close)
  return { ...close, id: known?.id ?? close.id, reopenedAt: null, reopenedBy: null, reopenReason: null }
}

/** @throws RuleBroken monthNotClosed */
export function reopenedPeriod(
  known: PeriodClose | undefined,
  reopening: { readonly at: string; readonly by: string; readonly reason: string },
): PeriodClose {
  if (known === undefined || known.reopenedAt !== null) throw new RuleBroken('monthNotClosed', ['month'])
  return { ...known, reopenedAt: reopening.at, reopenedBy: reopening.by, reopenReason: reopening.reason }
}

function assertExplained({
  bookFen,
  ledgerFen,
  differenceNote,
}: {
  readonly bookFen: Fen | null
  readonly ledgerFen: Fen | null
  readonly differenceNote: string | null
}): void {
  const gap = (bookFen ?? 0) - (ledgerFen ?? 0)
  if (bookFen !== null && gap !== 0 && differenceNote === null)
    throw new RuleBroken('closeDifferenceUnexplained', ['differenceNote'], { gap: formatFen(gap, 'yuan') })
}
