import { type AdvanceRow, advanceStandingOf, assertAdvanceStays, assertRecovers } from '../domain/advance.ts'
import { pctIn } from '../domain/fenPart.ts'
import { pageOfRows } from '../domain/page.ts'
import type { Payment } from '../domain/payment.ts'
import { assertMonthOpen } from '../domain/periodClose.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { ruleOn } from '../domain/ruleTable.ts'
import {
  advanceSums,
  insertRecovery,
  lastRecoveries,
  listRecoveries as readRecoveries,
} from '../store/advanceRecovery.ts'
import { contractFacts } from '../store/contractFacts.ts'
import type { ReadDb } from '../store/database.ts'
import { closedMonths } from '../store/periodClose.ts'
import { rulesByProject } from '../store/rule.ts'
import { requireContract } from './contract.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 预付款扣回: taken on a progress payment; the rest stays to be recovered. */
export const recordAdvanceRecovery: CommandHandler<'recordAdvanceRecovery'> = (
  db,
  input,
  { newId, today, at },
) => {
  const contract = requireContract(db, input.contractId)
  const { advanceFen, recoveredFen } = advanceSums(db, contract.id)

  assertOpen(requireProject(db, contract.projectId).state)
  if (input.recoveredOn > today) throw new RuleBroken('dateInFuture', ['recoveredOn'], { today })
  if (input.recoveredOn < contract.signedOn)
    throw new RuleBroken('dateBeforeContract', ['recoveredOn'], { signedOn: contract.signedOn })
  assertMonthOpen(closedMonths(db), input.recoveredOn, 'recoveredOn')
  assertRecovers(input.amountFen, recoveredFen, advanceFen)
  const recovery = { ...input, id: newId(), recordedAt: at, actorName: db.command.actor?.name ?? '' }

  insertRecovery(db, recovery)
  return recovery
}

/** After entries were cancelled or changed: where one of them was an advance, what was recovered of it must still be there. */
export function assertAdvancesStay(
  db: ReadDb,
  entries: readonly Pick<Payment, 'contractId' | 'kind' | 'refundOf'>[],
  field: string,
): void {
  const touched = entries.flatMap(({ kind, refundOf, contractId }) =>
    kind === 'advance' || refundOf === 'advance' ? [contractId] : [],
  )
  for (const contractId of new Set(touched)) {
    if (contractId === null) continue
    const { advanceFen, recoveredFen } = advanceSums(db, contractId)
    assertAdvanceStays(advanceFen, recoveredFen, field)
  }
}

/** 预付款台账: every contract with an advance agreed or paid. */
export const listAdvances: QueryHandler<'listAdvances'> = (db, input) => {
  const rules = rulesByProject(db)
  const last = lastRecoveries(db)
  const rows = contractFacts(db, { projectId: input.projectId, measured: null })
    .filter(({ contract, advancePaidFen }) => advancePaidFen !== 0 || (contract.advancePct ?? 0) > 0)
    .map((facts): AdvanceRow => {
      const { contract, committedFen, doneFen } = facts
      const isSettled = contract.settledOn !== null
      const worthFen = isSettled ? committedFen : doneFen
      return {
        ...advanceStandingOf({
          paidFen: facts.advancePaidFen,
          refundedFen: facts.advanceRefundedFen,
          recoveredFen: facts.recoveredFen,
          worthFen,
          priceFen: committedFen,
        }),
        contractId: contract.id,
        projectId: contract.projectId,
        projectName: facts.projectName,
        number: contract.number,
        name: contract.name,
        counterparty: contract.counterparty,
        amountFen: contract.amountFen,
        advancePct: contract.advancePct,
        donePct: worthFen === null ? null : pctIn(worthFen, committedFen),
        worthFen,
        priceFen: committedFen,
        isSettled,
        lastRecoveredOn: last.get(contract.id) ?? null,
        rule: ruleOn(rules(contract.projectId), 'advanceRecovery', contract.signedOn),
      }
    })
  return pageOfRows(input.state === 'all' ? rows : rows.filter(({ leftFen }) => leftFen > 0), input)
}

export const listAdvanceRecoveries: QueryHandler<'listAdvanceRecoveries'> = (
  db,
  { contractId, to, ...page },
) => readRecoveries(db, { contractId, to }, page)
