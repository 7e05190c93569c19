import { describe, expect, test } from 'vitest'
import { typedDuration, typedPercent, typedPredecessors } from './typedTask.ts'

describe('在表格里键入', () => {
  test('predecessors are read as MS Project writes them', () => {
    expect(typedPredecessors('3')).toEqual([{ ref: '3', kind: 'FS', lagDays: 0 }])
    expect(typedPredecessors('3FS+2d')).toEqual([{ ref: '3', kind: 'FS', lagDays: 2 }])
    expect(typedPredecessors(' 4ss-1 ，12FF+10天')).toEqual([
      { ref: '4', kind: 'SS', lagDays: -1 },
      { ref: '12', kind: 'FF', lagDays: 10 },
    ])
    expect(typedPredecessors('1.2.10FS+3')).toEqual([{ ref: '1.2.10', kind: 'FS', lagDays: 3 }])
    expect(typedPredecessors('')).toEqual([])
  })

  test.each(['x', '3FX', '3+', 'FS', '3FS+2w'])('%s is not read as predecessors', (text) => {
    expect(typedPredecessors(text)).toBeNull()
  })

  test('a duration counts workdays unless calendar days are asked for', () => {
    expect(typedDuration('10')).toEqual({ durationDays: 10, durationUnit: 'workday' })
    expect(typedDuration('10 天')).toEqual({ durationDays: 10, durationUnit: 'workday' })
    expect(typedDuration('９０日历日')).toEqual({ durationDays: 90, durationUnit: 'calendarDay' })
    expect(typedDuration('30ed')).toEqual({ durationDays: 30, durationUnit: 'calendarDay' })
    expect(typedDuration('1.5')).toBeNull()
  })

  test('a percentage lies between 0 and 100', () => {
    expect(typedPercent('45')).toBe(45)
    expect(typedPercent('62.5％')).toBe(62.5)
    expect(typedPercent('101')).toBeNull()
    expect(typedPercent('many')).toBeNull()
  })
})
