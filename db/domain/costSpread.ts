import Big from 'big.js'
import { type Day, daysBetween } from './day.ts'
import type { Fen } from './fen.ts'
import { type PlanDate, spanOf } from './planDate.ts'

/** Over which days a task's cost is spread; coarse dates take part by their last possible day and are marked so. */
export interface CostSpan {
  readonly start: Day
  readonly finish: Day
  readonly isCoarse: boolean
}

/** From a start and a finish of any precision; one alone is a point; null where neither is known. */
export function costSpan(start: PlanDate | null, finish: PlanDate | null): CostSpan | null {
  const from = start === null ? null : spanOf(start)
  const to = finish === null ? null : spanOf(finish)
  const end = to?.last ?? from?.last
  if (end === undefined) return null
  const begin = from === null || from.last > end ? end : from.last
  const isCoarse = [from, to].some((span) => span !== null && span.precision !== 'day')
  return { start: begin, finish: end, isCoarse }
}

/** What should have been spent by the end of a day: the same for each calendar day, the first and the last included. */
export function spreadBy(cost: Fen, { start, finish }: CostSpan, on: Day): Fen {
  if (on < start) return 0
  if (on >= finish) return cost
  return new Big(cost)
    .times(daysBetween(start, on) + 1)
    .div(daysBetween(start, finish) + 1)
    .round(0, Big.roundHalfUp)
    .toNumber()
}
