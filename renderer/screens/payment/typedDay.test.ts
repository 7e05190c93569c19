import { expect, test } from 'vitest'
import { typedDay } from './typedDay.ts'

const today = '2024-06-10'

test.each([
  ['2024-3-5', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['3月5日', '2024-03-05'],
  ['3-5', '2024-03-05'],
  ['３．５', '2024-03-05'],
  ['6-10', '2024-06-10'],
])('a day typed as %s is %s', (text, day) => {
  expect(typedDay(text, today)).toBe(day)
})

test('a day without a year that lies ahead this year is last year’s', () => {
  expect(typedDay('12月31日', today)).toBe('2023-12-31')
  expect(typedDay('6-11', today)).toBe('2023-06-11')
})

test('29 February without a year is that of the newest leap year', () => {
  expect(typedDay('2-29', '2023-06-10')).toBe('2020-02-29')
})

test.each(['', '2月30日', '13-1', '明天', '5', '2024-3'])('%s is no day', (text) => {
  expect(typedDay(text, today)).toBeNull()
})
