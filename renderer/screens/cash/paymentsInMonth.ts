import { monthPaymentsAddress } from '../money/books/monthAddress.ts'

/** The ledger with the payments of a month, of what is named. */
export function paymentsInMonth(
  month: string,
  of: {
    readonly projectId: string | null
    readonly contractId?: string | undefined
    readonly fundId?: string | null | undefined
  },
): string {
  const more = new URLSearchParams({
    ...(of.projectId === null ? {} : { projectId: of.projectId }),
    ...(of.contractId === undefined ? {} : { contractId: of.contractId }),
    ...(of.fundId === undefined || of.fundId === null ? {} : { fundId: of.fundId }),
  }).toString()
  return more === '' ? monthPaymentsAddress(month) : `${monthPaymentsAddress(month)}&${more}`
}
