/** The payments of a month (YYYY-MM), or from one month to another, in the ledger. */
export function monthPaymentsAddress(from: string, to = from): string {
  const [year = 0, number = 1] = to.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return `/payments?from=${from}-01&to=${to}-${String(last)}`
}
