import { z } from 'zod'

/** A calendar day as YYYY-MM-DD, without zone. */
export type Day = string

export const earliestDay: Day = '1990-01-01'

/** From 1900 to 2199, as plan dates are: a slip like 0225 is no day of this office. */
export const day = z.iso
  .date({ error: 'dateInvalid' })
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', { error: 'dateInvalid' })

/** YYYY-MM-DD of a day that every month has: to be asked before the schema where there are many. */
export function isPlainDay(text: string): text is Day {
  return /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(text)
}

/** The same day as the office's own calendar shows it at that instant. */
export function localDay(instant: Date): Day {
  const month = String(instant.getMonth() + 1).padStart(2, '0')
  return `${String(instant.getFullYear())}-${month}-${String(instant.getDate()).padStart(2, '0')}`
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * A day as people type it: 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305. Null when it is none.
 */
export function parseDay(text: string): Day | null {
  const typed = text.normalize('NFKC').trim()
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(typed)
  if (match === null) return null
  const month = match[2] ?? match[4] ?? ''
  const dayOfMonth = match[3] ?? match[5] ?? ''
  const parsed = day.safeParse(`${match[1] ?? ''}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}

/** The same day so many months later; the last of the month where that month is shorter. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10)
}

export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
