import { describe, expect, test } from 'vitest'
import { columnText, upperRoom } from './columnText.ts'

describe('表头', () => {
  test('years stand under their five-year plan, which is named once', () => {
    expect(columnText('year', '2021-01-01', null, 'zh-CN')).toEqual({ upper: '“十四五”', lower: '2021年' })
    expect(columnText('year', '2022-01-01', '2021-01-01', 'zh-CN')).toEqual({ upper: '', lower: '2022年' })
    expect(columnText('year', '2026-01-01', '2025-01-01', 'zh-CN').upper).toBe('“十五五”')
    expect(columnText('year', '2021-01-01', null, 'en')).toEqual({
      upper: '14th five-year plan',
      lower: '2021',
    })
  })

  test('quarters and months stand under their year', () => {
    expect(columnText('quarter', '2020-07-01', null, 'zh-CN')).toEqual({ upper: '2020年', lower: '第三季度' })
    expect(columnText('quarter', '2020-10-01', '2020-07-01', 'en')).toEqual({ upper: '', lower: 'Q4' })
    expect(columnText('month', '2021-01-01', '2020-12-01', 'zh-CN')).toEqual({
      upper: '2021年',
      lower: '1月',
    })
    expect(columnText('month', '2021-12-01', '2021-11-01', 'en')).toEqual({ upper: '', lower: 'Dec' })
  })

  test('weeks and days stand under their month, a week by its Monday', () => {
    expect(columnText('week', '2024-03-04', null, 'zh-CN')).toEqual({ upper: '2024年3月', lower: '3/4' })
    expect(columnText('week', '2024-03-11', '2024-03-04', 'zh-CN').upper).toBe('')
    expect(columnText('day', '2024-03-04', null, 'en')).toEqual({ upper: 'Mar 2024', lower: '4' })
  })
})

test('a year is written as long as its column has room for', () => {
  const yearAt = (width: number) => columnText('year', '2026-01-01', null, 'zh-CN', width).lower
  expect([60, 34, 20].map(yearAt)).toEqual(['2026年', '2026', '26'])
})

test('a five-year plan is named as long as its years have room for, and never runs into the next one', () => {
  const planAt = (room: number) => columnText('year', '2021-01-01', null, 'en', 30, room).upper
  expect([170, 80, 45, 20].map(planAt)).toEqual(['14th five-year plan', '14th plan', '14th', ''])
  expect(columnText('year', '2020-01-01', null, 'zh-CN', 34, 34).upper).toBe('')
  expect(columnText('month', '2020-12-01', null, 'en', 24, 24).upper).toBe('')
  const years = ['2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01']
  expect([0, 2].map((index) => upperRoom('year', years, index, 30, 'en'))).toEqual([60, 60])
})
