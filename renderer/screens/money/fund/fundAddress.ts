import { moneyAddress } from '../useMoneyView.ts'

/** 下达 and 到位 of a source, of one project where it is named. */
export function fundEntriesAddress(fundId: string, projectId: string | null): string {
  return moneyAddress({ tab: 'funds', fundId, projectId })
}

/** The payments that a source bore. */
export function fundPaymentsAddress(fundId: string, projectId: string | null): string {
  const query = new URLSearchParams({ fundId, ...(projectId === null ? {} : { projectId }) })
  return `/payments?${query.toString()}`
}
