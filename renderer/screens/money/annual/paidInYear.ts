/** The ledger with the payments of a project in a year. */
export function paidInYear(projectId: string, year: number): string {
  const query = new URLSearchParams({
    projectId,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
  })
  return `/payments?${query.toString()}`
}
