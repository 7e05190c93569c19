import type { z } from 'zod'
import type { fundSums } from '../../../../db/domain/fund.ts'

type FundSums = z.infer<typeof fundSums>

export function totalOfFunds(funds: readonly FundSums[]): FundSums {
  const sum = (name: keyof FundSums) => funds.reduce((total, fund) => total + fund[name], 0)
  return {
    allottedFen: sum('allottedFen'),
    receivedFen: sum('receivedFen'),
    paidFen: sum('paidFen'),
    balanceFen: sum('balanceFen'),
  }
}
