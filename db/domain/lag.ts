import { dayCount } from './dayIndex.ts'
import { at } from './network.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { WorkIndex } from './workIndex.ts'

/**
 * The point so many workdays (not none) after another: just behind the last of them; for a lead, at the beginning of the first.
 * @throws RuleBroken scheduleTooLong
 */
export function lagged({ before, dayOf }: WorkIndex, point: number, lag: number): number {
  if (lag < 0) return at(dayOf, Math.max(0, at(before, point) + lag))
  const workday = at(before, point) + lag - 1
  if (workday >= dayOf.length) throw new RuleBroken('scheduleTooLong')
  return at(dayOf, workday) + 1
}

/** The latest point whose lagged point is not after the one given: the way back of `lagged`. */
export function latestBefore({ before, dayOf }: WorkIndex, point: number, lag: number): number {
  const workday = lag > 0 ? at(before, point) - lag : at(before, point + 1) - 1 - lag
  return workday >= dayOf.length ? dayCount - 1 : at(dayOf, Math.max(0, workday))
}
