import edtf from 'edtf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from './day.ts'
import { parsePlanDate, planDateInWords, planDateSpan } from './planDate.ts'

test.each([
  ['2021', '2021-01-01', '2021-12-31', 'year'],
  ['2020-41', '2020-07-01', '2020-12-31', 'half'],
  ['2020-34', '2020-04-01', '2020-06-30', 'quarter'],
  ['2024-02', '2024-02-01', '2024-02-29', 'month'],
  ['2019-12-31', '2019-12-31', '2019-12-31', 'day'],
  ['2021/2025', '2021-01-01', '2025-12-31', 'period'],
])('%s lasts from %s to %s', (text, first, last, precision) => {
  expect(planDateSpan(text)).toEqual({ first, last, precision })
})

test.each(['2023-02-29', '2023-13', '2025/2021', '23', '2021/2022/2023', '', '2021-00', '202X'])(
  '%j is no plan date',
  (text) => {
    expect(planDateSpan(text)).toBeNull()
  },
)

test('spans are those that the EDTF library gives', () => {
  const years = fc.integer({ min: 1900, max: 2199 }).map(String)
  const point = fc.oneof(
    years,
    fc
      .tuple(years, fc.constantFrom('01', '02', '06', '12', '33', '34', '35', '36', '40', '41'))
      .map((parts) => parts.join('-')),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  )
  fc.assert(
    fc.property(point, (text) => {
      const theirs = edtf(text)
      const span = planDateSpan(text)
      expect([span?.first, span?.last]).toEqual(
        [theirs.min, theirs.max].map((at) => new Date(at).toISOString().slice(0, 10)),
      )
    }),
  )
})

test('every day that is accepted has a span: nothing that was entered can fail to be shown', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const text = date.toISOString().slice(0, 10)
        expect(planDateSpan(text) !== null).toBe(day.safeParse(text).success)
      },
    ),
  )
})

test.each([
  ['2024年下半年', '2024-41'],
  ['2024上半年', '2024-40'],
  ['2024年3月', '2024-03'],
  ['2024.3.5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024年第二季度', '2024-34'],
  ['2024Q4', '2024-36'],
  ['2024 H2', '2024-41'],
  ['２０２４年', '2024'],
  ['2021-2025', '2021/2025'],
  ['2021年至2023年', '2021/2023'],
  ['2021年3月—2022年6月', '2021-03/2022-06'],
])('people type %s and mean %s', (typed, meant) => {
  expect(parsePlanDate(typed)).toBe(meant)
})

test.each(['下半年', '2024年13月', '2024-2-30', '明年', '2024年41月', '2024/41', '2826年上半年', '0204Q1'])(
  '%s is not understood',
  (typed) => {
    expect(parsePlanDate(typed)).toBeNull()
  },
)

test('a plan date in words reads back as the same date', () => {
  for (const date of [
    '2021',
    '2020-41',
    '2020-40',
    '2020-33',
    '2019-10',
    '2019-12-31',
    '2021/2025',
    '2021-03/2022-06',
  ]) {
    expect(parsePlanDate(planDateInWords(date, 'zh-CN'))).toBe(date)
  }
})

test('a coarse date is said as people say it', () => {
  expect(planDateInWords('2020-41', 'zh-CN')).toBe('2020年下半年')
  expect(planDateInWords('2021/2025', 'zh-CN')).toBe('2021—2025年')
  expect(planDateInWords('2019-10', 'en')).toBe('Oct 2019')
  expect(planDateInWords('2020-34', 'en')).toBe('2020 Q2')
})
