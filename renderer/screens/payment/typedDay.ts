import { type Day, day, parseDay } from '../../../db/domain/day.ts'

/**
 * A day as it is typed in a hurry: every full form of parseDay, and without its year (3-5, 3月5日, 3.5), which
 * then is the newest such day that is not after today. Null when it is none.
 */
export function typedDay(text: string, today: Day): Day | null {
  const full = parseDay(text)
  if (full !== null) return full
  const match = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text.normalize('NFKC').trim())
  if (match === null) return null
  const monthAndDay = `${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year - 1, year - 2, year - 3, year - 4]) {
    const typed = `${String(candidate)}-${monthAndDay}`
    if (typed <= today && day.safeParse(typed).success) return typed
  }
  return null
}
