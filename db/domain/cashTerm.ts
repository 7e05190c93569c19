import Big from 'big.js'
import { byWeight, type CashSpan } from './cashMonth.ts'
import type { CashMark, CashPart } from './cashPlan.ts'
import { addDays, addMonths, type Day } from './day.ts'
import type { Fen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { type PlanDate, spanOf } from './planDate.ts'
import { heldOf } from './retention.ts'

/** What is known of a contract by the end of a day. */
export interface CashBasis {
  readonly signedOn: Day
  readonly amountFen: Fen
  readonly advancePct: number | null
  /** 进度款 %: of the work done, until the settlement; null: the contract keeps nothing back but the retention. */
  readonly progressPct: number | null
  readonly retentionPct: number | null
  readonly guaranteeFen: Fen | null
  readonly paymentDays: number | null
  readonly settledOn: Day | null
  readonly committedFen: Fen
  readonly paidFen: Fen
  readonly advancePaidFen: Fen
  readonly retentionReleasedFen: Fen
  readonly doneFen: Fen | null
  /** Of the project: for a contract without tasks. */
  readonly finish: PlanDate | null
  /** The recorded end of the 缺陷责任期. */
  readonly defectsTo: Day | null
}

/** Work that a contract is paid for: a task of the schedule, where it lies as of the day. */
export interface CashWork {
  readonly taskId: string
  readonly name: string
  /** Cost of what is left of it. */
  readonly leftFen: Fen
  readonly isOver: boolean
  /** Null where nothing places it. */
  readonly start: Day | null
  readonly finish: Day | null
  readonly isCoarse: boolean
}

/** One thing that will be paid, and when; without a span it is 未排期. */
export interface CashTerm {
  readonly part: CashPart
  readonly taskId: string | null
  readonly taskName: string | null
  readonly amountFen: Fen
  readonly span: CashSpan | null
  readonly mark: CashMark | null
}

/**
 * What a contract has open after a day, by its terms: 预付款 at the start, work done and not paid at once, 进度款 with
 * the tasks, 结算款 at the settlement, the retention when it falls due. The terms add up to what is open. An advance paid
 * before is recovered by that: what is left to pay is spread, not what is left to do.
 */
export function contractTerms(basis: CashBasis, works: readonly CashWork[], asOf: Day): readonly CashTerm[] {
  const from = addDays(asOf, 1)
  const open = Math.max(0, basis.committedFen - basis.paidFen)
  const retentionWhole = pctOf(basis.committedFen, basis.retentionPct ?? 0)
  const held = heldOf(retentionWhole, basis.guaranteeFen ?? 0, basis.retentionReleasedFen)
  const retentionFen = clamp(held, open)
  const isSettled = basis.settledOn !== null && basis.settledOn <= asOf
  const hasBegun = (basis.doneFen ?? 0) > 0 || isSettled
  const granted = pctOf(basis.amountFen, basis.advancePct ?? 0) - basis.advancePaidFen
  const advanceFen = hasBegun ? 0 : clamp(granted, open - retentionFen)
  const rest = open - retentionFen - advanceFen
  const dueFen = isSettled ? 0 : clamp(unpaidWork(basis), rest)
  const left = rest - dueFen
  const openWorks = works.filter(({ isOver }) => !isOver)
  const hasWork = works.length === 0 ? !isSettled : openWorks.length > 0 && !isSettled
  const keptFen = pctOf(basis.committedFen, 100 - (basis.progressPct ?? 100)) - retentionWhole
  const settlementFen = hasWork ? (basis.progressPct === null ? 0 : clamp(keptFen, left)) : left
  const plain = { taskId: null, taskName: null }
  const term = basis.paymentDays ?? 0
  return [
    {
      ...plain,
      part: 'advance' as const,
      amountFen: advanceFen,
      span: onDay(addDays(startOf(basis, works), term), from),
      mark: null,
    },
    { ...plain, part: 'due' as const, amountFen: dueFen, span: onDay(from, from), mark: null },
    ...progressTerms(basis, openWorks, left - settlementFen, asOf),
    { ...plain, part: 'settlement' as const, amountFen: settlementFen, ...settlementOf(basis, works, from) },
    { ...plain, part: 'retention' as const, amountFen: retentionFen, ...releaseOf(basis, works, from) },
  ].filter(({ amountFen }) => amountFen > 0)
}

/** 进度款 over the tasks that are left, by what they cost; without tasks until the project's finish. */
function progressTerms(
  basis: CashBasis,
  works: readonly CashWork[],
  amountFen: Fen,
  asOf: Day,
): readonly CashTerm[] {
  const from = addDays(asOf, 1)
  const term = basis.paymentDays ?? 0
  const part = 'progress' as const
  const shifted = (start: Day, finish: Day) => spanFrom(addDays(start, term), addDays(finish, term), from)
  if (works.length === 0) {
    const plain = { part, taskId: null, taskName: null, amountFen }
    if (basis.finish === null) return [{ ...plain, span: null, mark: 'undated' }]
    const { last, precision } = spanOf(basis.finish)
    if (last <= asOf) return [{ ...plain, span: null, mark: 'passed' }]
    const begin = basis.signedOn > from ? basis.signedOn : from
    return [{ ...plain, span: shifted(begin, last), mark: precision === 'day' ? null : 'coarse' }]
  }
  const hasCost = works.some(({ leftFen }) => leftFen > 0)
  const shares = byWeight(
    amountFen,
    works.map(({ leftFen }) => (hasCost ? leftFen : 1)),
  )
  return works.map(({ taskId, name, start, finish, isCoarse }, place) => ({
    part,
    taskId,
    taskName: name,
    amountFen: shares[place] ?? 0,
    ...(start === null || finish === null
      ? { span: null, mark: 'undated' as const }
      : { span: shifted(start, finish), mark: isCoarse ? ('coarse' as const) : null }),
  }))
}

/** What was done by the day and is not paid: to the contract's 进度款 %, else less the retention. */
function unpaidWork(basis: CashBasis): Fen {
  const { doneFen, retentionPct, progressPct, advancePaidFen, committedFen, paidFen } = basis
  if (doneFen === null || doneFen <= 0) return 0
  const recovered =
    doneFen >= committedFen
      ? advancePaidFen
      : new Big(advancePaidFen).times(doneFen).div(committedFen).round(0, Big.roundHalfUp).toNumber()
  const payable = pctOf(doneFen, Math.min(progressPct ?? 100, 100 - (retentionPct ?? 0)))
  return payable + (advancePaidFen - recovered) - paidFen
}

function startOf({ signedOn }: CashBasis, works: readonly CashWork[]): Day {
  const starts = works.flatMap(({ start }) => start ?? []).toSorted()
  return starts.find((start) => start >= signedOn) ?? signedOn
}

/** At the recorded settlement; else when the last of its work is finished, marked as estimated. */
function settlementOf(basis: CashBasis, works: readonly CashWork[], from: Day): Timed {
  const term = basis.paymentDays ?? 0
  if (basis.settledOn !== null) return { span: onDay(addDays(basis.settledOn, term), from), mark: null }
  const finish = finishOf(basis, works)
  return finish === null
    ? { span: null, mark: 'settlementUndated' }
    : { span: onDay(addDays(finish, term), from), mark: 'settlementEstimated' }
}

/** 建质〔2017〕138号: at most 24 months after completion, where no end is recorded. */
function releaseOf(basis: CashBasis, works: readonly CashWork[], from: Day): Timed {
  if (basis.defectsTo !== null) return { span: onDay(basis.defectsTo, from), mark: null }
  const finish = basis.settledOn ?? finishOf(basis, works)
  return finish === null
    ? { span: null, mark: 'retentionUndated' }
    : { span: onDay(addMonths(finish, 24), from), mark: 'retentionEstimated' }
}

type Timed = Pick<CashTerm, 'span' | 'mark'>

/** The end of its work: of its tasks where each has one, else of the project. */
function finishOf({ finish }: CashBasis, works: readonly CashWork[]): Day | null {
  const ends = works.map((work) => work.finish)
  if (ends.length === 0) return finish === null ? null : spanOf(finish).last
  return ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last))
}

function onDay(on: Day, from: Day): CashSpan {
  return spanFrom(on, on, from)
}

/** Nothing is paid before the day after. */
export function spanFrom(start: Day, finish: Day, from: Day): CashSpan {
  const begin = start < from ? from : start
  return { start: begin, finish: finish < begin ? begin : finish }
}

function clamp(amount: Fen, most: Fen): Fen {
  return Math.min(Math.max(0, amount), Math.max(0, most))
}
