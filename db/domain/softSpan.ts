import type { Day } from './day.ts'
import { type PlanDate, spanOf } from './planDate.ts'

/**
 * A stretch of time whose ends may be coarse: it surely runs from `solidFrom` to `solidTo`, and at most from
 * `first` to `last`. Where the ends are so coarse that no day is sure, `solidFrom` = `solidTo` in their middle.
 */
export interface SoftSpan {
  /** Which ends are known: a span of one known end is a mark, not a bar. */
  readonly kind: 'bar' | 'startOnly' | 'finishOnly'
  readonly first: Day
  readonly solidFrom: Day
  readonly solidTo: Day
  readonly last: Day
}

/** From a start and a finish of any precision; null where neither is known. */
export function softSpan(start: PlanDate | null, finish: PlanDate | null): SoftSpan | null {
  if (start === null) return finish === null ? null : softMark('finishOnly', finish)
  if (finish === null) return softMark('startOnly', start)
  const from = spanOf(start)
  const to = spanOf(finish)
  const ends = { kind: 'bar', first: from.first < to.first ? from.first : to.first, last: to.last } as const
  if (from.last <= to.first) return { ...ends, solidFrom: from.last, solidTo: to.first }
  const middle = middleDay(
    from.first > to.first ? from.first : to.first,
    from.last < to.last ? from.last : to.last,
  )
  return { ...ends, solidFrom: middle, solidTo: middle }
}

/** The day half-way; where to put the mark of a coarse date. */
export function middleDay(first: Day, last: Day): Day {
  const middle = (Date.parse(`${first}T00:00:00Z`) + Date.parse(`${last}T00:00:00Z`)) / 2
  return new Date(middle).toISOString().slice(0, 10)
}

function softMark(kind: 'startOnly' | 'finishOnly', date: PlanDate): SoftSpan {
  const { first, last } = spanOf(date)
  const middle = middleDay(first, last)
  return { kind, first, solidFrom: middle, solidTo: middle, last }
}
