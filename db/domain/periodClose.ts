import { z } from 'zod'
import type { Day } from './day.ts'
import { RuleBroken } from './ruleBroken.ts'
import { reasonText } from './text.ts'

/** YYYY-MM */
export const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'monthInvalid' })

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
})
export type PeriodClose = z.infer<typeof periodClose>

export const closeMonthInput = z.strictObject({ month, reason: reasonText })

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

/** @throws RuleBroken monthInFuture, monthClosed */
export function closedPeriod(
  known: PeriodClose | undefined,
  close: Pick<PeriodClose, 'id' | 'month' | 'closedAt' | 'closedBy' | 'closeReason'>,
  today: Day,
): PeriodClose {
  if (close.month > today.slice(0, 7)) throw new RuleBroken('monthInFuture', ['month'])
  if (known !== undefined && known.reopenedAt === null)
    throw new RuleBroken('monthClosed', ['month'], { month: close.month })
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
