import {
  assertNotNegative,
  type Fund,
  type FundBalance,
  type FundEntry,
  fundReversalOf,
  sumOfFunds,
} from '../domain/fund.ts'
import { assertPaidOn } from '../domain/payment.ts'
import { assertMonthOpen } from '../domain/periodClose.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { ReadDb } from '../store/database.ts'
import {
  findFund,
  findFundEntry,
  insertFund,
  insertFundEntry,
  isFundNameTaken,
  listFundEntries as readEntries,
  listFunds as readFunds,
} from '../store/fund.ts'
import {
  type FundStanding,
  fundBalances,
  fundKindsEntered,
  fundsByYear as readYears,
} from '../store/fundBalance.ts'
import { closedMonths } from '../store/periodClose.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const createFund: CommandHandler<'createFund'> = (db, { kind, name, documentNo, note }, moment) => {
  if (isFundNameTaken(db, name)) throw new RuleBroken('fundNameTaken', ['name'])
  const fund: Fund = { id: moment.newId(), kind, name, documentNo, note, recordedAt: moment.at }
  insertFund(db, fund)
  return fund
}

/** 下达 or 到位; a negative amount takes back what was entered too much, or what went back. */
export const recordFundReceipt: CommandHandler<'recordFundReceipt'> = (db, input, { newId, today, at }) => {
  const fund = requireFund(db, input.fundId)
  const project = requireProject(db, input.projectId)
  const [standing] = fundBalances(db, { fundId: fund.id, projectId: project.id })

  assertOpen(project.state)
  assertPaidOn(input.enteredOn, today, 'enteredOn')
  assertMonthOpen(closedMonths(db), input.enteredOn, 'enteredOn')
  if (input.kind === 'receipt')
    assertNotNegative(fund.name, standing?.balanceFen ?? 0, input.amountFen, 'amountFen')
  const entry: FundEntry = {
    id: newId(),
    fundId: fund.id,
    projectId: project.id,
    kind: input.kind,
    amountFen: input.amountFen,
    enteredOn: input.enteredOn,
    documentNo: input.documentNo,
    memo: input.memo,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
    reversesId: null,
    reason: null,
  }

  insertFundEntry(db, entry)
  return entry
}

/** Both stay; of a receipt no more is taken back than is still in hand. */
export const reverseFundEntry: CommandHandler<'reverseFundEntry'> = (db, input, { newId, today, at }) => {
  const original = findFundEntry(db, input.entryId)
  if (original === undefined) throw new RuleBroken('fundEntryUnknown', ['entryId'])
  const { fundId, projectId, fundName } = original
  const [standing] = fundBalances(db, { fundId, projectId })

  assertOpen(requireProject(db, projectId).state)
  assertPaidOn(input.reversedOn, today, 'reversedOn')
  assertMonthOpen(closedMonths(db), input.reversedOn, 'reversedOn')
  const reversal = fundReversalOf(original, {
    id: newId(),
    reversedOn: input.reversedOn,
    reason: input.reason,
    recordedAt: at,
    actorName: db.command.actor?.name ?? '',
  })
  if (reversal.kind === 'receipt')
    assertNotNegative(fundName, standing?.balanceFen ?? 0, reversal.amountFen, 'entryId')

  insertFundEntry(db, reversal)
  return { ...reversal, fundName, projectName: original.projectName, reversedById: null }
}

export const listFunds: QueryHandler<'listFunds'> = (db, { projectId, ...page }) => {
  const funds = readFunds(db, projectId, page)
  const standings = Map.groupBy(
    fundBalances(db, projectId === undefined ? {} : { projectId }),
    ({ fundId }) => fundId,
  )
  return {
    ...funds,
    items: funds.items.map((fund) => {
      const projects = (standings.get(fund.id) ?? []).map(balanceOf)
      return { ...fund, ...sumOfFunds(projects), projects }
    }),
  }
}

export const listFundEntries: QueryHandler<'listFundEntries'> = (db, { page, pageSize, ...filter }) =>
  readEntries(db, filter, { page, pageSize })

export const fundsByYear: QueryHandler<'fundsByYear'> = (db, filter) => {
  const kinds = fundKindsEntered(db, filter.projectId)
  const items = readYears(db, filter).map((row) => {
    const entered = (kind: FundEntry['kind']) => kinds.has(`${row.fundId} ${kind}`)
    return {
      ...row,
      allottedFen: entered('allotment') ? row.allottedFen : null,
      receivedFen: entered('receipt') ? row.receivedFen : null,
    }
  })
  return { items, total: items.length }
}

export function requireFund(db: ReadDb, fundId: string, field = 'fundId'): Fund {
  const fund = findFund(db, fundId)
  if (fund === undefined) throw new RuleBroken('fundUnknown', [field])
  return fund
}

/** What nobody entered is unknown, and with what was received what is left. */
function balanceOf(standing: FundStanding): FundBalance {
  const { projectId, projectName, allottedFen, receivedFen, paidFen, balanceFen } = standing
  const isReceived = standing.receiptCount > 0
  return {
    projectId,
    projectName,
    allottedFen: standing.allotmentCount > 0 ? allottedFen : null,
    receivedFen: isReceived ? receivedFen : null,
    paidFen,
    balanceFen: isReceived ? balanceFen : null,
  }
}
