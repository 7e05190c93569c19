/** The payments of a month (YYYY-MM), in the ledger. */
export function monthPaymentsAddress(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return `/payments?from=${month}-01&to=${month}-${String(last)}`
}
