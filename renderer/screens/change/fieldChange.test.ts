import { expect, test } from 'vitest'
import { fieldChanges } from './fieldChange.ts'

test('only the fields that differ are listed', () => {
  const before = { id: 'p', name: '棠下院区', amount_fen: 100 }
  const after = { id: 'p', name: '棠下院区', amount_fen: 200 }
  expect(fieldChanges({ before, after })).toEqual([{ field: 'amount_fen', before: 100, after: 200 }])
})

test('a field that was cleared or filled shows the other side empty', () => {
  expect(fieldChanges({ before: { memo: '旧' }, after: { code: 'A-1' } })).toEqual([
    { field: 'code', before: null, after: 'A-1' },
    { field: 'memo', before: '旧', after: null },
  ])
})

test('keys and derived days are left out', () => {
  const after = {
    id: 'm',
    project_id: 'p',
    due: '2023',
    due_first: '2023-01-01',
    due_last: '2023-12-31',
    sort_order: 1,
  }
  expect(fieldChanges({ before: null, after }).map(({ field }) => field)).toEqual(['due'])
})
