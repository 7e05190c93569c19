import { describe, expect, test } from 'vitest'
import { chartScale, columnsOf, cutScale, dayAt, fitScale, widthOf, xOf } from './chartScale.ts'

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

  test('weeks begin on Monday', () => {
    const scale = chartScale('week', '2024-03-06', '2024-03-20', 70, 0)
    expect(columnsOf(scale).slice(0, 3)).toEqual(['2024-02-26', '2024-03-04', '2024-03-11'])
    expect(xOf(scale, '2024-03-04', 'morning')).toBeCloseTo(70)
    expect(xOf(scale, '2024-03-10', 'evening')).toBeCloseTo(140)
    expect(xOf(scale, '2024-03-05', 'morning')).toBeCloseTo(80)
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

  test('what fits in a room is cut as finely as its words allow', () => {
    expect(fitScale('2024-03-01', '2024-03-10', 1000).step).toBe('day')
    expect(fitScale('2024-01-01', '2024-12-31', 1000).step).toBe('month')
    expect(fitScale('2001-01-01', '2024-12-31', 1000).step).toBe('year')
    expect(widthOf(fitScale('2024-01-01', '2024-12-31', 1000))).toBeCloseTo(1000)
  })

  test.each(['year', 'quarter', 'month', 'week', 'day'] as const)(
    'a place in %s columns keeps its day when the scale changes',
    (step) => {
      const scale = chartScale(step, '2017-01-01', '2026-11-22', 60, 0)
      for (const day of ['2019-02-28', '2020-02-29', '2022-07-01', '2024-12-31', '2025-01-01'])
        expect(dayAt(scale, xOf(scale, day, 'morning'))).toBe(day)
    },
  )

  test.each(['year', 'quarter', 'month', 'week', 'day'] as const)(
    'a cut of %s columns draws every day where the whole chart has it',
    (step) => {
      const whole = chartScale(step, '2017-01-01', '2026-11-22', 60, 0)
      const cut = cutScale(whole, 95, 200)
      expect(cut.left).toBe(60)
      expect(cut.scale.columnCount).toBe(3)
      for (const day of ['2017-05-05', '2020-02-29'])
        expect(cut.left + xOf(cut.scale, day, 'evening')).toBeCloseTo(xOf(whole, day, 'evening'))
    },
  )

  test('a cut beyond the end of the chart is its last column', () => {
    const whole = chartScale('year', '2021-01-01', '2023-12-31', 100, 0)
    expect(columnsOf(cutScale(whole, 5000, 6000).scale)).toEqual(['2024-01-01'])
  })
})
