import { dayCount } from './dayIndex.ts'
import { lagged } from './lag.ts'
import { at, fromFinish, type Network, none, type Onward, toStart } from './network.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { WorkIndex } from './workIndex.ts'

export interface EarlyDates {
  readonly earlyStart: Int32Array
  readonly earlyFinish: Int32Array
  /** The link that holds a task where it is; `none` where its own dates do. */
  readonly heldBy: Int32Array
  /** The point at which what is left begins, and the number of that workday on the task's calendar. */
  readonly beginPoint: Int32Array
  readonly begin: Int32Array
  /** The latest early finish. */
  readonly finish: number
}

/** Forward along the links: each task as early as its links and its own dates let it. @throws RuleBroken scheduleTooLong */
export function earlyDates(network: Network, onward: Onward, order: Int32Array): EarlyDates {
  const { count, links, lagCalendar } = network
  const early = {
    earlyStart: new Int32Array(count),
    earlyFinish: new Int32Array(count),
    heldBy: new Int32Array(count).fill(none),
    beginPoint: new Int32Array(count),
    begin: new Int32Array(count),
  }
  const bounds = {
    start: network.startFrom.slice(),
    finish: network.finishFrom.slice(),
    startHeldBy: new Int32Array(count).fill(none),
    finishHeldBy: new Int32Array(count).fill(none),
  }
  let last = 0
  for (const task of order) {
    settle(network, bounds, early, task)
    const start = at(early.earlyStart, task)
    const finish = at(early.earlyFinish, task)
    if (finish > last) last = finish
    for (let slot = at(onward.from, task); slot < at(onward.from, task + 1); slot += 1) {
      const link = at(onward.links, slot)
      const kind = at(links.kind, link)
      const successor = at(links.successor, link)
      const from = fromFinish(kind) ? finish : start
      const lag = at(links.lag, link)
      const point = lag === 0 ? from : lagged(lagCalendar, from, lag)
      if (toStart(kind)) {
        if (point <= at(bounds.start, successor)) continue
        bounds.start[successor] = point
        bounds.startHeldBy[successor] = link
      } else if (point > at(bounds.finish, successor)) {
        bounds.finish[successor] = point
        bounds.finishHeldBy[successor] = link
      }
    }
  }
  return { ...early, finish: last }
}

interface Bounds {
  readonly start: Int32Array
  readonly finish: Int32Array
  readonly startHeldBy: Int32Array
  readonly finishHeldBy: Int32Array
}

function settle(network: Network, bounds: Bounds, early: Omit<EarlyDates, 'finish'>, task: number) {
  const fixedFinish = at(network.fixedFinish, task)
  const fixedStart = at(network.fixedStart, task)
  if (fixedFinish !== none) {
    early.earlyStart[task] = early.beginPoint[task] = fixedStart
    early.earlyFinish[task] = fixedFinish
    return
  }
  const days = at(network.duration, task)
  const startFrom = at(bounds.start, task)
  const finishFrom = at(bounds.finish, task)
  if (Math.max(startFrom, finishFrom) + days >= dayCount) throw new RuleBroken('scheduleTooLong')
  if (days === 0) {
    const isHeldByFinish = finishFrom > startFrom
    const point = isHeldByFinish ? finishFrom : startFrom
    early.earlyStart[task] = early.earlyFinish[task] = early.beginPoint[task] = point
    early.heldBy[task] = at(isHeldByFinish ? bounds.finishHeldBy : bounds.startHeldBy, task)
    return
  }
  const { before, dayOf } = calendarOf(network, task)
  const byStart = at(before, startFrom)
  const byFinish = finishFrom === 0 ? 0 : at(before, finishFrom - 1) - days + 1
  const begin = Math.max(byStart, byFinish)
  if (begin + days > dayOf.length) throw new RuleBroken('scheduleTooLong')
  early.begin[task] = begin
  early.beginPoint[task] = at(dayOf, begin)
  early.earlyStart[task] = fixedStart === none ? at(dayOf, begin) : fixedStart
  early.earlyFinish[task] = at(dayOf, begin + days - 1) + 1
  early.heldBy[task] = at(byFinish > byStart ? bounds.finishHeldBy : bounds.startHeldBy, task)
}

export function calendarOf(network: Network, task: number): WorkIndex {
  return network.calendars[at(network.calendarOf, task)] ?? network.lagCalendar
}
