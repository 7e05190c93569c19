import { describe, expect, test } from 'vitest'
import { chartScale, columnsOf, monthsAt, widthOf, xOf, xOfMonths } from './chartScale.ts'

describe('时间刻度', () => {
  test('a column begins with its first day and ends in the evening of its last', () => {
    const scale = chartScale('year', '2021-03-05', '2023-06-01', 100, 0)
    expect(columnsOf(scale)).toEqual(['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01'])
    expect(xOf(scale, '2021-01-01', 'morning')).toBe(0)
    expect(xOf(scale, '2021-12-31', 'evening')).toBe(100)
    expect(xOf(scale, '2022-01-01', 'morning')).toBe(100)
  })

  test('quarters begin in January, April, July and October', () => {
    const scale = chartScale('quarter', '2020-11-30', '2021-02-01', 60, 0)
    expect(columnsOf(scale).slice(0, 3)).toEqual(['2020-07-01', '2020-10-01', '2021-01-01'])
  })

  test('February of a leap year is divided into 29 days', () => {
    const scale = chartScale('month', '2024-02-01', '2024-02-29', 29, 0)
    expect(xOf(scale, '2024-02-01', 'morning')).toBe(29)
    expect(xOf(scale, '2024-02-15', 'morning')).toBeCloseTo(29 + 14)
    expect(xOf(scale, '2024-02-29', 'evening')).toBe(58)
  })

  test('columns widen to fill the room, and never fall below their least width', () => {
    expect(widthOf(chartScale('year', '2021-01-01', '2023-12-31', 100, 1000))).toBe(1000)
    expect(widthOf(chartScale('year', '2021-01-01', '2023-12-31', 100, 50))).toBe(400)
  })

  test('a place keeps its day when the scale changes', () => {
    const years = chartScale('year', '2017-01-01', '2026-11-22', 60, 0)
    const months = chartScale('month', '2017-01-01', '2026-11-22', 40, 0)
    const place = monthsAt(years, xOf(years, '2022-07-01', 'morning'))
    expect(xOfMonths(months, place)).toBeCloseTo(xOf(months, '2022-07-01', 'morning'))
  })
})
