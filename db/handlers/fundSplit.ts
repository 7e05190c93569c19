import type { ContractRow } from '../domain/contract.ts'
import type { Day } from '../domain/day.ts'
import type { Fen } from '../domain/fen.ts'
import type { FundPart } from '../domain/fund.ts'
import { type SplitBasis, splitByWeight } from '../domain/fundSplit.ts'
import type { PaymentKind } from '../domain/payment.ts'
import type { ReadDb } from '../store/database.ts'
import { fundBalances } from '../store/fundBalance.ts'
import { lastSplitOf, paidByFund } from '../store/fundSplit.ts'
import { contractOf } from './contract.ts'
import type { QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const proposeSplit: QueryHandler<'proposeSplit'> = (db, input) => {
  const project = requireProject(db, input.projectId)
  const contract = contractOf(db, input)
  const { basis, parts } = splitOf(db, {
    projectId: project.id,
    contract,
    kind: input.kind ?? null,
    amountFen: input.amountFen,
    onDay: input.onDay,
  })
  const shares = new Map(parts.map((part) => [part.fundId, part.amountFen]))
  return {
    basis,
    parts: fundBalances(db, { projectId: project.id }).map(({ fundId, fundName, balanceFen }) => ({
      fundId,
      fundName,
      balanceFen,
      amountFen: shares.get(fundId) ?? 0,
    })),
    shortFen: parts.reduce((left, part) => left - part.amountFen, input.amountFen),
  }
}

/**
 * 默认拆分, all above zero: as the contract's last payment was split, else by what the project received; within each
 * source's balance. A refund goes back by what each source paid.
 */
export function splitOf(
  db: ReadDb,
  payment: {
    readonly projectId: string
    readonly contract: ContractRow | null
    readonly kind: PaymentKind | null
    readonly amountFen: Fen
    /** Receipts of later days count for nothing. */
    readonly onDay: Day | undefined
  },
): { readonly basis: SplitBasis; readonly parts: FundPart[] } {
  const { projectId, contract, amountFen, onDay } = payment
  if (payment.kind === 'refund') {
    const paid = paidByFund(db, { projectId, contractId: contract?.id ?? null })
    const sources = paid.map(({ fundId, paidFen }) => ({ fundId, weightFen: paidFen, capFen: paidFen }))
    return labelled('paid', splitByWeight(amountFen, sources))
  }
  const standings = fundBalances(db, onDay === undefined ? { projectId } : { projectId, onDay })
  const last = contract === null ? [] : lastSplitOf(db, contract.id)
  const lastShare = new Map(last.map((part) => [part.fundId, part.amountFen]))
  const sources = standings.map(({ fundId, receivedFen, balanceFen }) => ({
    fundId,
    weightFen: last.length > 0 ? (lastShare.get(fundId) ?? 0) : receivedFen,
    capFen: balanceFen,
  }))
  return labelled(last.length > 0 ? 'last' : 'received', splitByWeight(amountFen, sources))
}

function labelled(basis: SplitBasis, parts: FundPart[]) {
  return { basis: parts.length === 0 ? ('none' as const) : basis, parts }
}
