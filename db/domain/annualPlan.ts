import { z } from 'zod'
import { day } from './day.ts'
import { type Fen, maxFen, sumKnown, totalFen } from './fen.ts'
import { pctIn } from './fenPart.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'

/** A year of 年度投资计划. */
export const planYear = z
  .int({ error: 'yearInvalid' })
  .min(1990, { error: 'yearInvalid' })
  .max(2199, { error: 'yearInvalid' })

const plannedFen = z
  .int({ error: 'amountNotWhole' })
  .min(0, { error: 'amountNegative' })
  .max(maxFen, { error: 'amountTooLarge' })

/** What a source gives in the year; null fundId: 来源未落实, null amountFen: not known, which is not 0. */
export const annualPlanPart = z.strictObject({
  fundId: z.string().nullable(),
  amountFen: plannedFen.nullable(),
})
export type AnnualPlanPart = z.infer<typeof annualPlanPart>

const content = {
  projectId: z.string().min(1, { error: 'textMissing' }),
  year: planYear,
  lines: z.array(annualPlanPart).min(1, { error: 'annualPlanEmpty' }).max(50),
  /** Left out: as the project has them. */
  scope: optionalParagraph(2000),
  period: optionalLine(100),
}

export const setAnnualPlanInput = z.strictObject({
  ...content,
  documentNo: optionalLine(100),
  issuedOn: day.nullish().transform((on) => on ?? null),
})

/** 调整: the whole plan anew, with the document that says so. */
export const adjustAnnualPlanInput = z.strictObject({
  ...content,
  documentNo: requiredLine(100),
  issuedOn: day,
  reason: reasonText,
})

/** One version of a project's plan of a year: 1 is the plan as set, each later one an adjustment. */
export const annualPlanVersion = z.object({
  id: z.string(),
  projectId: z.string(),
  year: planYear,
  version: z.int(),
  documentNo: z.string().nullable(),
  issuedOn: day.nullable(),
  scope: z.string().nullable(),
  period: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type AnnualPlanVersion = z.infer<typeof annualPlanVersion>

export const annualPlanVersionRow = annualPlanVersion.extend({
  lines: z.array(annualPlanPart.extend({ fundName: z.string().nullable() })),
  /** Of the known amounts; null where none is known. */
  amountFen: totalFen.nullable(),
  unknownCount: z.int(),
})
export type AnnualPlanVersionRow = z.infer<typeof annualPlanVersionRow>

/** Where 项目总投资 comes from: an approved 概算, else 规划口径, else 未公布. */
const totalBases = ['budget', 'plan', 'unpublished'] as const

/** One source in the year: planned, and paid from it. */
const sourceExecution = z.object({
  /** Null: 来源未落实; what was paid without naming a source stands there, too. */
  fundId: z.string().nullable(),
  fundName: z.string().nullable(),
  planFen: totalFen.nullable(),
  paidFen: totalFen,
  paidPct: z.number().nullable(),
})
export type SourceExecution = z.infer<typeof sourceExecution>

/** The six columns of 政府投资条例 第十六条, and how the year went. */
export const annualPlanRow = z.object({
  projectId: z.string(),
  year: planYear,
  /** 项目名称 */
  projectName: z.string(),
  /** 建设内容及规模 */
  scope: z.string().nullable(),
  /** 建设工期: as the document words it; null: the project's own dates (plannedStart, plannedFinish). */
  period: z.string().nullable(),
  plannedStart: z.string().nullable(),
  plannedFinish: z.string().nullable(),
  /** 项目总投资 */
  totalFen: totalFen.nullable(),
  totalBasis: z.enum(totalBases),
  /** 规划口径's own label, where the total is the plan's. */
  totalLabel: z.string().nullable(),
  /** 年度投资额: the newest version's known amounts; null where none is known. */
  planFen: totalFen.nullable(),
  /** As first set. */
  firstFen: totalFen.nullable(),
  /** What adjustments added or took away; null where one of the two is unknown. */
  adjustedFen: totalFen.nullable(),
  version: z.int(),
  documentNo: z.string().nullable(),
  issuedOn: day.nullable(),
  /** Amounts of the newest version that are not known. */
  unknownCount: z.int(),
  /** 资金来源, with what was paid from each in the year. */
  sources: z.array(sourceExecution),
  /** 完成投资 of the year; null where the project measured none at all. */
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
  /** Null where the plan or the work is unknown, or the plan is nothing. */
  donePct: z.number().nullable(),
  paidPct: z.number().nullable(),
})
export type AnnualPlanRow = z.infer<typeof annualPlanRow>

export const listAnnualPlansInput = z.strictObject({
  year: planYear,
  projectId: z.string().optional(),
  planId: z.string().optional(),
  /** In the project's name, the scope or the document's number. */
  text: z.string().max(200).optional(),
  ...pageInput,
})

export const annualPlanTotals = z.object({
  totalFen: totalFen.nullable(),
  firstFen: totalFen.nullable(),
  planFen: totalFen.nullable(),
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
  donePct: z.number().nullable(),
  paidPct: z.number().nullable(),
  /** How many plans each sum leaves out, because the figure is not known. */
  unknown: z.object({ total: z.int(), plan: z.int(), done: z.int() }),
  sources: z.array(sourceExecution),
})

export const annualPlanPage = pageOf(annualPlanRow).extend({
  /** Of all plans that the filter lets through, on whatever page. */
  sums: annualPlanTotals,
  /** Years that have a plan, newest first. */
  years: z.array(planYear),
})

/** @throws RuleBroken annualPlanSourceTwice: a source has one line in a version */
export function assertSourcesOnce(lines: readonly AnnualPlanPart[]): void {
  const sources = new Set(lines.map(({ fundId }) => fundId))
  if (sources.size !== lines.length) throw new RuleBroken('annualPlanSourceTwice', ['lines'])
}

/** @throws RuleBroken nothingChanged: an adjustment that leaves content and amounts as they are */
export function assertAdjusts(
  before: Pick<AnnualPlanVersionRow, 'scope' | 'period' | 'lines'>,
  after: Pick<AnnualPlanVersion, 'scope' | 'period'> & { readonly lines: readonly AnnualPlanPart[] },
): void {
  const image = (version: typeof after) =>
    JSON.stringify([
      version.scope,
      version.period,
      version.lines.map(({ fundId, amountFen }) => `${fundId ?? ''} ${String(amountFen)}`).toSorted(),
    ])
  if (image(before) === image(after)) throw new RuleBroken('nothingChanged', ['lines'])
}

/** The known amounts of a version, and how many are not known. */
export function amountOf(lines: readonly AnnualPlanPart[]) {
  return {
    amountFen: sumKnown(lines.map(({ amountFen }) => amountFen)),
    unknownCount: lines.filter(({ amountFen }) => amountFen === null).length,
  }
}

/** Each planned source with what was paid from it, then the sources that paid without a plan. */
export function executionBySource(
  lines: AnnualPlanVersionRow['lines'],
  paid: readonly {
    readonly fundId: string | null
    readonly fundName: string | null
    readonly paidFen: Fen
  }[],
): SourceExecution[] {
  const unplanned = paid.filter(
    (one) => one.paidFen !== 0 && lines.every((line) => line.fundId !== one.fundId),
  )
  return [
    ...lines.map(({ fundId, fundName, amountFen }) => ({
      fundId,
      fundName,
      planFen: amountFen,
      paidFen: paid.find((one) => one.fundId === fundId)?.paidFen ?? 0,
    })),
    ...unplanned.map(({ fundId, fundName, paidFen }) => ({ fundId, fundName, planFen: null, paidFen })),
  ].map((source) => ({ ...source, paidPct: shareOf(source.paidFen, source.planFen) }))
}

/** Sums over many plans: what is unknown is left out and counted. A share is taken of like with like. */
export function totalsOf(rows: readonly AnnualPlanRow[]): z.infer<typeof annualPlanTotals> {
  const measured = rows.filter(({ doneFen, planFen }) => doneFen !== null && planFen !== null)
  const planned = rows.filter(({ planFen }) => planFen !== null)
  const doneOfPlanned = sumKnown(measured.map(({ doneFen }) => doneFen))
  const planOfMeasured = sumKnown(measured.map(({ planFen }) => planFen))
  const planFen = sumKnown(rows.map((row) => row.planFen))
  return {
    totalFen: sumKnown(rows.map((row) => row.totalFen)),
    firstFen: sumKnown(rows.map((row) => row.firstFen)),
    planFen,
    doneFen: sumKnown(rows.map((row) => row.doneFen)),
    paidFen: sum(rows.map((row) => row.paidFen)),
    donePct: doneOfPlanned === null ? null : shareOf(doneOfPlanned, planOfMeasured),
    paidPct: shareOf(sum(planned.map((row) => row.paidFen)), planFen),
    unknown: {
      total: rows.filter((row) => row.totalFen === null).length,
      plan: rows.filter((row) => row.planFen === null || row.unknownCount > 0).length,
      done: rows.filter((row) => row.doneFen === null).length,
    },
    sources: sourcesOf(rows),
  }
}

function sourcesOf(rows: readonly AnnualPlanRow[]): SourceExecution[] {
  const sources = rows.flatMap((row) => row.sources)
  return [...Map.groupBy(sources, ({ fundId }) => fundId)].map(([fundId, own]) => {
    const planFen = sumKnown(own.map((source) => source.planFen))
    const paidFen = sum(own.map((source) => source.paidFen))
    return {
      fundId,
      fundName: own[0]?.fundName ?? null,
      planFen,
      paidFen,
      paidPct: shareOf(paidFen, planFen),
    }
  })
}

/** Per cent of the plan; null where the plan is unknown or nothing. */
export function shareOf(part: Fen | null, planFen: Fen | null): number | null {
  return part === null || planFen === null ? null : pctIn(part, planFen)
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0)
}
