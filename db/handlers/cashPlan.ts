import { byWeight, type CashPlanRow, type CashSource, reckonCash, shortFrom } from '../domain/cashPlan.ts'
import type { Fen } from '../domain/fen.ts'
import { assertOpen } from '../domain/project.ts'
import type { RequestOutput } from '../requests/requests.ts'
import { listAnnualPlanVersions, paidByFundInYear } from '../store/annualPlan.ts'
import {
  allotmentsLeft,
  type CashContract,
  cashContracts,
  fundsOfYear,
  paidByContractMonth,
  type SetMonth,
  saveMonth,
  setMonths,
} from '../store/cashPlan.ts'
import type { ReadDb } from '../store/database.ts'
import { requireContract } from './contract.ts'
import { requireFund } from './fund.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

/** 用款计划: twelve months from the contracts, by source, beside what is in hand and what was paid. */
export const cashPlan: QueryHandler<'cashPlan'> = (db, { year, projectId, page, pageSize }) => {
  const rows = rowsOf(db, year, projectId)
  return {
    items: rows.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    page,
    pageSize,
    openFen: rows.reduce((sum, row) => sum + row.openFen, 0),
    laterFen: rows.reduce((sum, row) => sum + row.laterFen, 0),
    planFen: addUp(rows.map((row) => row.planFen)),
    ...sourcesOf(db, rows, year, projectId),
  }
}

/** Sets one month of a contract and a source, or lets it be reckoned again. */
export const adjustCashPlan: CommandHandler<'adjustCashPlan'> = (db, input, { newId }) => {
  const contract = requireContract(db, input.contractId)
  assertOpen(requireProject(db, contract.projectId).state)
  if (input.fundId !== null) requireFund(db, input.fundId)
  saveMonth(db, newId(), input)
  return { contractId: contract.id }
}

interface Weighed {
  readonly fundId: string | null
  readonly fundName: string | null
  readonly weight: Fen
}

function rowsOf(db: ReadDb, year: number, projectId: string | undefined): CashPlanRow[] {
  const paid = Map.groupBy(paidByContractMonth(db, year), ({ contractId }) => contractId)
  const set = Map.groupBy(setMonths(db, year), ({ contractId }) => contractId)
  const weights = weightsOf(db, year)
  return cashContracts(db, year, projectId).map((contract) => {
    const row = rowOf(contract, year, weights(contract.projectId), set.get(contract.id) ?? [])
    const own = paid.get(contract.id) ?? []
    return { ...row, paidFen: twelve((month) => own.find((one) => one.month === month + 1)?.paidFen ?? 0) }
  })
}

function rowOf(
  contract: CashContract,
  year: number,
  weighed: readonly Weighed[],
  set: readonly SetMonth[],
): Omit<CashPlanRow, 'paidFen'> {
  const { parts, marks } = reckonCash(contract, year)
  const whole = addUp(parts.map(({ months }) => months))
  const shares = whole.map((fen) =>
    byWeight(
      fen,
      weighed.map(({ weight }) => weight),
    ),
  )
  const others = set.filter(({ fundId }) => weighed.every((one) => one.fundId !== fundId))
  const funds = [
    ...weighed,
    ...[...new Set(others.map(({ fundId }) => fundId))].map((fundId) => ({ fundId, fundName: null })),
  ]
  const sources = funds.map(({ fundId, fundName }, place) => ({
    fundId,
    fundName,
    months: twelve((month) => {
      const own = set.find((one) => one.fundId === fundId && one.month === month + 1)
      return {
        planFen: own?.amountFen ?? shares[month]?.[place] ?? 0,
        isAdjusted: own !== undefined,
      }
    }),
  }))
  const planFen = addUp(sources.map((source) => source.months.map((month) => month.planFen)))
  const openFen = Math.max(0, contract.committedFen - contract.paidFen)
  return {
    contractId: contract.id,
    number: contract.number,
    name: contract.name,
    projectId: contract.projectId,
    projectName: contract.projectName,
    openFen,
    parts: parts.map(({ part, months, laterFen }) => {
      const inYearFen = total(months)
      return { part, amountFen: inYearFen + laterFen, inYearFen }
    }),
    marks: [...marks],
    planFen,
    laterFen: openFen - total(planFen),
    sources,
  }
}

/** By the year's plan, else by what was granted; a project without either has no source yet. */
function weightsOf(db: ReadDb, year: number): (projectId: string) => readonly Weighed[] {
  const plans = Map.groupBy(listAnnualPlanVersions(db, { year }), ({ projectId }) => projectId)
  const allotted = Map.groupBy(allotmentsLeft(db), ({ projectId }) => projectId)
  return (projectId) => {
    const planned = (plans.get(projectId)?.[0]?.lines ?? [])
      .filter(({ amountFen }) => amountFen !== null && amountFen > 0)
      .map(({ fundId, fundName, amountFen }) => ({ fundId, fundName, weight: amountFen ?? 0 }))
    if (planned.length > 0) return planned
    const granted = (allotted.get(projectId) ?? [])
      .filter(({ leftFen }) => leftFen > 0)
      .map(({ fundId, fundName, leftFen }) => ({ fundId, fundName, weight: leftFen }))
    return granted.length > 0 ? granted : [{ fundId: null, fundName: null, weight: 1 }]
  }
}

function sourcesOf(
  db: ReadDb,
  rows: readonly CashPlanRow[],
  year: number,
  projectId: string | undefined,
): Pick<RequestOutput<'cashPlan'>, 'sources' | 'paidFen'> {
  const paid = paidByFundInYear(db, year, projectId)
  const funds = fundsOfYear(db, year, projectId)
  const names = new Map<string | null, string | null>()
  for (const one of [...rows.flatMap((row) => row.sources), ...funds, ...paid])
    names.set(one.fundId, names.get(one.fundId) ?? one.fundName)
  const sources = [...names].map(([fundId, fundName]): CashSource => {
    const planFen = addUp(
      rows.flatMap((row) =>
        row.sources
          .filter((source) => source.fundId === fundId)
          .map((source) => source.months.map((month) => month.planFen)),
      ),
    )
    const own = funds.filter((one) => one.fundId === fundId)
    const receivedFen = twelve((month) => own.find((one) => one.month === month + 1)?.fen ?? 0)
    const openingFen = fundId === null ? null : (own.find((one) => one.month === 0)?.fen ?? 0)
    return {
      fundId,
      fundName,
      planFen,
      paidFen: twelve((month) =>
        paidIn(
          paid.filter((one) => one.fundId === fundId),
          month,
        ),
      ),
      openingFen,
      receivedFen,
      shortFrom: openingFen === null ? null : shortFrom(openingFen, receivedFen, planFen),
    }
  })
  const isUsed = ({ planFen, paidFen, openingFen, receivedFen }: CashSource) =>
    [...planFen, ...paidFen, ...receivedFen, openingFen ?? 0].some((fen) => fen !== 0)
  return { sources: sources.filter(isUsed), paidFen: twelve((month) => paidIn(paid, month)) }
}

function paidIn(paid: readonly { readonly month: string; readonly paidFen: Fen }[], month: number): Fen {
  return total(paid.filter((one) => Number(one.month.slice(5)) === month + 1).map((one) => one.paidFen))
}

function twelve<Value>(valueOf: (month: number) => Value): Value[] {
  return Array.from({ length: 12 }, (_, month) => valueOf(month))
}

function addUp(series: readonly (readonly Fen[])[]): Fen[] {
  return twelve((month) => series.reduce((sum, own) => sum + (own[month] ?? 0), 0))
}

function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, fen) => sum + fen, 0)
}
