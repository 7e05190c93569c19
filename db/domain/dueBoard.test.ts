import { expect, test } from 'vitest'
import { type DueItem, dueBoardOf, placeOf } from './dueBoard.ts'

const today = '2026-03-10'

test('what is due stands in its column by the last possible day', () => {
  expect(placeOf(item({ due: '2026-03-10' }), today)).toBe('in30')
  expect(placeOf(item({ due: '2026-04-09' }), today)).toBe('in30')
  expect(placeOf(item({ due: '2026-04-10' }), today)).toBe('in60')
  expect(placeOf(item({ due: '2026-04' }), today)).toBe('in60')
  expect(placeOf(item({ due: '2026-06-08' }), today)).toBe('in90')
  expect(placeOf(item({ due: '2026-06-09' }), today)).toBe('later')
  expect(placeOf(item({ due: '2026' }), today)).toBe('later')
  expect(placeOf(item({ due: null }), today)).toBe('undated')
})

test('a date that passed is late only where somebody reported since; days only where the plan names a day', () => {
  const silent = item({ due: '2026-02-01', reportedOn: '2026-01-15' })
  const reported = item({ due: '2026-02-01', reportedOn: '2026-03-01' })
  const coarse = item({ due: '2026-02', reportedOn: '2026-03-01' })
  expect([silent, reported, coarse].map((known) => placeOf(known, today))).toEqual([
    'unreported',
    'late',
    'late',
  ])
  const [row] = dueBoardOf([reported, coarse], today).rows
  expect(row?.cards.late.map(({ daysLate }) => daysLate)).toEqual([37, null])
})

test('a forecast moves what is still to come, never what is late against the plan', () => {
  expect(placeOf(item({ due: '2026-03-20', forecast: '2026-05-20' }), today)).toBe('in90')
  const late = item({ due: '2026-03-01', forecast: '2026-05-20', reportedOn: '2026-03-05' })
  expect(placeOf(late, today)).toBe('late')
})

test('done and cancelled leave the board; rows go by 责任单位, the most late first, nobody last', () => {
  const board = dueBoardOf(
    [
      item({ responsible: '乙单位', due: '2026-03-20' }),
      item({ responsible: null, due: '2026-03-20' }),
      item({ responsible: '甲单位', due: '2026-03-20' }),
      item({ responsible: '丙单位', due: '2026-03-01', reportedOn: '2026-03-05' }),
      item({ responsible: '丁单位', due: '2026-03-20', status: 'done', actual: '2026-03-01' }),
      item({ responsible: '丁单位', due: '2026-03-20', status: 'cancelled' }),
      item({ responsible: '戊单位', due: '2027-03-20' }),
      item({ responsible: '戊单位', due: null }),
    ],
    today,
  )
  expect(board.rows.map(({ responsible }) => responsible)).toEqual(['丙单位', '甲单位', '乙单位', null])
  expect([board.laterCount, board.undatedCount]).toEqual([1, 1])
})

function item(known: Partial<DueItem>): DueItem {
  return {
    id: 't',
    responsible: '甲单位',
    due: null,
    forecast: null,
    status: 'inProgress',
    actual: null,
    reportedOn: null,
    ...known,
  }
}
