import { sumOf } from '../../domain/fenPart.ts'
import { assertNotNegative, type FundPart } from '../../domain/fund.ts'
import { splitByWeight } from '../../domain/fundSplit.ts'
import type { PaymentDraft } from '../../domain/import/paymentRow.ts'
import { splitWarnings } from '../../domain/payable.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import type { ReadDb } from '../../store/database.ts'
import { fundBalances, hasReceipts, receiptsOfFunds } from '../../store/fundBalance.ts'
import { lastSplitOf, paidByFund } from '../../store/fundSplit.ts'
import { requireFund } from '../fund.ts'
import { keyed, tally } from './keyed.ts'

/** The split of each payment as recordPayment makes it, its balances moved on by the rows taken before. */
export function runningSplit(db: ReadDb) {
  const standings = keyed((projectId: string) => fundBalances(db, { projectId }))
  const last = keyed((contractId: string) => lastSplitOf(db, contractId))
  const paidBefore = keyed((projectId: string, contractId: string) =>
    paidByFund(db, { projectId, contractId: contractId === '' ? null : contractId }),
  )
  const name = keyed((fundId: string) => requireFund(db, fundId, 'fund').name)
  const newest = new Map<string, readonly FundPart[]>()
  const paid = tally()

  const isReceiptKnown = keyed((projectId: string) => hasReceipts(db, projectId))
  const received = keyed((projectId: string) =>
    Map.groupBy(receiptsOfFunds(db, projectId), ({ fundId }) => fundId),
  )

  return { partsOf, take, assertCovered, warningsOf }

  /** Of a source by a day. */
  function receivedFen(projectId: string, fundId: string, onDay: string): number {
    return (
      received(projectId)
        .get(fundId)
        ?.findLast(({ enteredOn }) => enteredOn <= onDay)?.receivedFen ?? 0
    )
  }

  function leftOn(projectId: string, fundId: string, onDay: string): number {
    const own = standings(projectId).find((standing) => standing.fundId === fundId)
    const paidFen = (own?.paidFen ?? 0) + paid.of(`${fundId} ${projectId}`)
    return receivedFen(projectId, fundId, onDay) - paidFen
  }

  /** What a source pays before its money came. */
  function warningsOf({ projectId, paidOn }: PaymentDraft, parts: readonly FundPart[]): RuleCode[] {
    const isKnown = parts.length > 0 && isReceiptKnown(projectId)
    return splitWarnings((fundId) => (isKnown ? leftOn(projectId, fundId, paidOn) : null), parts)
  }

  /** With the sign of the entry: to the source named, else by rule; none where the sources do not cover the whole. */
  function partsOf(draft: PaymentDraft): readonly FundPart[] {
    const { fundParts, amountFen } = draft
    if (fundParts !== null) return fundParts
    const size = Math.abs(amountFen)
    const bearing = amountFen < 0 ? refundSources(draft) : sources(draft)
    if (bearing.length === 0) return []
    const parts = splitByWeight(size, bearing)
    if (sumOf(parts) !== size) return []
    return amountFen < 0 ? parts.map((part) => ({ ...part, amountFen: -part.amountFen })) : parts
  }

  function sources({ projectId, contractId, paidOn }: PaymentDraft) {
    const shares = contractId === null ? [] : (newest.get(contractId) ?? last(contractId))
    const shareOf = new Map(shares.map((part) => [part.fundId, part.amountFen]))
    return standings(projectId).map(({ fundId }) => ({
      fundId,
      weightFen: shares.length > 0 ? (shareOf.get(fundId) ?? 0) : receivedFen(projectId, fundId, paidOn),
      capFen: leftOn(projectId, fundId, paidOn),
    }))
  }

  function refundSources({ projectId, contractId }: PaymentDraft) {
    const before = new Map(paidBefore(projectId, contractId ?? '').map((part) => [part.fundId, part.paidFen]))
    const scope = contractId ?? projectId
    return [...new Set([...before.keys(), ...standings(projectId).map(({ fundId }) => fundId)])].map(
      (fundId) => {
        const paidFen = (before.get(fundId) ?? 0) + paid.of(`${fundId} of ${scope}`)
        return { fundId, weightFen: paidFen, capFen: paidFen }
      },
    )
  }

  /** @throws RuleBroken fundNegative */
  function assertCovered({ projectId }: PaymentDraft, parts: readonly FundPart[]): void {
    for (const { fundId, amountFen } of parts) {
      const own = standings(projectId).find((standing) => standing.fundId === fundId)
      const left = (own?.balanceFen ?? 0) - paid.of(`${fundId} ${projectId}`)
      assertNotNegative(name(fundId), left, -amountFen, 'fund')
    }
  }

  function take({ projectId, contractId, amountFen }: PaymentDraft, parts: readonly FundPart[]): void {
    for (const part of parts) {
      paid.add(`${part.fundId} ${projectId}`, part.amountFen)
      paid.add(`${part.fundId} of ${projectId}`, part.amountFen)
      if (contractId !== null) paid.add(`${part.fundId} of ${contractId}`, part.amountFen)
    }
    if (contractId !== null && amountFen > 0 && parts.length > 0) newest.set(contractId, parts)
  }
}
