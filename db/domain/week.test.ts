import { expect, test } from 'vitest'
import { dayAfter, isReportedIn, type WeekTask, weekOf, weekReason } from './week.ts'

const week = weekOf('2026-03-12')

test('a week runs from Monday to Sunday, over the ends of months and years', () => {
  expect(week).toEqual({ first: '2026-03-09', last: '2026-03-15' })
  expect(weekOf('2026-03-09')).toEqual(week)
  expect(weekOf('2026-03-15')).toEqual(week)
  expect(weekOf('2026-01-01')).toEqual({ first: '2025-12-29', last: '2026-01-04' })
  expect(weekOf('1969-12-31')).toEqual({ first: '1969-12-29', last: '1970-01-04' })
  expect(dayAfter('2024-02-28', 1)).toBe('2024-02-29')
})

test('what is late, silent past its time, due, to begin or under way is asked about; the rest is left in peace', () => {
  const reasonOf = (known: Partial<WeekTask>) => weekReason({ ...nothing, ...known }, week)
  expect(reasonOf({ due: '2026-03-08', reportedOn: '2026-03-09' })).toBe('late')
  expect(reasonOf({ due: '2026-03-08', reportedOn: '2026-03-01' })).toBe('periodPassed')
  expect(reasonOf({ due: '2026-03-15' })).toBe('dueThisWeek')
  expect(reasonOf({ plannedFinish: '2026-03-09' })).toBe('dueThisWeek')
  expect(reasonOf({ due: '2026-12-31', forecast: '2026-03-10' })).toBe('dueThisWeek')
  expect(reasonOf({ plannedStart: '2026-03-10', plannedFinish: '2026-06-30' })).toBe('startsThisWeek')
  expect(reasonOf({ plannedStart: '2026-02-10', plannedFinish: '2026-06-30' })).toBe('startsThisWeek')
  expect(reasonOf({ status: 'inProgress', plannedFinish: '2026-06-30' })).toBe('underWay')
  expect(reasonOf({ plannedStart: '2026-03-16' })).toBeNull()
  expect(reasonOf({ due: '2026' })).toBeNull()
  expect(reasonOf({ due: '2026-03-08', status: 'done' })).toBeNull()
  expect(reasonOf({ due: '2026-03-08', status: 'cancelled' })).toBeNull()
  expect(reasonOf({})).toBeNull()
})

test('a report of the week counts from its Monday to its Sunday', () => {
  const days = [null, '2026-03-08', '2026-03-09', '2026-03-15', '2026-03-16']
  expect(days.map((reportedOn) => isReportedIn({ reportedOn }, week))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

const nothing: WeekTask = {
  status: 'notStarted',
  due: null,
  plannedStart: null,
  plannedFinish: null,
  forecast: null,
  reportedOn: null,
}
