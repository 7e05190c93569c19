import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reckon } from './criticalPath.ts'
import { indexOfDay } from './dayIndex.ts'
import { publicHolidays } from './holiday.ts'
import { type Network, none } from './network.ts'
import { floatsByTrying, placedByWalking } from './pathOracle.ts'
import { everyDay, workIndexOf } from './workIndex.ts'

const start = indexOfDay('2026-01-28')
const fiveDays = workIndexOf([], publicHolidays())
const site = workIndexOf(
  [
    {
      workingWeekdays: '123456',
      keepsHolidays: null,
      exceptions: [{ first: start + 30, last: start + 41, isWork: false }],
    },
  ],
  publicHolidays(),
)
const calendars = [fiveDays, site, everyDay()]

/** Up to nine tasks; links run from a lower to a higher number, so that none closes a loop. */
const specification = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    tasks: fc.array(
      fc.record({
        duration: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
        calendar: fc.nat(2),
        state: fc.constantFrom('open', 'open', 'open', 'begun', 'done'),
        startFrom: fc.nat(25),
        finishFrom: fc.oneof(fc.constant(null), fc.nat(40)),
        startBy: fc.oneof(fc.constant(null), fc.constant(null), fc.nat(60)),
        finishBy: fc.oneof(fc.constant(null), fc.constant(null), fc.nat(80)),
      }),
      { minLength: count, maxLength: count },
    ),
    links: fc.array(
      fc.record({
        a: fc.nat(count - 1),
        b: fc.nat(count - 1),
        kind: fc.nat(3),
        lag: fc.integer({ min: -6, max: 8 }),
      }),
      { maxLength: 16 },
    ),
  }),
)

type Specification = typeof specification extends fc.Arbitrary<infer Value> ? Value : never

function networkOf({ tasks, links }: Specification): Network {
  const kept = links.filter(({ a, b }) => a !== b)
  const each = (value: (task: (typeof tasks)[number]) => number | null) =>
    Int32Array.from(tasks, (task) => value(task) ?? none)
  const point = (days: number | null) => (days === null ? null : start + days)
  return {
    count: tasks.length,
    duration: each(({ duration, state }) => (state === 'begun' ? Math.max(1, duration) : duration)),
    calendarOf: each(({ calendar }) => calendar),
    calendars,
    fixedStart: each(({ state, startFrom }) => (state === 'open' ? null : point(startFrom))),
    fixedFinish: each(({ state, startFrom, duration }) =>
      state === 'done' ? point(startFrom + duration) : null,
    ),
    startFrom: each(({ startFrom }) => point(startFrom)),
    finishFrom: each(({ finishFrom }) => point(finishFrom) ?? 0),
    startBy: each(({ startBy }) => point(startBy)),
    finishBy: each(({ finishBy }) => point(finishBy)),
    links: {
      count: kept.length,
      predecessor: Int32Array.from(kept, ({ a, b }) => Math.min(a, b)),
      successor: Int32Array.from(kept, ({ a, b }) => Math.max(a, b)),
      kind: Int32Array.from(kept, ({ kind }) => kind),
      lag: Int32Array.from(kept, ({ lag }) => lag),
    },
    lagCalendar: fiveDays,
  }
}

function reckoned(given: Network) {
  const answer = reckon(given)
  if ('loop' in answer) throw new Error('a loop')
  return answer
}

describe('the critical path of a thousand random networks', () => {
  test('early dates are what walking day by day along the longest paths finds', () => {
    fc.assert(
      fc.property(specification, (specified) => {
        const given = networkOf(specified)
        const answer = reckoned(given)
        const walked = placedByWalking(given)
        expect([...answer.earlyStart]).toEqual(walked.map((place) => place.start))
        expect([...answer.earlyFinish]).toEqual(walked.map((place) => place.finish))
      }),
      { numRuns: 1000, seed: 20261124 },
    )
  })

  test('total and free floats are how far a task can be pushed before the finish, a bound or another task gives way', () => {
    fc.assert(
      fc.property(specification, (specified) => {
        const given = networkOf(specified)
        const answer = reckoned(given)
        for (let task = 0; task < given.count; task += 1) {
          if (given.fixedFinish[task] !== none) continue
          const tried = floatsByTrying(given, task)
          // Where a bound is passed already, pushing tells nothing of how far.
          if (tried.total !== null) expect(answer.totalFloat[task]).toBe(tried.total)
          expect(answer.freeFloat[task]).toBe(tried.free)
        }
      }),
      { numRuns: 1000, seed: 20261125 },
    )
  })

  test('nothing begins before its own bounds, and no float is negative where nothing must end by a day', () => {
    fc.assert(
      fc.property(specification, (specified) => {
        const bounded = networkOf(specified)
        const free = new Int32Array(bounded.count).fill(none)
        const answer = reckoned({ ...bounded, startBy: free, finishBy: free })
        for (let task = 0; task < bounded.count; task += 1) {
          if (bounded.fixedFinish[task] !== none) continue
          expect(answer.beginPoint[task]).toBeGreaterThanOrEqual(bounded.startFrom[task] ?? 0)
          expect(answer.earlyFinish[task]).toBeGreaterThanOrEqual(bounded.finishFrom[task] ?? 0)
          expect(answer.freeFloat[task]).toBeGreaterThanOrEqual(0)
          expect(answer.totalFloat[task]).toBeGreaterThanOrEqual(answer.freeFloat[task] ?? 0)
        }
      }),
      { numRuns: 1000, seed: 20261126 },
    )
  })
})
