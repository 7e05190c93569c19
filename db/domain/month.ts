import type { Day } from './day.ts'

/** A calendar month as YYYY-MM. */
export type Month = string

/** The last day of a month. */
export function monthEnd(month: Month): Day {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? Number.NaN, number ?? Number.NaN, 0)).toISOString().slice(0, 10)
}

/** The month so many months later, or earlier. */
export function monthAfter(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? Number.NaN, (number ?? Number.NaN) - 1 + count, 1))
    .toISOString()
    .slice(0, 7)
}

/** The months of two days and all between them, in order; none where the second lies before the first. */
export function monthsFrom(first: Day, last: Day): Month[] {
  const months: Month[] = []
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = monthAfter(month, 1))
    months.push(month)
  return months
}
