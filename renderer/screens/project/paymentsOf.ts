/** The address of the ledger, filtered to a project and, if given, to one month (YYYY-MM). */
export function paymentsOf(projectId: string, month?: string): string {
  const query = new URLSearchParams({ projectId })
  if (month !== undefined) {
    const [year = 0, number = 1] = month.split('-').map(Number)
    query.set('from', `${month}-01`)
    query.set('to', `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate())}`)
  }
  return `/payments?${query.toString()}`
}
