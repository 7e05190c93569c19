import { at, type Network, none } from './network.ts'
import type { WorkIndex } from './workIndex.ts'

/** The same as criticalPath.ts by walking from day to day: slow, and written without it. For tests. */
interface Walked {
  readonly start: number
  readonly finish: number
  /** Where what is left begins. */
  readonly begin: number
}

export function placedByWalking(network: Network): Walked[] {
  const places: Walked[] = []
  const place = (task: number): Walked => (places[task] ??= walk(network, task, place))
  return Array.from({ length: network.count }, (_, task) => place(task))
}

/** How many workdays a task can be pushed; `total` null where a bound is passed already. */
export function floatsByTrying(network: Network, task: number): { total: number | null; free: number } {
  const usual = placedByWalking(network)
  const finish = Math.max(...usual.map((place) => place.finish))
  const isWithin = (places: readonly Walked[]) =>
    places.every(
      (place, other) =>
        !reaches(network, task, other) ||
        at(network.fixedFinish, other) !== none ||
        (place.finish <= finish && isInTime(network, other, place)),
    )
  const isAlone = (places: readonly Walked[]) =>
    places.every(
      (place, other) =>
        (other === task && place.finish <= finish) ||
        (other !== task && place.begin === usual[other]?.begin && place.finish === usual[other].finish),
    )
  return {
    total: isWithin(usual) ? pushes(network, task, usual, isWithin) : null,
    free: pushes(network, task, usual, isAlone),
  }
}

function isInTime(network: Network, task: number, place: Walked) {
  const startBy = at(network.startBy, task)
  const finishBy = at(network.finishBy, task)
  const hasBegun = at(network.fixedStart, task) !== none
  return (
    (startBy === none || hasBegun || place.start <= startBy) &&
    (finishBy === none || place.finish <= finishBy)
  )
}

/** Day by day later, as long as it holds; told in workdays of the task's calendar. */
function pushes(
  network: Network,
  task: number,
  usual: readonly Walked[],
  holds: (places: readonly Walked[]) => boolean,
) {
  const calendar = calendarOf(network, task)
  const isPoint = at(network.duration, task) === 0
  let workdays = 0
  for (let point = usual[task]?.begin ?? 0; ; point += 1) {
    const isWorkday = isWork(calendar, point)
    // A task begins on workdays alone; a milestone may come to lie at the end of any day.
    const isTried = isWorkday || isPoint
    const startFrom = network.startFrom.with(task, point + 1)
    if (isTried && !holds(placedByWalking({ ...network, startFrom }))) return workdays
    if (isWorkday) workdays += 1
  }
}

/** Whether pushing one task can push another: what has begun pushes no starts, what is done is not pushed. */
function reaches(network: Network, from: number, to: number): boolean {
  const { links } = network
  const hasBegun = at(network.fixedStart, from) !== none
  return (
    from === to ||
    Array.from({ length: links.count }, (_, link) => link).some(
      (link) =>
        at(links.predecessor, link) === from &&
        !(hasBegun && at(links.kind, link) % 2 === 1) &&
        at(network.fixedFinish, at(links.successor, link)) === none &&
        reaches(network, at(links.successor, link), to),
    )
  )
}

function walk(network: Network, task: number, place: (task: number) => Walked): Walked {
  const fixedStart = at(network.fixedStart, task)
  const fixedFinish = at(network.fixedFinish, task)
  if (fixedFinish !== none) return { start: fixedStart, finish: fixedFinish, begin: fixedStart }
  const bounds = linkBounds(network, task, place)
  const startFrom = Math.max(at(network.startFrom, task), bounds.start)
  const finishFrom = Math.max(at(network.finishFrom, task), bounds.finish)
  const days = at(network.duration, task)
  if (days === 0) {
    const point = Math.max(startFrom, finishFrom)
    return { start: point, finish: point, begin: point }
  }
  const calendar = calendarOf(network, task)
  // A task may have to wait for its finish, but never begins before its start is free.
  for (let begin = startFrom; ; begin += 1) {
    if (!isWork(calendar, begin)) continue
    const finish = ahead(calendar, begin, days)
    if (finish < finishFrom) continue
    return { start: fixedStart === none ? begin : fixedStart, finish, begin }
  }
}

function linkBounds(network: Network, task: number, place: (task: number) => Walked) {
  const { links, lagCalendar } = network
  let start = 0
  let finish = 0
  for (let link = 0; link < links.count; link += 1) {
    if (at(links.successor, link) !== task) continue
    const predecessor = place(at(links.predecessor, link))
    const kind = ['FS', 'SS', 'FF', 'SF'][at(links.kind, link)]
    const point = kind === 'FS' || kind === 'FF' ? predecessor.finish : predecessor.start
    const lag = at(links.lag, link)
    const held = lag < 0 ? back(lagCalendar, point, -lag) : ahead(lagCalendar, point, lag)
    if (kind === 'FS' || kind === 'SS') start = Math.max(start, held)
    else finish = Math.max(finish, held)
  }
  return { start, finish }
}

function ahead(calendar: WorkIndex, from: number, workdays: number) {
  let point = from
  for (let left = workdays; left > 0; point += 1) if (isWork(calendar, point)) left -= 1
  return point
}

function back(calendar: WorkIndex, from: number, workdays: number) {
  let point = from
  for (let left = workdays; left > 0; ) {
    point -= 1
    if (isWork(calendar, point)) left -= 1
  }
  return point
}

function isWork({ before }: WorkIndex, day: number) {
  return at(before, day + 1) > at(before, day)
}

function calendarOf({ calendars, calendarOf: numbers, lagCalendar }: Network, task: number) {
  return calendars[at(numbers, task)] ?? lagCalendar
}
