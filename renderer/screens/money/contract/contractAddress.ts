/** The payments of a contract, in the ledger. */
export function contractPaymentsAddress(contractId: string): string {
  return `/payments?contractId=${encodeURIComponent(contractId)}`
}
