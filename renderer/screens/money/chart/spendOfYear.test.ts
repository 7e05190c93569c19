import { expect, test } from 'vitest'
import { spendOfYear } from './spendOfYear.ts'

const items = [
  { month: '2025-12', paidFen: 7, doneFen: 7 },
  { month: '2026-02', paidFen: 100, doneFen: 120 },
  { month: '2026-02', paidFen: 1, doneFen: 0 },
  { month: '2026-04', paidFen: -20, doneFen: 30 },
]

test('the plan of the months adds up beside what was paid and measured; another year counts nowhere', () => {
  const plan = [0, 50, 50, 10, 0, 0, 0, 0, 0, 0, 0, 5]
  const rows = spendOfYear(items, 2026, plan)
  expect(rows.map(({ paidSoFarFen }) => paidSoFarFen).slice(0, 5)).toEqual([0, 101, 101, 81, 81])
  expect(rows.map(({ planSoFarFen }) => planSoFarFen).slice(0, 4)).toEqual([0, 50, 100, 110])
  expect(rows.at(-1)).toMatchObject({ month: '2026-12', planFen: 5, planSoFarFen: 115, doneSoFarFen: 150 })
})

test('without any work measured none of its months is known to be zero', () => {
  const rows = spendOfYear([{ month: '2026-02', paidFen: 5, doneFen: 0 }], 2026, null)
  expect(rows.every(({ doneFen, doneSoFarFen }) => doneFen === null && doneSoFarFen === null)).toBe(true)
  // Once some was, a month without any is.
  expect(spendOfYear(items, 2026, null)[0]).toMatchObject({ doneFen: 0, doneSoFarFen: 0 })
})

test('where only the figure of the year is known no month has a plan, and none has nought', () => {
  expect(
    spendOfYear(items, 2026, null).every((row) => row.planFen === null && row.planSoFarFen === null),
  ).toBe(true)
})
