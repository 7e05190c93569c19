import { describe, expect, test } from 'vitest'
import { lateness, type Milestone } from './milestone.ts'
import { assertReport } from './progressReport.ts'

type Standing = Pick<Milestone, 'due' | 'status' | 'actual' | 'reportedOn'>
const open: Standing = { due: '2023', status: 'inProgress', actual: null, reportedOn: '2024-01-05' }

describe('lateness respects the precision of the target', () => {
  test('a target of 2023 is not late on its last day', () => {
    expect(lateness(open, '2023-12-31').kind).toBe('open')
  })
  test('it is late the day after, by no number of days', () => {
    expect(lateness(open, '2024-01-06')).toEqual({ kind: 'late', days: null })
  })
  test('a target of a day is late by days', () => {
    expect(lateness({ ...open, due: '2023-12-31' }, '2024-01-10')).toEqual({ kind: 'late', days: 10 })
  })
  test('a period that passed without a report since is not called late', () => {
    expect(lateness({ ...open, reportedOn: null }, '2026-01-01').kind).toBe('periodPassed')
    expect(lateness({ ...open, reportedOn: '2023-06-01' }, '2026-01-01').kind).toBe('periodPassed')
  })
  test('done within the target year is on time, after it late by no number of days', () => {
    expect(lateness({ ...open, status: 'done', actual: '2023-12-31' }, '2026-01-01').kind).toBe('done')
    expect(lateness({ ...open, status: 'done', actual: '2024-01-01' }, '2026-01-01')).toEqual({
      kind: 'doneLate',
      days: null,
    })
  })
  test('a coarse actual date that may lie within the target is not late', () => {
    expect(lateness({ ...open, due: '2023-40', status: 'done', actual: '2023' }, '2026-01-01').kind).toBe(
      'done',
    )
  })
  test('without a target nothing is late', () => {
    expect(lateness({ ...open, due: null }, '2026-01-01').kind).toBe('undated')
  })
})

describe('a report holds together', () => {
  const report = {
    milestoneId: 'm',
    status: 'done',
    actualOn: '2026-03-01',
    forecast: null,
    progressPct: 100,
    note: null,
  } as const
  test('done on a day up to today passes', () => {
    expect(() => {
      assertReport(report, '2026-03-01')
    }).not.toThrow()
  })
  test.each([
    [{ actualOn: null }, 'milestoneActualMissing'],
    [{ status: 'inProgress' as const }, 'milestoneActualNotDone'],
    [{ actualOn: '2026-03-02' }, 'dateInFuture'],
    [{ progressPct: 80 }, 'progressNotWhole'],
    [{ status: 'notStarted' as const, actualOn: null, progressPct: 50 }, 'progressNotStarted'],
  ])('%j breaks %s', (change, code) => {
    expect(() => {
      assertReport({ ...report, ...change }, '2026-03-01')
    }).toThrow(code)
  })
})
