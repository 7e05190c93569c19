import type { Day } from '../../../../db/domain/day.ts'

/** The payments of a month (YYYY-MM), or from one month to another, in the ledger. */
export function monthPaymentsAddress(from: string, to = from): string {
  return `/payments?from=${monthDays(from)[0]}&to=${monthDays(to)[1]}`
}

/** The first and the last day of a month. */
export function monthDays(month: string): readonly [Day, Day] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return [`${month}-01`, `${month}-${String(last)}`]
}
