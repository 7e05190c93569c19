import Big from 'big.js'
import { spreadBy } from './costSpread.ts'
import type { Day } from './day.ts'
import type { Fen } from './fen.ts'
import { type Month, monthEnd, monthsFrom } from './month.ts'

/** Days over which an amount is paid; one day is a single payment. */
export interface CashSpan {
  readonly start: Day
  readonly finish: Day
}

/** The same for each calendar day, by month; the months add up to the amount to the 分. */
export function byMonth(amount: Fen, { start, finish }: CashSpan): Map<Month, Fen> {
  const months = new Map<Month, Fen>()
  let before = 0
  for (const month of monthsFrom(start, finish)) {
    const upTo = spreadBy(amount, { start, finish, isCoarse: false }, monthEnd(month))
    if (upTo !== before) months.set(month, upTo - before)
    before = upTo
  }
  return months
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

/** The first month, from 1, in which what is used of a source passes what is in hand by then. */
export function shortFrom(
  openingFen: Fen,
  receivedFen: readonly Fen[],
  usedFen: readonly Fen[],
): number | null {
  let left = openingFen
  for (const [index, used] of usedFen.entries()) {
    left += (receivedFen[index] ?? 0) - used
    if (left < 0) return index + 1
  }
  return null
}
