import { assertAdvanceRefunded } from '../../domain/advance.ts'
import { type ContractRow, onlyLineOf } from '../../domain/contract.ts'
import type { FundPart } from '../../domain/fund.ts'
import type { PaymentDraft } from '../../domain/import/paymentRow.ts'
import { assertWithinContract, payableOf } from '../../domain/payable.ts'
import { payWarnings, projectLimits } from '../../domain/payLimit.ts'
import { assertPaidOn, assertPaidStays } from '../../domain/payment.ts'
import { assertMonthOpen } from '../../domain/periodClose.ts'
import { assertOpen } from '../../domain/project.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import type { RuleCode } from '../../domain/ruleText.ts'
import { advanceSums } from '../../store/advanceRecovery.ts'
import { committedByLine } from '../../store/contractLine.ts'
import type { ReadDb } from '../../store/database.ts'
import { closedMonths } from '../../store/periodClose.ts'
import { budgetOf, inHandByDay, paidOf, positionOf } from '../../store/position.ts'
import { rulesByProject } from '../../store/rule.ts'
import { linesOf, requireContract, wholeOf } from '../contract.ts'
import { requireProject } from '../project.ts'
import { keyed, tally } from './keyed.ts'
import { runningSplit } from './runningSplit.ts'

/** A payment as it will be posted: with its 科目 and its split. */
export interface PlacedPayment {
  readonly budgetLineId: string | null
  readonly parts: readonly FundPart[]
}

/** What recordPayment asks of an entry, with every sum moved on by the rows taken before. */
export function paymentRules(
  db: ReadDb,
  today: string,
  place: (draft: PaymentDraft, placed: PlacedPayment) => void,
) {
  const closed = closedMonths(db)
  const rulesOf = rulesByProject(db)
  const project = keyed((id: string) => requireProject(db, id))
  const contract = keyed((id: string) => requireContract(db, id))
  const onlyLine = keyed((id: string) => onlyLineOf(committedByLine(db, id)))
  const lineWarnings = keyed((id: string, projectId: string) =>
    linesOf(db, projectId, wholeOf(id, 1), 'budgetLine'),
  )
  const advance = keyed((id: string) => advanceSums(db, id))
  const position = keyed((id: string, day: string) => positionOf(db, contract(id), day))
  const budgetBefore = keyed((id: string) => budgetOf(db, id))
  const funds = keyed((id: string) => inHandByDay(db, id))
  const paidBefore = keyed((id: string) => paidOf(db, id))
  const split = runningSplit(db)
  const paid = tally()

  /** The warnings that ask for a reason. @throws RuleBroken what blocks the entry */
  return (draft: PaymentDraft): RuleCode[] => {
    const { projectId, paidOn, amountFen, contractId } = draft
    assertOpen(project(projectId).state)
    assertPaidOn(paidOn, today)
    assertMonthOpen(closed, paidOn, 'paidOn')
    const own = contractId === null ? null : contract(contractId)
    if (own !== null && own.projectId !== projectId)
      throw new RuleBroken('contractOfOtherProject', ['contract'])
    const budgetLineId = draft.budgetLineId ?? (own === null ? null : onlyLine(own.id))
    const parts = split.partsOf(draft)
    assertFits(draft, own, parts)
    const warnings = [
      ...(budgetLineId === null ? [] : lineWarnings(budgetLineId, projectId)),
      ...(amountFen < 0 ? [] : payWarnings(limitsOf(draft, own, parts.length > 0), amountFen)),
      ...split.warningsOf(draft, parts),
    ]
    take(draft, parts)
    place(draft, { budgetLineId, parts })
    return warnings
  }

  function assertFits(draft: PaymentDraft, own: ContractRow | null, parts: readonly FundPart[]) {
    const { projectId, amountFen } = draft
    const paidSoFar =
      own === null
        ? paidBefore(projectId) + paid.of(`project ${projectId}`)
        : own.paidFen + paid.of(`contract ${own.id}`)
    assertPaidStays(paidSoFar, amountFen, 'amount')
    if (own !== null && amountFen > 0) assertWithinContract(amountFen, own.committedFen - paidSoFar)
    split.assertCovered(draft, parts)
    if (own !== null && draft.refundOf === 'advance') {
      const { advanceFen, recoveredFen } = advance(own.id)
      assertAdvanceRefunded(0 - amountFen, advanceFen + paid.of(`advance ${own.id}`), recoveredFen)
    }
  }

  /** A split blocks by each source's own balance, so that the sum of all need not warn. */
  function limitsOf(draft: PaymentDraft, own: ContractRow | null, isSplit: boolean) {
    const { projectId, paidOn, kind, amountFen } = draft
    const rules = rulesOf(projectId)
    const known = budgetBefore(projectId)
    const budget =
      known === null ? null : { ...known, paidFen: known.paidFen + paid.of(`project ${projectId}`) }
    const held = funds(projectId)(paidOn)
    const hand =
      held === null ? null : [{ kind: 'inHand' as const, amountFen: held - paid.of(`split ${projectId}`) }]
    const limits = [
      ...(own === null
        ? []
        : payableOf(moved(own, paidOn), rules, kind ?? 'other', paidOn).limits.filter(
            (limit) => limit.kind !== 'funds' && limit.kind !== 'budget',
          )),
      ...projectLimits(budget, hand, rules, paidOn),
    ]
    const price = limits.find((limit) => limit.kind === 'contract')
    if (price !== undefined) assertWithinContract(amountFen, price.amountFen)
    return isSplit ? limits.filter((limit) => limit.kind !== 'funds') : limits
  }

  function moved(own: ContractRow, paidOn: string) {
    const base = position(own.id, paidOn)
    return {
      ...base,
      paidFen: base.paidFen + paid.of(`contract ${own.id}`),
      advancePaidFen: base.advancePaidFen + paid.of(`advance ${own.id}`),
      retentionReleasedFen: base.retentionReleasedFen + paid.of(`retentionRelease ${own.id}`),
    }
  }

  function take(draft: PaymentDraft, parts: readonly FundPart[]) {
    const { projectId, amountFen, contractId, kind } = draft
    paid.add(`project ${projectId}`, amountFen)
    if (parts.length > 0) paid.add(`split ${projectId}`, amountFen)
    if (contractId !== null) {
      paid.add(`contract ${contractId}`, amountFen)
      // Whatever moved the advance: paid, or come back.
      const moved = draft.refundOf ?? kind
      if (moved !== null) paid.add(`${moved} ${contractId}`, amountFen)
    }
    split.take(draft, parts)
  }
}
