import type { Day } from './day.ts'

/** Days counted from 1900-01-01 (a Monday) to 2199-12-31: what the scheduler reckons in. */
export const dayCount = 109_573

const millisecondsOfDay = 86_400_000
const firstDay = Date.UTC(1900, 0, 1) / millisecondsOfDay

export function indexOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay - firstDay
}

export function dayOfIndex(index: number): Day {
  const known = texts[index]
  if (known !== undefined) return known
  const text = new Date((index + firstDay) * millisecondsOfDay).toISOString().slice(0, 10)
  texts[index] = text
  return text
}

/** Writing a date costs more than reckoning it: each day is written once. */
const texts: (string | undefined)[] = []
