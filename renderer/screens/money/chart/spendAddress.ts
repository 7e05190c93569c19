import { monthPaymentsAddress } from '../books/monthAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'

/** Where a figure of months comes from; from and to are months (YYYY-MM). */
export const spendAddress = {
  paid: (projectId: string | null, from: string, to: string) => {
    const months = monthPaymentsAddress(from, to)
    return projectId === null ? months : `${months}&projectId=${encodeURIComponent(projectId)}`
  },
  done: (projectId: string | null, from: string, to: string) =>
    moneyAddress({ tab: 'charts', projectId, entries: 'done', from, to, year: to.slice(0, 4) }),
  plan: (projectId: string | null, year: number) =>
    moneyAddress({ tab: 'annual', projectId, year: String(year) }),
} as const
