import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('a list that is too long to go out is refused whole: no file holds a part of it', async () => {
  const { ask, refusal } = await openPlans()
  const file = join(temporaryFolder(), '行.csv')
  const asked = (count: number) => ({
    ...{ file, format: 'csv' as const, paper: 'A4' as const, name: '行', unit: 'yuan' as const },
    columns: [{ id: '0', title: '行', group: null, kind: 'count' as const, isSummed: false }],
    rows: Array.from({ length: count }, (_, row) => ({ cells: [row], level: 0, sums: null })),
  })
  expect(await refusal('exportTable', asked(20_001))).toMatchObject({ code: 'exportTooLong' })
  expect(existsSync(file)).toBe(false)
  expect(await ask('exportTable', asked(20_000))).toMatchObject({ rowCount: 20_000 })
})
