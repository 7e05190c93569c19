import chineseDays from 'chinese-days'
import { expect, test } from 'vitest'
import { dayOfIndex, indexOfDay } from './dayIndex.ts'
import { holidayName, publicHolidays } from './holiday.ts'
import { at } from './network.ts'
import { workIndexOf } from './workIndex.ts'

const { before } = workIndexOf([], publicHolidays())

function isWork(day: string) {
  const index = indexOfDay(day)
  return at(before, index + 1) > at(before, index)
}

test.each([
  ['2024-02-04', true, 'a Sunday made up for 春节 2024'],
  ['2024-02-10', false, '春节 2024'],
  ['2024-02-18', true, 'a Sunday made up for 春节 2024'],
  ['2024-09-14', true, 'a Saturday made up for 中秋 2024'],
  ['2024-10-12', true, 'a Saturday made up for 国庆 2024'],
  ['2025-01-26', true, 'a Sunday made up for 春节 2025'],
  ['2025-01-28', false, '除夕 2025'],
  ['2025-05-05', false, '劳动节 2025'],
  ['2025-10-08', false, '国庆与中秋 2025'],
  ['2025-10-11', true, 'a Saturday made up for 国庆 2025'],
  ['2026-01-04', true, 'a Sunday made up for 元旦 2026'],
  ['2026-02-14', true, 'a Saturday made up for 春节 2026'],
  ['2026-02-23', false, '春节 2026'],
  ['2026-03-07', false, 'a plain Saturday'],
  ['2026-03-09', true, 'a plain Monday'],
])('%s is a workday: %s (%s)', (day, expected) => {
  expect(isWork(day)).toBe(expected)
})

test('a year has the 250 workdays or so that its holidays leave', () => {
  const inYear = (year: number) =>
    at(before, indexOfDay(`${String(year + 1)}-01-01`)) - at(before, indexOfDay(`${String(year)}-01-01`))
  expect([2024, 2025, 2026].map(inYear)).toEqual([251, 248, 248])
})

test('holidays are named, and years without a list are known as such', () => {
  expect(holidayName('2026-02-17')).toBe('春节')
  expect(holidayName('2026-03-09')).toBeNull()
  expect(publicHolidays().years.has(2026)).toBe(true)
  expect(publicHolidays().years.has(2031)).toBe(false)
})

test('the list says of every day what the program that comes with it says', () => {
  const { restDays, workDays } = publicHolidays()
  const [rest, work] = [new Set(restDays), new Set(workDays)]
  for (let index = indexOfDay('2000-01-01'); index <= indexOfDay('2060-12-31'); index += 1) {
    const day = dayOfIndex(index)
    const { name, work: isWorked } = chineseDays.getDayDetail(day)
    const isListed = name.includes(',')
    expect([holidayName(day), rest.has(index), work.has(index)], day).toEqual([
      isListed ? name.split(',')[1] : null,
      isListed && !isWorked,
      isListed && isWorked,
    ])
  }
})
