import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costSpan, spreadBy } from './costSpread.ts'
import { type CostedTask, type EarnedInput, earnedValueOf, type Measurement } from './earnedValue.ts'
import { monthAfter, monthEnd, monthsFrom } from './month.ts'

/**
 * Three tasks, worked by hand as of 31 March 2026 (the figures in 万元):
 * - 基础 200, 1 January to 31 January: PV 200; reported 100% → EV 200
 * - 主体 600, 1 March to 30 April (61 days, 31 of them over): PV 600 × 31 ÷ 61 = 304.918033; reported 40% → EV 240
 * - 装修 200, 1 May to 30 June: not due, nobody reported: PV 0, EV 0
 * BAC 1,000 · PV 504.918033 · EV 440 · AC 500 · CV −60 · SV −64.918033 · CPI 0.88 · SPI 0.8714 · EAC 1,136.363636
 */
const tasks: readonly CostedTask[] = [
  task('foundation', '基础', 200, '2026-01-01', '2026-01-31'),
  task('structure', '主体', 600, '2026-03-01', '2026-04-30'),
  task('fitting', '装修', 200, '2026-05-01', '2026-06-30'),
]
const measurements: readonly Measurement[] = [
  { taskId: 'foundation', asOf: '2026-02-02', status: 'done', progressPct: null },
  { taskId: 'structure', asOf: '2026-03-20', status: 'inProgress', progressPct: 30 },
  { taskId: 'structure', asOf: '2026-03-31', status: 'inProgress', progressPct: 40 },
  { taskId: 'structure', asOf: '2026-04-30', status: 'inProgress', progressPct: 90 },
]
const outlays = [
  { on: '2026-01-20', amountFen: wan(150) },
  { on: '2026-03-31', amountFen: wan(350) },
  { on: '2026-04-02', amountFen: wan(99) },
]
const worked: EarnedInput = { baseline: { id: 'b', name: '开工基线', tasks }, measurements, outlays }

describe('earned value', () => {
  test('comes out as in the example worked by hand', () => {
    const found = earnedOn('2026-03-31')
    expect(found).toMatchObject({
      bacFen: wan(1000),
      pvFen: 504_918_033,
      evFen: wan(440),
      acFen: wan(500),
      cvFen: wan(-60),
      svFen: -64_918_033,
      cpi: 0.88,
      spi: 0.8714,
      eacFen: 1_136_363_636,
      missing: [],
    })
    expect(found.items.map(({ progressPct, evFen }) => [progressPct, evFen])).toEqual([
      [100, wan(200)],
      [40, wan(240)],
      [0, 0],
    ])
  })

  test('is drawn month by month: the plan to its end, the rest to the day', () => {
    expect(earnedOn('2026-03-31').curve).toEqual([
      { on: '2026-01-31', planFen: wan(200), earnedFen: null, actualFen: wan(150) },
      { on: '2026-02-28', planFen: wan(200), earnedFen: wan(200), actualFen: wan(150) },
      { on: '2026-03-31', planFen: 504_918_033, earnedFen: wan(440), actualFen: wan(500) },
      { on: '2026-04-30', planFen: wan(800), earnedFen: null, actualFen: null },
      { on: '2026-05-31', planFen: wan(800) + 101_639_344, earnedFen: null, actualFen: null },
      { on: '2026-06-30', planFen: wan(1000), earnedFen: null, actualFen: null },
    ])
  })

  test('does not apply where a task that was due to begin has no measured progress', () => {
    const found = earnedOn('2026-03-15')
    expect(found).toMatchObject({ evFen: null, cvFen: null, cpi: null, spi: null, eacFen: null })
    expect(found.missing).toEqual([{ input: 'noProgress', tasks: [{ id: 'structure', name: '主体' }] }])
    expect(found.pvFen).not.toBeNull()
  })

  test('does not apply without a baseline, without costs, without dates, without the chosen book', () => {
    expect(inputsMissing({ ...worked, baseline: null })).toEqual(['noBaseline'])
    expect(inputsMissing(withTasks(tasks.map((known) => ({ ...known, costFen: null }))))).toEqual(['noCost'])
    expect(inputsMissing(withTasks(tasks.map((known) => ({ ...known, start: null, finish: null }))))).toEqual(
      ['noDates', 'noProgress'],
    )
    expect(inputsMissing({ ...worked, outlays: null })).toEqual(['noActual'])
    expect(earnedValueOf({ ...worked, outlays: [] }, scope('2026-03-31'))).toMatchObject({
      acFen: 0,
      cpi: null,
    })
  })

  test('a cost that stands on a summary is earned by the tasks below it, by their shares', () => {
    const parts = [
      { taskId: 'foundation', share: 0.25, start: '2026-01-01' },
      { taskId: 'structure', share: 0.75, start: '2026-03-01' },
    ]
    const whole = withTasks([{ ...task('whole', '土建', 800, '2026-01-01', '2026-04-30'), parts }])
    // 0.25 × 100% + 0.75 × 40% = 55%
    const on = (asOf: string) => earnedValueOf(whole, scope(asOf)).items[0]
    expect(on('2026-03-31')).toMatchObject({ progressPct: 55, evFen: wan(440), reportedOn: '2026-03-31' })
    expect(on('2026-02-10')).toMatchObject({ progressPct: 25, evFen: wan(200), reportedOn: '2026-02-02' })
    expect(on('2026-03-10'), 'one part was due and is not measured').toMatchObject({ progressPct: null })
  })

  test('a coarse date takes part by its last possible day, and is marked', () => {
    const coarse = withTasks([task('whole', '全部', 100, '2026-01', '2026-40')])
    const [item] = earnedValueOf(coarse, scope('2026-03-31')).items
    expect(item).toMatchObject({ start: '2026-01-31', finish: '2026-06-30', isCoarse: true })
  })
})

test('a cost spread over its days never falls, and comes to the whole on the last day', () => {
  const months = monthsFrom('2020-01-01', '2029-12-31')
  assert(
    property(
      record({
        cost: integer({ min: 0, max: 9_999_999_999_999 }),
        start: constantFrom(...months),
        length: integer({ min: 0, max: 60 }),
      }),
      ({ cost, start, length }) => {
        const span = costSpan(start, monthAfter(start, length))
        if (span === null) throw new Error('no span')
        const spread = monthsFrom(span.start, span.finish).map((month) =>
          spreadBy(cost, span, monthEnd(month)),
        )
        expect(spread).toEqual(spread.toSorted((a, b) => a - b))
        expect(spread.at(-1)).toBe(cost)
        expect(spreadBy(cost, span, monthEnd(monthAfter(start, -1)))).toBe(0)
      },
    ),
  )
})

test('months end where the calendar says', () => {
  expect([monthEnd('2024-02'), monthEnd('2026-02'), monthEnd('2025-12')]).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2025-12-31',
  ])
  expect(monthsFrom('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsFrom('2026-02-01', '2026-01-31')).toEqual([])
})

function earnedOn(asOf: string) {
  return earnedValueOf(worked, scope(asOf))
}

function scope(asOf: string) {
  return { projectId: 'p', asOf, basis: 'paid' } as const
}

function withTasks(changed: readonly CostedTask[]): EarnedInput {
  return { ...worked, baseline: { id: 'b', name: '开工基线', tasks: changed } }
}

function inputsMissing(input: EarnedInput) {
  return earnedValueOf(input, scope('2026-03-31')).missing.map((missing) => missing.input)
}

function task(id: string, name: string, costWan: number, start: string, finish: string): CostedTask {
  return { id, name, costFen: wan(costWan), start, finish, parts: [{ taskId: id, share: 1, start: null }] }
}

function wan(amount: number) {
  return amount * 1_000_000
}
