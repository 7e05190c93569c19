import { type MoneyView, moneyAddress } from '../useMoneyView.ts'

/** 下达 and 到位 of a source, of one project where it is named. */
export function fundEntriesAddress(
  fundId: string | null,
  projectId: string | null,
  chosen: Partial<Pick<MoneyView, 'entryKind' | 'year' | 'from' | 'to'>> = {},
): string {
  return moneyAddress({ tab: 'funds', fundId, projectId, ...chosen })
}

/** The payments that a source bore, of one year where it is named. */
export function fundPaymentsAddress(fundId: string, projectId: string | null, year?: string): string {
  const query = new URLSearchParams({
    fundId,
    ...(projectId === null ? {} : { projectId }),
    ...(year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }),
  })
  return `/payments?${query.toString()}`
}
