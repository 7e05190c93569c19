import { expect, test } from 'vitest'
import { dayStretches } from './dayStretches.ts'

test('days in a row of one holiday are one line; its made-up day is another', () => {
  const rest = (day: string) => ({ day, isWork: false, name: '春节' })
  const days = [
    { day: '2026-02-14', isWork: true, name: '春节' },
    rest('2026-02-28'),
    rest('2026-03-01'),
    rest('2026-03-02'),
    rest('2026-03-04'),
  ]
  expect(dayStretches(days)).toEqual([
    { name: '春节', isWork: true, first: '2026-02-14', last: '2026-02-14', days: 1 },
    { name: '春节', isWork: false, first: '2026-02-28', last: '2026-03-02', days: 3 },
    { name: '春节', isWork: false, first: '2026-03-04', last: '2026-03-04', days: 1 },
  ])
})
