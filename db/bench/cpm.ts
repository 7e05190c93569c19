import { reckon } from '../domain/criticalPath.ts'
import { indexOfDay } from '../domain/dayIndex.ts'
import { publicHolidays } from '../domain/holiday.ts'
import { at, type Network, none, onwardLinks, orderOf } from '../domain/network.ts'
import { everyDay, workIndexOf } from '../domain/workIndex.ts'
import { randomNumbers } from './generate.ts'
import { print, summary, timeOf } from './measure.ts'

const start = indexOfDay('2026-01-05')
const targets = [
  { count: 1000, runs: 200, targetMs: 2 },
  { count: 10_000, runs: 50, targetMs: 8 },
  { count: 100_000, runs: 20, targetMs: 100 },
]

/**
 * A full reckoning: four kinds of links, lags and leads, three calendars, constraints, work under way. The floor is the
 * longest path over the same links in whole days, forward and back: no calendar, no lag, no float.
 */
export function benchCpm(): boolean {
  let isMet = true
  for (const { count, runs, targetMs } of targets) {
    const network = networkOf(count)
    const both = Array.from({ length: runs + 5 }, () => ({
      floor: timeOf(() => longestPath(network)),
      full: timeOf(() => reckon(network)),
    })).slice(5)
    const floor = summary(both.map((run) => run.floor))
    const times = summary(both.map((run) => run.full))
    const ratio = times.median / floor.median
    isMet =
      print({
        id: 'cpm',
        what: `full reschedule of ${String(count)} tasks, ${String(network.links.count)} links`,
        median: times.median,
        p95: times.p95,
        floor: floor.median,
        ratio,
        target: `≤ 5 × the bare longest path; ${String(targetMs)} ms on a quiet machine`,
        runs,
        isMet: ratio <= 5,
      }) && isMet
  }
  return isMet
}

/** Each task waits for one or two of the fifty before it; seldom for the nearest, so that paths stay within a century. */
function networkOf(count: number): Network {
  const random = randomNumbers(20261124)
  const each = (value: (task: number) => number) =>
    Int32Array.from({ length: count }, (_, task) => value(task))
  const links = Array.from({ length: count * 2 }, (_, link) => Math.floor(link / 2))
    .filter((successor) => successor % 250 > 0)
    .map((successor) => ({
      successor,
      predecessor: successor - 1 - random(Math.min(successor % 250, 50)),
      kind: [0, 0, 0, 0, 1, 2, 3][random(7)] ?? 0,
      lag: random(4) === 0 ? random(9) - 4 : 0,
    }))
  const holidays = publicHolidays()
  const own = workIndexOf([], holidays)
  const site = workIndexOf([{ workingWeekdays: '123456', keepsHolidays: null, exceptions: [] }], holidays)
  return {
    count,
    duration: each(() => random(20)),
    calendarOf: each(() => [0, 0, 0, 1, 2][random(5)] ?? 0),
    calendars: [own, site, everyDay()],
    fixedStart: each((task) => (task % 40 === 0 ? start : none)),
    fixedFinish: new Int32Array(count).fill(none),
    startFrom: each((task) => start + (task % 250 === 0 ? random(700) : 0)),
    finishFrom: each(() => (random(50) === 0 ? start + random(500) : 0)),
    startBy: new Int32Array(count).fill(none),
    finishBy: each(() => (random(50) === 0 ? start + random(1500) : none)),
    links: {
      count: links.length,
      predecessor: Int32Array.from(links, ({ predecessor }) => predecessor),
      successor: Int32Array.from(links, ({ successor }) => successor),
      kind: Int32Array.from(links, ({ kind }) => kind),
      lag: Int32Array.from(links, ({ lag }) => lag),
    },
    lagCalendar: own,
  }
}

function longestPath(network: Network): number {
  const { links, duration, count } = network
  const onward = onwardLinks(network)
  const order = orderOf(network, onward)
  const early = new Int32Array(count)
  const late = new Int32Array(count)
  let finish = 0
  for (const task of order) {
    const end = at(early, task) + at(duration, task)
    if (end > finish) finish = end
    for (let slot = at(onward.from, task); slot < at(onward.from, task + 1); slot += 1) {
      const successor = at(links.successor, at(onward.links, slot))
      if (end > at(early, successor)) early[successor] = end
    }
  }
  for (let place = count - 1; place >= 0; place -= 1) {
    const task = at(order, place)
    let by = finish
    for (let slot = at(onward.from, task); slot < at(onward.from, task + 1); slot += 1) {
      const begin = at(late, at(links.successor, at(onward.links, slot)))
      if (begin < by) by = begin
    }
    late[task] = by - at(duration, task)
  }
  return finish + at(late, 0)
}
