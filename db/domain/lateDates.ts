import { calendarOf, type EarlyDates } from './earlyDates.ts'
import { latestBefore } from './lag.ts'
import { at, fromFinish, type Network, none, type Onward, toStart } from './network.ts'

/** Floats in workdays of the task's own calendar; of what is done, and of what has begun for its start, nothing is left. */
export interface LateDates {
  readonly lateStart: Int32Array
  readonly lateFinish: Int32Array
  readonly totalFloat: Int32Array
  readonly freeFloat: Int32Array
}

/** Backward along the links: each task as late as it may be without moving the finish or passing a constraint. */
export function lateDates(network: Network, onward: Onward, order: Int32Array, early: EarlyDates): LateDates {
  const { count, links, lagCalendar } = network
  const late = {
    lateStart: new Int32Array(count),
    lateFinish: new Int32Array(count),
    /** The latest point at which what is left begins. */
    lateBegin: new Int32Array(count),
    totalFloat: new Int32Array(count),
    freeFloat: new Int32Array(count),
  }
  const by = { finish: 0, start: 0, freeFinish: 0, freeStart: 0 }
  for (let place = count - 1; place >= 0; place -= 1) {
    const task = at(order, place)
    if (at(network.fixedFinish, task) !== none) {
      late.lateStart[task] = late.lateBegin[task] = at(early.earlyStart, task)
      late.lateFinish[task] = at(early.earlyFinish, task)
      continue
    }
    by.finish = by.start = by.freeFinish = by.freeStart = early.finish
    for (let slot = at(onward.from, task); slot < at(onward.from, task + 1); slot += 1) {
      const link = at(onward.links, slot)
      const successor = at(links.successor, link)
      if (at(network.fixedFinish, successor) !== none) continue
      const kind = at(links.kind, link)
      const lag = at(links.lag, link)
      const isToStart = toStart(kind)
      const lateBound = at(isToStart ? late.lateBegin : late.lateFinish, successor)
      const soonBound = at(isToStart ? early.beginPoint : early.earlyFinish, successor)
      const latest = lag === 0 ? lateBound : latestBefore(lagCalendar, lateBound, lag)
      const soonest = lag === 0 ? soonBound : latestBefore(lagCalendar, soonBound, lag)
      if (fromFinish(kind)) {
        if (latest < by.finish) by.finish = latest
        if (soonest < by.freeFinish) by.freeFinish = soonest
      } else if (at(network.fixedStart, task) === none) {
        if (latest < by.start) by.start = latest
        if (soonest < by.freeStart) by.freeStart = soonest
      }
    }
    settle(network, early, late, by, task)
  }
  return late
}

interface LatestPoints {
  finish: number
  start: number
  freeFinish: number
  freeStart: number
}

function settle(
  network: Network,
  early: EarlyDates,
  late: LateDates & { readonly lateBegin: Int32Array },
  by: LatestPoints,
  task: number,
) {
  const hasBegun = at(network.fixedStart, task) !== none
  const finishBy = lesser(by.finish, at(network.finishBy, task))
  const startBy = hasBegun ? by.start : lesser(by.start, at(network.startBy, task))
  const days = at(network.duration, task)
  const { before, dayOf } = calendarOf(network, task)
  if (days === 0) {
    const point = Math.min(finishBy, startBy)
    late.lateStart[task] = late.lateFinish[task] = late.lateBegin[task] = point
    const workdays = at(before, at(early.earlyFinish, task))
    late.totalFloat[task] = at(before, point) - workdays
    late.freeFloat[task] = at(before, Math.min(by.freeFinish, by.freeStart)) - workdays
    return
  }
  const begin = Math.min(at(before, finishBy) - days, at(before, startBy + 1) - 1)
  const freeBegin = Math.min(at(before, by.freeFinish) - days, at(before, by.freeStart + 1) - 1)
  late.totalFloat[task] = begin - at(early.begin, task)
  late.freeFloat[task] = freeBegin - at(early.begin, task)
  late.lateBegin[task] = at(dayOf, Math.max(0, begin))
  late.lateStart[task] = hasBegun ? at(early.earlyStart, task) : at(late.lateBegin, task)
  late.lateFinish[task] = at(dayOf, Math.max(0, begin + days - 1)) + 1
}

function lesser(point: number, bound: number) {
  return bound !== none && bound < point ? bound : point
}
