import {
  type AnnualPlanPart,
  type AnnualPlanRow,
  type AnnualPlanVersion,
  type AnnualPlanVersionRow,
  assertAdjusts,
  assertSourcesOnce,
  executionBySource,
  shareOf,
  totalsOf,
} from '../domain/annualPlan.ts'
import type { Day } from '../domain/day.ts'
import { assertOpen, type Project } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import {
  annualPlanYears,
  doneInYear,
  insertAnnualPlan,
  insertAnnualPlanLine,
  listAnnualPlanVersions,
  type PaidFromFund,
  paidByFundInYear,
} from '../store/annualPlan.ts'
import { budgetLimitOn } from '../store/budget.ts'
import type { WriteDb } from '../store/change.ts'
import type { ReadDb } from '../store/database.ts'
import { requireFund } from './fund.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const setAnnualPlan: CommandHandler<'setAnnualPlan'> = (db, input, moment) => {
  const project = requireProject(db, input.projectId)
  const [newest] = listAnnualPlanVersions(db, { year: input.year, projectId: project.id })

  assertOpen(project.state)
  if (newest !== undefined) throw new RuleBroken('annualPlanExists', ['projectId'])
  assertSources(db, input.lines)
  assertIssued(input.issuedOn, moment.today)

  return writeVersion(db, { ...input, version: 1, reason: null }, moment)
}

/** A new version with its document and reason; the earlier ones stay. */
export const adjustAnnualPlan: CommandHandler<'adjustAnnualPlan'> = (db, input, moment) => {
  const project = requireProject(db, input.projectId)
  const [newest] = listAnnualPlanVersions(db, { year: input.year, projectId: project.id })

  assertOpen(project.state)
  if (newest === undefined) throw new RuleBroken('annualPlanUnknown', ['projectId'])
  assertSources(db, input.lines)
  assertIssued(input.issuedOn, moment.today)
  if (newest.issuedOn !== null && input.issuedOn < newest.issuedOn)
    throw new RuleBroken('annualPlanIssuedEarlier', ['issuedOn'], { issuedOn: newest.issuedOn })
  assertAdjusts(newest, input)

  return writeVersion(db, { ...input, version: newest.version + 1 }, moment)
}

export const listAnnualPlans: QueryHandler<'listAnnualPlans'> = (db, { page, pageSize, ...filter }) => {
  const rows = annualPlanRows(db, filter)
  return {
    items: rows.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    page,
    pageSize,
    sums: totalsOf(rows),
    years: annualPlanYears(db),
  }
}

export const annualPlan: QueryHandler<'annualPlan'> = (db, { projectId, year }) => {
  requireProject(db, projectId)
  const [row = null] = annualPlanRows(db, { year, projectId })
  return { row, versions: listAnnualPlanVersions(db, { year, projectId }) }
}

/** 年度投资计划表: each project's newest version with the six columns, and how the year went. */
export function annualPlanRows(
  db: ReadDb,
  filter: Parameters<typeof listAnnualPlanVersions>[1],
): AnnualPlanRow[] {
  const versions = Map.groupBy(listAnnualPlanVersions(db, filter), ({ projectId }) => projectId)
  const done = doneInYear(db, filter.year)
  const paid = Map.groupBy(paidByFundInYear(db, filter.year, filter.projectId), ({ projectId }) => projectId)
  return [...versions].flatMap(([projectId, own]) => {
    const [newest] = own
    const first = own.at(-1)
    if (newest === undefined || first === undefined) return []
    const project = requireProject(db, projectId)
    return [
      rowOf({ newest, first, project, doneFen: done.get(projectId) ?? null }, paid.get(projectId) ?? [], db),
    ]
  })
}

function rowOf(
  {
    newest,
    first,
    project,
    doneFen,
  }: {
    readonly newest: AnnualPlanVersionRow
    readonly first: AnnualPlanVersionRow
    readonly project: Project
    readonly doneFen: number | null
  },
  paid: readonly PaidFromFund[],
  db: ReadDb,
): AnnualPlanRow {
  const planFen = newest.amountFen
  const paidFen = paid.reduce((sum, one) => sum + one.paidFen, 0)
  return {
    projectId: project.id,
    year: newest.year,
    projectName: project.name,
    scope: newest.scope ?? project.scope,
    period: newest.period,
    plannedStart: project.plannedStart,
    plannedFinish: project.plannedFinish,
    ...investmentOf(db, project, newest.year),
    planFen,
    firstFen: first.amountFen,
    adjustedFen: planFen === null || first.amountFen === null ? null : planFen - first.amountFen,
    version: newest.version,
    documentNo: newest.documentNo,
    issuedOn: newest.issuedOn,
    unknownCount: newest.unknownCount,
    sources: executionBySource(newest.lines, wholeYear(paid)),
    doneFen,
    paidFen,
    donePct: shareOf(doneFen, planFen),
    paidPct: shareOf(paidFen, planFen),
  }
}

/** 项目总投资: the 概算 that was approved by the end of the year, else the plan's figure, labelled so. */
function investmentOf(db: ReadDb, project: Project, year: number) {
  const budgetFen = budgetLimitOn(db, project.id, `${String(year)}-12-31`)
  if (budgetFen !== null) return { totalFen: budgetFen, totalBasis: 'budget' as const, totalLabel: null }
  const totalBasis = project.amountFen === null ? ('unpublished' as const) : ('plan' as const)
  return { totalFen: project.amountFen, totalBasis, totalLabel: project.amountLabel }
}

function wholeYear(paid: readonly PaidFromFund[]) {
  return [...Map.groupBy(paid, ({ fundId }) => fundId)].map(([fundId, own]) => ({
    fundId,
    fundName: own[0]?.fundName ?? null,
    paidFen: own.reduce((sum, one) => sum + one.paidFen, 0),
  }))
}

function writeVersion(
  db: WriteDb,
  input: Omit<AnnualPlanVersion, 'id' | 'recordedAt' | 'actorName'> & {
    readonly lines: readonly AnnualPlanPart[]
  },
  { newId, at }: Moment,
): AnnualPlanVersionRow {
  const { projectId, year, version, documentNo, issuedOn, scope, period, reason, lines } = input
  const id = newId()
  const actorName = db.command.actor?.name ?? ''
  insertAnnualPlan(db, {
    id,
    projectId,
    year,
    version,
    documentNo,
    issuedOn,
    scope,
    period,
    reason,
    recordedAt: at,
    actorName,
  })
  for (const line of lines) insertAnnualPlanLine(db, newId(), id, line)
  const written = listAnnualPlanVersions(db, { year, projectId }).find((one) => one.id === id)
  if (written === undefined) throw new Error('the version is gone')
  return written
}

function assertSources(db: ReadDb, lines: readonly AnnualPlanPart[]) {
  assertSourcesOnce(lines)
  for (const { fundId } of lines) if (fundId !== null) requireFund(db, fundId, 'lines')
}

function assertIssued(issuedOn: Day | null, today: Day) {
  if (issuedOn !== null && issuedOn > today) throw new RuleBroken('dateInFuture', ['issuedOn'], { today })
}
