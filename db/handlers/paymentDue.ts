import type { Day } from '../domain/day.ts'
import { publishDay } from '../domain/deskAlerts.ts'
import { pageOfRows } from '../domain/page.ts'
import {
  dueOnOf,
  dueStandings,
  type OverdueYear,
  type PaymentDue,
  type PaymentDueRow,
  paymentDue,
  termOf,
} from '../domain/paymentDue.ts'
import { assertOpen } from '../domain/project.ts'
import type { Rule } from '../domain/rule.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { ruleOn, rulesIn, thresholdOf } from '../domain/ruleTable.ts'
import type { ReadDb } from '../store/database.ts'
import {
  type DueOfContract,
  findDue,
  insertDue,
  paidOnDues,
  standingDues,
  withdrawDue,
} from '../store/paymentDue.ts'
import { allRules, rulesByProject, rulesOf } from '../store/rule.ts'
import { requireContract } from './contract.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 验收、交付、结算之日起算: the term is the contract's, or the rule's where it says none. */
export const recordPaymentDue: CommandHandler<'recordPaymentDue'> = (db, input, { newId, today, at }) => {
  const contract = requireContract(db, input.contractId)
  const rule = ruleOn(rulesOf(db, contract.projectId), 'smeTerm', contract.signedOn)
  const termDays = termOf(contract, {
    days: thresholdOf(rule, 'days', 30),
    maxDays: thresholdOf(rule, 'maxDays', 60),
  })

  assertOpen(requireProject(db, contract.projectId).state)
  if (input.happenedOn > today) throw new RuleBroken('dateInFuture', ['happenedOn'], { today })
  if (input.happenedOn < contract.signedOn)
    throw new RuleBroken('dateBeforeContract', ['happenedOn'], { signedOn: contract.signedOn })
  const due: PaymentDue = {
    id: newId(),
    contractId: contract.id,
    basis: input.basis,
    happenedOn: input.happenedOn,
    amountFen: input.amountFen,
    termDays,
    dueOn: dueOnOf(input.happenedOn, termDays),
    documentNo: input.documentNo,
    memo: input.memo,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
    withdrawnAt: null,
    withdrawReason: null,
  }

  insertDue(db, due)
  return due
}

export const withdrawPaymentDue: CommandHandler<'withdrawPaymentDue'> = (db, { dueId, reason }, { at }) => {
  const due = findDue(db, dueId)
  if (due === undefined) throw new RuleBroken('dueUnknown', ['dueId'])
  assertOpen(requireProject(db, due.projectId).state)
  if (due.withdrawnAt !== null) throw new RuleBroken('dueWithdrawn', ['dueId'])
  withdrawDue(db, dueId, at, reason)
  return { ...withoutContract(due), withdrawnAt: at, withdrawReason: reason }
}

export const listPaymentDues: QueryHandler<'listPaymentDues'> = (db, input, { today }) => {
  const { projectId, contractId, state, onlySme } = input
  const all = dueRows(db, { projectId, contractId }, today).filter(
    (row) =>
      (!onlySme || row.isSme) &&
      (state === 'all' || (state === 'overdue' ? row.state === 'overdue' : row.unpaidFen > 0)),
  )
  const overdue = all.filter((row) => row.state === 'overdue')
  const sum = (rows: readonly PaymentDueRow[], of: 'unpaidFen' | 'interestFen') =>
    rows.reduce((total, row) => total + row[of], 0)
  return {
    ...pageOfRows(all, input),
    totals: {
      unpaidFen: sum(all, 'unpaidFen'),
      overdueFen: sum(overdue, 'unpaidFen'),
      overdueCount: overdue.length,
      interestFen: sum(all, 'interestFen'),
    },
  }
}

/** 年度公布表: what was overdue and unpaid to small enterprises on the last day of a year, by contract. */
export const overdueOfYear: QueryHandler<'overdueOfYear'> = (db, { year }) => overdueYearOf(db, year)

export function overdueYearOf(db: ReadDb, year: number): OverdueYear {
  const asOf = `${String(year)}-12-31`
  const late = dueRows(db, {}, asOf).filter(({ isSme, state }) => isSme && state === 'overdue')
  const items = [...Map.groupBy(late, ({ contractId }) => contractId).values()].flatMap((own) => {
    const [oldest] = own
    if (oldest === undefined) return []
    return [
      {
        contractId: oldest.contractId,
        contractNumber: oldest.contractNumber,
        contractName: oldest.contractName,
        projectName: oldest.projectName,
        counterparty: oldest.counterparty,
        overdueFen: own.reduce((sum, { unpaidFen }) => sum + unpaidFen, 0),
        oldestDueOn: oldest.dueOn,
        overdueDays: oldest.overdueDays ?? 0,
        interestFen: own.reduce((sum, { interestFen }) => sum + interestFen, 0),
      },
    ]
  })
  const rule = ruleOn(rulesIn(allRules(db), null), 'smePublish', asOf)
  return {
    year,
    asOf,
    publishBy: publishDay(year, rule),
    items,
    contractCount: items.length,
    overdueFen: items.reduce((sum, { overdueFen }) => sum + overdueFen, 0),
    rule,
  }
}

/** How each due stands on a day, in the order in which they fall due. */
export function dueRows(
  db: ReadDb,
  filter: { readonly projectId?: string | undefined; readonly contractId?: string | undefined },
  on: Day,
): (PaymentDueRow & { readonly planId: string | null })[] {
  const dues = standingDues(db, filter)
  if (dues.length === 0) return []
  const paid = paidOnDues(db)
  const rules = rulesByProject(db)
  const standings = new Map(
    [...Map.groupBy(dues, ({ contractId }) => contractId)].flatMap(([contractId, own]) => {
      const [first] = own
      if (first === undefined) return []
      return [
        ...dueStandings(own, paid.get(contractId) ?? [], on, interestRuleOf(first, rules(first.projectId))),
      ]
    }),
  )
  return dues.flatMap((due) => {
    const standing = standings.get(due.id)
    if (standing === undefined) return []
    const inForce = (code: 'smeTerm' | 'smeInterest') => ruleOn(rules(due.projectId), code, due.signedOn)
    return [{ ...due, ...standing, rule: inForce('smeTerm'), interestRule: inForce('smeInterest') }]
  })
}

/** Interest without an agreement is owed to small enterprises alone. */
function interestRuleOf({ isSme, signedOn }: DueOfContract, rules: readonly Rule[]) {
  return {
    dailyPct: isSme ? thresholdOf(ruleOn(rules, 'smeInterest', signedOn), 'dailyPct', 0) : 0,
    noticeDays: thresholdOf(ruleOn(rules, 'smeTerm', signedOn), 'noticeDays', 10),
  }
}

function withoutContract(due: DueOfContract): PaymentDue {
  return paymentDue.parse(due)
}
