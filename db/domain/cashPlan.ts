import Big from 'big.js'
import { z } from 'zod'
import { planYear } from './annualPlan.ts'
import type { Day } from './day.ts'
import { type Fen, maxFen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { pageInput, pageOf } from './page.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import { reasonText } from './text.ts'

/** What a payment of the year is for: 预付款 · 已完成未付 · 进度款 · 质保金返还 */
const cashParts = ['advance', 'due', 'progress', 'retention'] as const
export type CashPart = (typeof cashParts)[number]

/** How sure the months are: 完成日期粗略 · 计划期已过 · 无完成日期 · 质保期按 24 个月估 · 质保期不明 */
const cashMarks = ['coarse', 'passed', 'undated', 'retentionEstimated', 'retentionUndated'] as const
export type CashMark = (typeof cashMarks)[number]

const cashMonth = z.object({ planFen: totalFen, isAdjusted: z.boolean() })
const months = <Item extends z.ZodType>(item: Item) => z.array(item).length(12)

/** 用款计划 of one contract in a year: months and what is left for later years add up to what was open. */
export const cashPlanRow = z.object({
  contractId: z.string(),
  number: z.string(),
  name: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  /** Price less what was paid before the year. */
  openFen: totalFen,
  parts: z.array(z.object({ part: z.enum(cashParts), amountFen: totalFen, inYearFen: totalFen })),
  marks: z.array(z.enum(cashMarks)),
  planFen: months(totalFen),
  paidFen: months(totalFen),
  /** For later years; negative where the months were set to more than is open. */
  laterFen: totalFen,
  sources: z.array(
    z.object({ fundId: z.string().nullable(), fundName: z.string().nullable(), months: months(cashMonth) }),
  ),
})
export type CashPlanRow = z.infer<typeof cashPlanRow>

/** By source, against what is in hand: at the year's beginning, and received since. */
const cashSource = z.object({
  fundId: z.string().nullable(),
  fundName: z.string().nullable(),
  planFen: months(totalFen),
  paidFen: months(totalFen),
  /** Null for what has no source. */
  openingFen: totalFen.nullable(),
  receivedFen: months(totalFen),
  /** The first month, from 1, that the plan passes what is in hand; null where it never does. */
  shortFrom: z.int().nullable(),
})
export type CashSource = z.infer<typeof cashSource>

export const cashPlanInput = z.strictObject({
  year: planYear,
  projectId: z.string().optional(),
  ...pageInput,
})
export const cashPlanPage = pageOf(cashPlanRow).extend({
  openFen: totalFen,
  laterFen: totalFen,
  planFen: months(totalFen),
  /** All that was paid in the month, without a contract as well. */
  paidFen: months(totalFen),
  sources: z.array(cashSource),
})

export const adjustCashPlanInput = z.strictObject({
  contractId: z.string(),
  fundId: z.string().nullable(),
  year: planYear,
  month: z.int().min(1, { error: 'monthInvalid' }).max(12, { error: 'monthInvalid' }),
  /** Null: reckoned again. */
  amountFen: z
    .int({ error: 'amountNotWhole' })
    .min(0, { error: 'amountNegative' })
    .max(maxFen, { error: 'amountTooLarge' })
    .nullable(),
  reason: reasonText,
})

/** What is known of a contract at the beginning of the year. */
export interface CashBasis {
  readonly signedOn: Day
  readonly amountFen: Fen
  readonly advancePct: number | null
  readonly retentionPct: number | null
  readonly paymentDays: number | null
  readonly settledOn: Day | null
  /** By the end of the year. */
  readonly committedFen: Fen
  readonly paidFen: Fen
  readonly advancePaidFen: Fen
  readonly retentionReleasedFen: Fen
  readonly doneFen: Fen | null
  readonly finish: PlanDate | null
  /** The recorded end of the 缺陷责任期. */
  readonly defectsTo: Day | null
}

export interface Reckoned {
  readonly parts: readonly {
    readonly part: CashPart
    readonly months: readonly Fen[]
    readonly laterFen: Fen
  }[]
  readonly marks: readonly CashMark[]
}

/**
 * The months of a year, reckoned: an advance that is still to be paid, work done and not paid, the rest spread evenly
 * until the finish (shifted by the days that the contract gives), the retention when it falls due. An advance paid
 * before is recovered by that: what is left to pay is spread, not what is left to do.
 */
export function reckonCash(basis: CashBasis, year: number): Reckoned {
  const open = Math.max(0, basis.committedFen - basis.paidFen)
  const held = pctOf(basis.committedFen, basis.retentionPct ?? 0) - basis.retentionReleasedFen
  const retentionFen = clamp(held, open)
  const hasBegun = (basis.doneFen ?? 0) > 0 || isBefore(basis.settledOn, year)
  const granted = pctOf(basis.amountFen, basis.advancePct ?? 0) - basis.advancePaidFen
  const advanceFen = hasBegun ? 0 : clamp(granted, open - retentionFen)
  const rest = open - retentionFen - advanceFen
  const dueFen = isBefore(basis.settledOn, year) ? rest : clamp(unpaidWork(basis), rest)
  const term = Math.ceil((basis.paymentDays ?? 0) / 30)
  const begin = monthIn(basis.signedOn, year)
  const finish = finishOf(basis.finish, year)
  const retention = retentionMonth(basis, year)
  const progressFen = rest - dueFen
  return {
    parts: [
      { part: 'advance' as const, ...lump(advanceFen, begin + term) },
      { part: 'due' as const, ...lump(dueFen, begin) },
      { part: 'progress' as const, ...spread(progressFen, begin + term, finish.month + term) },
      { part: 'retention' as const, ...lump(retentionFen, retention.month) },
    ].filter(({ months: own, laterFen }) => laterFen !== 0 || own.some((fen) => fen !== 0)),
    marks: [
      ...(progressFen > 0 && finish.mark !== null ? [finish.mark] : []),
      ...(retentionFen > 0 && retention.mark !== null ? [retention.mark] : []),
    ],
  }
}

/** An amount by weights, the parts adding up to it exactly. Without a weight above zero the first part takes it all. */
export function byWeight(amount: Fen, weights: readonly Fen[]): readonly Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole <= 0) return weights.map((_, index) => (index === 0 ? amount : 0))
  let weighed = 0
  let given = 0
  return weights.map((weight) => {
    weighed += weight
    const upTo = new Big(amount).times(weighed).div(whole).round(0, Big.roundDown).toNumber()
    const part = upTo - given
    given = upTo
    return part
  })
}

/** The first month that a source's plan passes what is in hand by then. */
export function shortFrom(
  openingFen: Fen,
  receivedFen: readonly Fen[],
  planFen: readonly Fen[],
): number | null {
  let left = openingFen
  for (const [index, plan] of planFen.entries()) {
    left += (receivedFen[index] ?? 0) - plan
    if (left < 0) return index + 1
  }
  return null
}

function unpaidWork({ doneFen, retentionPct, advancePaidFen, committedFen, paidFen }: CashBasis): Fen {
  if (doneFen === null || doneFen <= 0) return 0
  const recovered =
    doneFen >= committedFen
      ? advancePaidFen
      : new Big(advancePaidFen).times(doneFen).div(committedFen).round(0, Big.roundHalfUp).toNumber()
  return doneFen - pctOf(doneFen, retentionPct ?? 0) + (advancePaidFen - recovered) - paidFen
}

/** From 0; before the year it is the first month. */
function monthIn(on: Day, year: number): number {
  return Math.max(0, (Number(on.slice(0, 4)) - year) * 12 + Number(on.slice(5, 7)) - 1)
}

function isBefore(on: Day | null, year: number): boolean {
  return on !== null && Number(on.slice(0, 4)) < year
}

/** A coarse finish counts by its last possible day; one that is over or unknown lets the year share the rest. */
function finishOf(finish: PlanDate | null, year: number): { month: number; mark: CashMark | null } {
  if (finish === null) return { month: 11, mark: 'undated' }
  const { last, precision } = spanOf(finish)
  if (isBefore(last, year)) return { month: 11, mark: 'passed' }
  return { month: monthIn(last, year), mark: precision === 'day' || precision === 'month' ? null : 'coarse' }
}

/** 建质〔2017〕138号: at most 24 months after completion, where no end is recorded. */
function retentionMonth(
  { defectsTo, settledOn, finish }: CashBasis,
  year: number,
): { month: number; mark: CashMark | null } {
  if (defectsTo !== null) return { month: monthIn(defectsTo, year), mark: null }
  const from = settledOn ?? (finish === null ? null : spanOf(finish).last)
  if (from === null) return { month: 12, mark: 'retentionUndated' }
  return {
    month: Math.max(0, (Number(from.slice(0, 4)) + 2 - year) * 12 + Number(from.slice(5, 7)) - 1),
    mark: 'retentionEstimated',
  }
}

function lump(amount: Fen, month: number) {
  const own = Array.from({ length: 12 }, (_, index) => (index === month ? amount : 0))
  return { months: own, laterFen: month > 11 ? amount : 0 }
}

function spread(amount: Fen, from: number, to: number) {
  const count = Math.max(1, to - from + 1)
  const shares = byWeight(
    amount,
    Array.from({ length: count }, () => 1),
  )
  const own = Array.from({ length: 12 }, (_, index) => shares[index - from] ?? 0)
  return { months: own, laterFen: amount - own.reduce((sum, fen) => sum + fen, 0) }
}

function clamp(amount: Fen, most: Fen): Fen {
  return Math.min(Math.max(0, amount), Math.max(0, most))
}
