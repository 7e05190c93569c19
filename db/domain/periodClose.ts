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
