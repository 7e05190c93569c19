import type { WorkIndex } from './workIndex.ts'

/**
 * A network made ready for reckoning, tasks and links by number. Times are points between days: point t is the
 * beginning of day t, so that a task of the days 3 and 4 starts at 3 and finishes at 5. A milestone is a point: the
 * end of its day.
 */
export interface Network {
  readonly count: number
  /** Workdays left to do, on the task's own calendar; 0: a milestone. */
  readonly duration: Int32Array
  readonly calendarOf: Int32Array
  readonly calendars: readonly WorkIndex[]
  /** What has begun or is done stands fast; `none` where it is not so. */
  readonly fixedStart: Int32Array
  readonly fixedFinish: Int32Array
  /** What is left to do neither starts nor finishes before these; 0 where nothing says so. */
  readonly startFrom: Int32Array
  readonly finishFrom: Int32Array
  /** What it should not start or finish after; `none` where nothing says so. */
  readonly startBy: Int32Array
  readonly finishBy: Int32Array
  readonly links: NetworkLinks
  /** What lags are counted by. */
  readonly lagCalendar: WorkIndex
}

export interface NetworkLinks {
  readonly count: number
  readonly predecessor: Int32Array
  readonly successor: Int32Array
  /** 0 FS, 1 SS, 2 FF, 3 SF */
  readonly kind: Int32Array
  readonly lag: Int32Array
}

/** Links sorted by the task they start from: those of task i are from[i] … from[i + 1] - 1 of `links`. */
export interface Onward {
  readonly from: Int32Array
  readonly links: Int32Array
}

export const none = -1

/** Within the loops below an index is always in range. */
export function at(array: Int32Array, index: number): number {
  return array[index] ?? 0
}

/** Whether a link of this kind starts from the finish of its predecessor. */
export function fromFinish(kind: number): boolean {
  return kind === 0 || kind === 2
}

/** Whether a link of this kind holds the start of its successor. */
export function toStart(kind: number): boolean {
  return kind < 2
}

export function onwardLinks({ count, links }: Network): Onward {
  const from = new Int32Array(count + 2)
  for (let link = 0; link < links.count; link += 1) {
    const slot = at(links.predecessor, link) + 2
    from[slot] = at(from, slot) + 1
  }
  for (let slot = 1; slot < from.length; slot += 1) from[slot] = at(from, slot) + at(from, slot - 1)
  const sorted = new Int32Array(links.count)
  for (let link = 0; link < links.count; link += 1) {
    const slot = at(links.predecessor, link) + 1
    sorted[at(from, slot)] = link
    from[slot] = at(from, slot) + 1
  }
  return { from, links: sorted }
}

/** Each task behind all that it waits for; shorter than the count where some wait for each other. */
export function orderOf({ count, links }: Network, onward: Onward): Int32Array {
  const waitsFor = new Int32Array(count)
  for (let link = 0; link < links.count; link += 1) {
    const successor = at(links.successor, link)
    waitsFor[successor] = at(waitsFor, successor) + 1
  }
  const order = new Int32Array(count)
  let filled = 0
  for (let task = 0; task < count; task += 1) if (waitsFor[task] === 0) order[filled++] = task
  for (let next = 0; next < filled; next += 1) {
    const task = at(order, next)
    for (let slot = at(onward.from, task); slot < at(onward.from, task + 1); slot += 1) {
      const successor = at(links.successor, at(onward.links, slot))
      const left = at(waitsFor, successor) - 1
      waitsFor[successor] = left
      if (left === 0) order[filled++] = successor
    }
  }
  return order.subarray(0, filled)
}

/** Back along links among the tasks that never came free, until one comes again: the loop, in its order. */
export function loopAmong({ count, links }: Network, order: Int32Array): number[] {
  const isFree = new Uint8Array(count)
  for (const task of order) isFree[task] = 1
  const waitsFor = new Map<number, number>()
  for (let link = 0; link < links.count; link += 1) {
    const predecessor = at(links.predecessor, link)
    if (isFree[predecessor] === 0) waitsFor.set(at(links.successor, link), predecessor)
  }
  const way: number[] = []
  for (let task = isFree.indexOf(0); ; task = waitsFor.get(task) ?? 0) {
    const seen = way.indexOf(task)
    if (seen >= 0) return [...way.slice(seen), task].toReversed()
    way.push(task)
  }
}
