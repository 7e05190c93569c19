import { type EarlyDates, earlyDates } from './earlyDates.ts'
import { type LateDates, lateDates } from './lateDates.ts'
import { loopAmong, type Network, onwardLinks, orderOf } from './network.ts'

/** Early and late points and floats of every task, and the order in which they wait for each other. */
export interface Reckoning extends EarlyDates, LateDates {
  readonly order: Int32Array
}

/**
 * The critical path method on a network of four kinds of links.
 * @returns the numbers of tasks that form a loop instead, where the links close one
 * @throws RuleBroken scheduleTooLong
 */
export function reckon(network: Network): Reckoning | { readonly loop: readonly number[] } {
  const onward = onwardLinks(network)
  const order = orderOf(network, onward)
  if (order.length < network.count) return { loop: loopAmong(network, order) }
  const early = earlyDates(network, onward, order)
  return { ...early, ...lateDates(network, onward, order, early), order }
}
