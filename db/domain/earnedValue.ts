import Big from 'big.js'
import { z } from 'zod'
import { costSpan, spreadBy } from './costSpread.ts'
import { type Day, day } from './day.ts'
import { type Fen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import type { MilestoneStatus } from './milestone.ts'
import { monthEnd, monthsFrom } from './month.ts'
import type { PlanDate } from './planDate.ts'

/** What stands for the actual cost: cash out, or the work measured on contracts. */
export const costBases = ['paid', 'done'] as const
export type CostBasis = (typeof costBases)[number]

/** Why a figure is 不适用. */
export const missingInputs = [
  'noBaseline',
  'noCost',
  'noDates',
  'noProgress',
  'noActual',
  'noEarned',
] as const
export type MissingInput = (typeof missingInputs)[number]

export const earnedValueInput = z.strictObject({
  projectId: z.string(),
  /** Left out: today. */
  asOf: day.optional(),
  basis: z.enum(costBases).default('paid'),
  /** Left out: the newest one that carries costs. */
  baselineId: z.string().optional(),
})

const earnedItem = z.object({
  taskId: z.string(),
  name: z.string(),
  costFen: totalFen,
  start: day.nullable(),
  finish: day.nullable(),
  isCoarse: z.boolean(),
  pvFen: totalFen.nullable(),
  /** As reported by the day; 0 for a task that was not due to begin and of which nobody reported. */
  progressPct: z.number().nullable(),
  reportedOn: day.nullable(),
  evFen: totalFen.nullable(),
})

const curvePoint = z.object({
  /** The last day of a month; in the month of the day itself, that day. */
  on: day,
  planFen: totalFen.nullable(),
  earnedFen: totalFen.nullable(),
  actualFen: totalFen.nullable(),
})
export type CurvePoint = z.infer<typeof curvePoint>

/** Earned value as of a day (挣值); null is 不适用, and `missing` says what it lacks. */
export const earnedValue = z.object({
  projectId: z.string(),
  asOf: day,
  basis: z.enum(costBases),
  baselineId: z.string().nullable(),
  baselineName: z.string().nullable(),
  /** 完工预算 */
  bacFen: totalFen.nullable(),
  pvFen: totalFen.nullable(),
  evFen: totalFen.nullable(),
  acFen: totalFen.nullable(),
  /** EV − AC */
  cvFen: totalFen.nullable(),
  /** EV − PV */
  svFen: totalFen.nullable(),
  /** EV ÷ AC, to four decimals. */
  cpi: z.number().nullable(),
  /** EV ÷ PV, to four decimals. */
  spi: z.number().nullable(),
  /** BAC × AC ÷ EV: the rest costs what the work so far has cost. */
  eacFen: totalFen.nullable(),
  missing: z.array(
    z.object({
      input: z.enum(missingInputs),
      tasks: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  items: z.array(earnedItem),
  curve: z.array(curvePoint),
})
export type EarnedValue = z.infer<typeof earnedValue>
type EarnedItem = z.infer<typeof earnedItem>

/** What bears a cost in the baseline. */
export interface CostedTask {
  readonly id: string
  readonly name: string
  readonly costFen: Fen | null
  readonly start: PlanDate | null
  readonly finish: PlanDate | null
  readonly parts: readonly MeasuredPart[]
}

/** Whose reports measure a task: its own, or those of the lowest below it, each with its share; the shares add up to 1. */
export interface MeasuredPart {
  readonly taskId: string
  readonly share: number
  /** When it is due to begin; null: with the task that it is part of. */
  readonly start: Day | null
}

/** What a person reported of a task; the later of two of one day stands behind the other. */
export interface Measurement {
  readonly taskId: string
  readonly asOf: Day
  readonly status: MilestoneStatus
  readonly progressPct: number | null
}

export interface Outlay {
  readonly on: Day
  readonly amountFen: Fen
}

/** `outlays` null: nobody keeps that book, so that there is no actual cost. */
export interface EarnedInput {
  readonly baseline: {
    readonly id: string
    readonly name: string
    readonly tasks: readonly CostedTask[]
  } | null
  readonly measurements: readonly Measurement[]
  readonly outlays: readonly Outlay[] | null
}

/** PV, EV, AC and what follows from them; only where a cost-loaded baseline and measured progress exist, never 0 or 1 instead. */
export function earnedValueOf(
  { baseline, measurements, outlays }: EarnedInput,
  { projectId, asOf, basis }: { readonly projectId: string; readonly asOf: Day; readonly basis: CostBasis },
): EarnedValue {
  const costed = (baseline?.tasks ?? []).flatMap(({ costFen, ...task }) =>
    costFen === null ? [] : [{ ...task, costFen }],
  )
  const reports = Map.groupBy(measurements, ({ taskId }) => taskId)
  const itemsOn = (on: Day) => costed.map((task) => itemOn(task, reports, on))
  const items = itemsOn(asOf)
  const bacFen = costed.length === 0 ? null : costed.reduce((sum, { costFen }) => sum + costFen, 0)
  const pvFen = wholeOf(items.map((item) => item.pvFen))
  const evFen = wholeOf(items.map((item) => item.evFen))
  const acFen = outlays === null ? null : spentBy(outlays, asOf)
  return {
    projectId,
    asOf,
    basis,
    baselineId: baseline?.id ?? null,
    baselineName: baseline?.name ?? null,
    bacFen,
    pvFen,
    evFen,
    acFen,
    cvFen: lessOf(evFen, acFen),
    svFen: lessOf(evFen, pvFen),
    cpi: ratioOf(evFen, acFen),
    spi: ratioOf(evFen, pvFen),
    eacFen: atCompletion(bacFen, acFen, evFen),
    missing: missingOf(baseline !== null, items, acFen, evFen),
    items,
    curve: curveDays(items, outlays ?? [], asOf).map((on) => pointOn(on, itemsOn(on), outlays, asOf)),
  }
}

function itemOn(
  { costFen, ...task }: CostedTask & { readonly costFen: Fen },
  reports: ReadonlyMap<string, readonly Measurement[]>,
  on: Day,
): EarnedItem {
  const span = costSpan(task.start, task.finish)
  const measured = task.parts.map((part) => {
    const newest = newestBy(reports.get(part.taskId) ?? [], on)
    const pct = newest === null ? unreported(part.start ?? span?.start ?? null, on) : measuredPct(newest)
    return { share: part.share, pct, asOf: newest?.asOf ?? null }
  })
  const progressPct = progressOf(measured)
  return {
    taskId: task.id,
    name: task.name,
    costFen,
    start: span?.start ?? null,
    finish: span?.finish ?? null,
    isCoarse: span?.isCoarse ?? false,
    pvFen: span === null ? null : spreadBy(costFen, span, on),
    progressPct,
    reportedOn: measured.reduce<Day | null>(
      (last, { asOf }) => (last === null || (asOf ?? last) > last ? asOf : last),
      null,
    ),
    evFen: progressPct === null ? null : pctOf(costFen, progressPct),
  }
}

/** Unknown where any part of it is. */
function progressOf(
  parts: readonly { readonly share: number; readonly pct: number | null }[],
): number | null {
  const sum = parts.reduce<number | null>(
    (whole, { share, pct }) => (whole === null || pct === null ? null : whole + share * pct),
    0,
  )
  return sum === null ? null : Math.round(sum * 10_000) / 10_000
}

function newestBy(reports: readonly Measurement[], on: Day): Measurement | null {
  return reports
    .filter(({ asOf }) => asOf <= on)
    .reduce<Measurement | null>(
      (last, report) => (last === null || report.asOf >= last.asOf ? report : last),
      null,
    )
}

function measuredPct({ status, progressPct }: Measurement): number | null {
  if (status === 'done') return 100
  return status === 'notStarted' ? 0 : progressPct
}

/** Nothing is earned before a task was due to begin; from then on, silence is not zero. */
function unreported(start: Day | null, on: Day): number | null {
  return start !== null && on < start ? 0 : null
}

/** A sum of which one part is unknown is unknown; so is the sum of nothing. */
function wholeOf(parts: readonly (Fen | null)[]): Fen | null {
  if (parts.length === 0) return null
  return parts.reduce<Fen | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}

function spentBy(outlays: readonly Outlay[], on: Day): Fen {
  return outlays.reduce((sum, outlay) => (outlay.on <= on ? sum + outlay.amountFen : sum), 0)
}

function lessOf(one: Fen | null, other: Fen | null): Fen | null {
  return one === null || other === null ? null : one - other
}

function ratioOf(one: Fen | null, other: Fen | null): number | null {
  if (one === null || other === null || other <= 0) return null
  return new Big(one).div(other).round(4, Big.roundHalfUp).toNumber()
}

function atCompletion(bac: Fen | null, ac: Fen | null, ev: Fen | null): Fen | null {
  if (bac === null || ac === null || ev === null || ev <= 0 || ac <= 0) return null
  return new Big(bac).times(ac).div(ev).round(0, Big.roundHalfUp).toNumber()
}

function missingOf(
  hasBaseline: boolean,
  items: readonly EarnedItem[],
  acFen: Fen | null,
  evFen: Fen | null,
): EarnedValue['missing'] {
  const named = (of: readonly EarnedItem[]) => of.map(({ taskId, name }) => ({ id: taskId, name }))
  const undated = named(items.filter(({ pvFen }) => pvFen === null))
  const unmeasured = named(items.filter(({ progressPct }) => progressPct === null))
  const found: readonly (readonly [boolean, MissingInput, EarnedValue['missing'][number]['tasks']])[] = [
    [!hasBaseline, 'noBaseline', []],
    [hasBaseline && items.length === 0, 'noCost', []],
    [undated.length > 0, 'noDates', undated],
    [unmeasured.length > 0, 'noProgress', unmeasured],
    [acFen === null || acFen <= 0, 'noActual', []],
    [evFen === 0, 'noEarned', []],
  ]
  return found.flatMap(([isMissing, input, tasks]) => (isMissing ? [{ input, tasks }] : []))
}

/** The ends of the months from the first cost or outlay to the last, and the day itself. */
function curveDays(items: readonly EarnedItem[], outlays: readonly Outlay[], asOf: Day): Day[] {
  const ends = [...items.flatMap(({ start, finish }) => [start, finish]), ...outlays.map(({ on }) => on)]
    .filter((on) => on !== null)
    .toSorted()
  const [first] = ends
  const last = ends.at(-1)
  if (first === undefined || last === undefined) return []
  const months = monthsFrom(first < asOf ? first : asOf, last > asOf ? last : asOf)
  return months.map((month) => (month === asOf.slice(0, 7) ? asOf : monthEnd(month)))
}

function pointOn(
  on: Day,
  items: readonly EarnedItem[],
  outlays: readonly Outlay[] | null,
  asOf: Day,
): CurvePoint {
  const isPast = on <= asOf
  return {
    on,
    planFen: wholeOf(items.map(({ pvFen }) => pvFen)),
    earnedFen: isPast ? wholeOf(items.map(({ evFen }) => evFen)) : null,
    actualFen: isPast && outlays !== null ? spentBy(outlays, on) : null,
  }
}
