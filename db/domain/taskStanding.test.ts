import { describe, expect, test } from 'vitest'
import { taskStanding } from './taskStanding.ts'

const open = { plannedFinish: null, due: null, status: 'notStarted', actual: null, reportedOn: null } as const

describe('任务状态', () => {
  test('a task planned to the day is late from the day after, reported or not', () => {
    const task = { ...open, plannedFinish: '2026-03-31' }
    expect(taskStanding(task, '2026-03-31')).toEqual({ kind: 'open' })
    expect(taskStanding(task, '2026-04-02')).toEqual({ kind: 'late', days: 2 })
  })

  test('a coarse plan whose period is over asks for a report before it is called late', () => {
    const task = { ...open, plannedFinish: '2023' }
    expect(taskStanding(task, '2024-01-01')).toEqual({ kind: 'periodPassed' })
    expect(taskStanding({ ...task, reportedOn: '2024-01-01' }, '2024-01-02')).toEqual({
      kind: 'late',
      days: null,
    })
  })

  test('what is done or cancelled is not late', () => {
    const task = { ...open, plannedFinish: '2026-03-31' } as const
    expect(taskStanding({ ...task, status: 'done', actual: '2026-03-30' }, '2026-05-01')).toEqual({
      kind: 'done',
    })
    expect(taskStanding({ ...task, status: 'done', actual: '2026-04-10' }, '2026-05-01')).toEqual({
      kind: 'doneLate',
      days: 10,
    })
    expect(taskStanding({ ...task, status: 'cancelled' }, '2026-05-01')).toEqual({ kind: 'cancelled' })
  })

  test('without a plan its target counts, and without either it is undated', () => {
    expect(taskStanding({ ...open, due: '2026-03-31' }, '2026-04-02')).toEqual({ kind: 'periodPassed' })
    expect(taskStanding(open, '2026-04-02')).toEqual({ kind: 'undated' })
  })
})
