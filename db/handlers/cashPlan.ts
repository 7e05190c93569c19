import { monthsOfYear, spreadOf, type WeighedFund } from '../domain/cashEntry.ts'
import { shortFrom } from '../domain/cashMonth.ts'
import { type CashEntry, type CashPlanRow, type CashSource } from '../domain/cashPlan.ts'
import type { Day } from '../domain/day.ts'
import { type Fen, sumKnown } from '../domain/fen.ts'
import { pageOfRows } from '../domain/page.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { listAnnualPlanVersions } from '../store/annualPlan.ts'
import {
  type CashScope,
  fundsOfYear,
  type PaidCash,
  paidCash,
  saveMonth,
  uncostedTasks,
} from '../store/cashPlan.ts'
import type { ReadDb } from '../store/database.ts'
import { fundKindsEntered } from '../store/fundBalance.ts'
import { type CashGroup, cashGroups } from './cashGroup.ts'
import { requireContract } from './contract.ts'
import { requireFund } from './fund.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'
import { requireTask } from './task.ts'

/** 用款计划: twelve months from the contracts' terms and the schedule, by source, beside the year's plan and what was paid. */
export const cashPlan: QueryHandler<'cashPlan'> = (
  db,
  { year, asOf, projectId, page, pageSize },
  { today },
) => {
  const scope = { year, projectId, asOf: asOf ?? dayBefore(year, today) }
  const paid = paidCash(db, scope)
  const groups = cashGroups(db, scope, paid)
  const rows = groups.map((group) => rowOf(group, year, paid))
  const entries = groups.flatMap((group) => group.entries)

  return {
    ...pageOfRows(rows, { page, pageSize }),
    year,
    asOf: scope.asOf,
    openFen: total(rows.map(({ openFen }) => openFen)),
    ...spreadOf(entries, year),
    ...paidOf(paid, year),
    sources: sourcesOf(db, entries, paid, scope),
    adjustedCount: entries.filter(({ part }) => part === 'set').length,
    uncostedCount: uncostedTasks(db, projectId),
  }
}

/** The entries that add up to a figure of the plan, the largest first. */
export const listCashEntries: QueryHandler<'listCashEntries'> = (db, input, { today }) => {
  const { year, asOf, projectId, contractId, taskId, fundId, from, to, isUndated, page, pageSize } = input
  const scope = { year, projectId, asOf: asOf ?? dayBefore(year, today) }
  const found = cashGroups(db, scope, paidCash(db, scope))
    .filter(({ subject }) => contractId === undefined || subject.contractId === contractId)
    .filter(({ subject }) => taskId === undefined || subject.taskId === taskId)
    .flatMap(({ entries }) => entries)
    .filter((entry) => fundId === undefined || entry.fundId === fundId)
    .filter(({ month }) => (isUndated ? month === null : isBetween(month, from, to)))
    .toSorted((one, other) => other.amountFen - one.amountFen)

  return {
    ...pageOfRows(found, { page, pageSize }),
    amountFen: total(found.map(({ amountFen }) => amountFen)),
  }
}

/** Sets one month of a contract, or of a task without one, and a source, or lets it be reckoned again. */
export const adjustCashPlan: CommandHandler<'adjustCashPlan'> = (db, input, { newId }) => {
  const { contractId = null, taskId = null } = input
  const { projectId } = requirePayer(db, contractId, taskId)

  assertOpen(requireProject(db, projectId).state)
  if (input.fundId !== null) requireFund(db, input.fundId)

  const beforeFen = saveMonth(db, newId(), { ...input, contractId, taskId })
  return { contractId, taskId, beforeFen }
}

/** @throws RuleBroken cashSubjectMissing, cashTaskOfContract, and what an unknown one throws */
function requirePayer(db: ReadDb, contractId: string | null, taskId: string | null) {
  if ((contractId === null) === (taskId === null)) throw new RuleBroken('cashSubjectMissing', ['contractId'])
  if (contractId !== null) return requireContract(db, contractId)
  const task = requireTask(db, taskId ?? '')
  if (task.contractId !== null) throw new RuleBroken('cashTaskOfContract', ['taskId'], { task: task.name })
  return task
}

/** The end of the year before; a year that is still to come is reckoned from today. */
function dayBefore(year: number, today: Day): Day {
  const last = `${String(year - 1)}-12-31`
  return last < today ? last : today
}

function isBetween(month: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true
  return month !== null && (from === undefined || month >= from) && (to === undefined || month <= to)
}

function rowOf(
  { subject, entries, reckoned, weighed }: CashGroup,
  year: number,
  paid: readonly PaidCash[],
): CashPlanRow {
  const own = subject.contractId === null ? [] : paid.filter((one) => one.contractId === subject.contractId)
  return {
    ...subject,
    openFen: total(entries.map(({ amountFen }) => amountFen)),
    ...spreadOf(entries, year),
    ...paidOf(own, year),
    marks: [...new Set(entries.flatMap(({ mark }) => mark ?? []))],
    sources: sourcesOfRow(entries, reckoned, weighed, year),
  }
}

function sourcesOfRow(
  entries: readonly CashEntry[],
  reckoned: readonly CashEntry[],
  weighed: readonly WeighedFund[],
  year: number,
): CashPlanRow['sources'] {
  const names = new Map<string | null, string | null>()
  for (const { fundId, fundName } of [...weighed, ...entries]) names.set(fundId, fundName)
  const months = monthsOfYear(year)
  return [...names].map(([fundId, fundName]) => {
    const own = entries.filter((entry) => entry.fundId === fundId)
    const { planFen, ...outside } = spreadOf(own, year)
    const unset = spreadOf(
      reckoned.filter((entry) => entry.fundId === fundId),
      year,
    )
    const isSet = (month: string | undefined) =>
      own.some((entry) => entry.part === 'set' && entry.month === month)
    return {
      fundId,
      fundName,
      months: planFen.map((fen, index) => ({
        planFen: fen,
        reckonedFen: unset.planFen[index] ?? 0,
        isAdjusted: isSet(months[index]),
      })),
      ...outside,
    }
  })
}

function sourcesOf(
  db: ReadDb,
  entries: readonly CashEntry[],
  paid: readonly PaidCash[],
  scope: CashScope,
): CashSource[] {
  const { year, projectId } = scope
  const funds = fundsOfYear(db, scope)
  const planned = annualLines(db, year, projectId)
  const entered = fundKindsEntered(db, projectId)
  const names = new Map<string | null, string | null>()
  for (const { fundId, fundName } of [...planned, ...funds, ...entries, ...paid])
    names.set(fundId, names.get(fundId) ?? fundName)
  const sources = [...names].map(([fundId, fundName]): CashSource => {
    const own = funds.filter((one) => one.fundId === fundId)
    const spread = spreadOf(
      entries.filter((entry) => entry.fundId === fundId),
      year,
    )
    const spent = paidOf(
      paid.filter((one) => one.fundId === fundId),
      year,
    )
    const receivedFen = spread.planFen.map((_, index) => own.find((one) => one.month === index + 1)?.fen ?? 0)
    const isReceived = fundId !== null && entered.has(`${fundId} receipt`)
    const openingFen = isReceived ? (own.find((one) => one.month === 0)?.fen ?? 0) : null
    const usedFen = spread.planFen.map((fen, index) => fen + (spent.spentFen[index] ?? 0))
    return {
      fundId,
      fundName,
      ...spread,
      ...spent,
      annualFen: sumKnown(planned.filter((one) => one.fundId === fundId).map((one) => one.amountFen)),
      openingFen,
      receivedFen,
      shortFrom: openingFen === null ? null : shortFrom(openingFen, receivedFen, usedFen),
    }
  })
  return sources.filter(isUsed)
}

/** The newest plans of the year, source by source. */
function annualLines(db: ReadDb, year: number, projectId: string | undefined) {
  const versions = listAnnualPlanVersions(db, { year, projectId })
  return [...Map.groupBy(versions, (version) => version.projectId).values()].flatMap(
    ([newest]) => newest?.lines ?? [],
  )
}

function isUsed({ earlierFen, planFen, laterFen, undatedFen, paidFen, receivedFen, ...one }: CashSource) {
  const own = [...planFen, ...paidFen, ...receivedFen, earlierFen, laterFen, undatedFen, one.openingFen ?? 0]
  return one.annualFen !== null || own.some((fen) => fen !== 0)
}

function paidOf(paid: readonly PaidCash[], year: number): Pick<CashPlanRow, 'paidFen' | 'spentFen'> {
  const months = monthsOfYear(year)
  const sum = (name: 'paidFen' | 'spentFen') =>
    months.map((month) => total(paid.filter((one) => one.month === month).map((one) => one[name])))
  return { paidFen: sum('paidFen'), spentFen: sum('spentFen') }
}

function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, fen) => sum + fen, 0)
}
