import { expect, test } from 'vitest'
import { csv, previewed } from './fixture/readSheet.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

/** A library with one source, and what the rows of a sheet of funds were read as: their entry, their state and 元. */
async function fundRows(file: string, mapping: Parameters<typeof previewed>[2] = {}) {
  const library = await openPlans()
  await library.ask('createFund', { kind: 'bond', name: '专项债券' })
  const { preview, items } = await previewed(library, file, mapping, 'funds')
  const rows = items
    .filter(({ state }) => state !== 'leftOut')
    .map(({ row, part, state, amountFen, cells, reasons }) => [
      row,
      part,
      state === 'new' ? (amountFen ?? 0) / 100 : `${state} ${reasons.map(({ code }) => code).join(' ')}`,
      cells.enteredOn ?? '',
    ])
  return { ...library, preview, items, rows }
}

const heads = '资金来源,下达文号,下达日期,下达金额（万元）,到位日期,到位金额（万元）'

test('下达 and 到位 in one row are two entries, each with its amount and its day', async () => {
  const { ask, preview, rows } = await fundRows(
    csv(
      heads,
      '专项债券,蓬财1号,2024-01-05,100,2024-02-05,60',
      '专项债券,蓬财2号,2024-03-05,200,,',
      '专项债券,,,0,2024-04-05,40',
      '专项债券,,,,,',
      '合计,,,300,,100',
    ),
  )
  expect(rows).toEqual([
    [2, 'allotment', 1_000_000, '2024-01-05'],
    [2, 'receipt', 600_000, '2024-02-05'],
    [3, 'allotment', 2_000_000, '2024-03-05'],
    [4, 'receipt', 400_000, '2024-04-05'],
  ])
  expect(preview).toMatchObject({
    missing: [],
    counts: { new: 4, error: 0 },
    partsFen: [
      { part: 'allotment', amountFen: 300_000_000 },
      { part: 'receipt', amountFen: 100_000_000 },
    ],
    writtenTotals: [
      { row: 6, part: 'allotment', writtenFen: 300_000_000, readFen: 300_000_000 },
      { row: 6, part: 'receipt', writtenFen: 100_000_000, readFen: 100_000_000 },
    ],
  })
  const batch = await ask('applyImport', { previewId: preview.previewId })
  expect(batch.recordCount).toBe(4)
  expect((await ask('listFunds', {})).items[0]).toMatchObject({
    allottedFen: 300_000_000,
    receivedFen: 100_000_000,
  })
  const { items } = await ask('listImportEntries', { importId: batch.id })
  expect(items.map(({ row, part }) => [row, part])).toEqual([
    [2, 'allotment'],
    [2, 'receipt'],
    [3, 'allotment'],
    [4, 'receipt'],
  ])
  await ask('undoImport', { importId: batch.id, reason: '重做' })
  const [fund] = (await ask('listFunds', {})).items
  expect([fund?.allottedFen ?? 0, fund?.receivedFen ?? 0]).toEqual([0, 0])
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('each of the two is known again by itself: what is there already is 重复, the other comes in', async () => {
  const library = await openPlans()
  const { ask } = library
  const fund = await ask('createFund', { kind: 'bond', name: '专项债券' })
  await ask('recordFundReceipt', {
    fundId: fund.id,
    projectId: 'pj-hetang',
    kind: 'allotment',
    amountFen: 100_000_000,
    enteredOn: '2024-01-05',
  })
  const file = csv(heads, '专项债券,,2024-01-05,100,2024-02-05,60', '专项债券,,2024-03-05,7,2024-02-05,60')
  const { items } = await previewed(library, file, {}, 'funds')
  expect(items.slice(1).map(({ row, part, state }) => [row, part, state])).toEqual([
    [2, 'allotment', 'duplicate'],
    [2, 'receipt', 'new'],
    [3, 'allotment', 'new'],
    [3, 'receipt', 'duplicate'],
  ])
})

test('one of the two is mended, left or taken without the other; a name is of both', async () => {
  const { ask, preview, refusal } = await fundRows(
    csv(heads, '专项债,,2024-01-05,100,2024-13-05,60', '专项债券,,2024-03-05,,2024-04-05,'),
  )
  expect(preview.counts).toMatchObject({ new: 0, error: 3 })
  const { previewId } = preview
  await ask('correctImportRow', { previewId, row: 2, part: 'receipt', values: { fund: '专项债券' } })
  const mended = await ask('correctImportRow', {
    previewId,
    row: 2,
    part: 'receipt',
    values: { enteredOn: '2024-02-05' },
  })
  expect(mended.counts).toMatchObject({ new: 2, error: 1 })
  const left = await ask('correctImportRow', { previewId, row: 2, part: 'allotment', choice: 'leave' })
  expect(left.counts).toMatchObject({ new: 1, error: 1 })
  const filled = await ask('correctImportRow', { previewId, row: 3, values: { received: '5' } })
  expect(filled.counts).toMatchObject({ new: 2, error: 0 })
  expect(await refusal('correctImportRow', { previewId, row: 2, values: { amount: '5' } })).toMatchObject({
    code: 'importPartMissing',
  })
})

test('a row with neither amount is told, not passed over', async () => {
  const { rows } = await fundRows(csv(heads, '专项债券,,2024-01-05,,2024-02-05,-'))
  expect(rows).toEqual([[2, null, 'error fundAmountsMissing', '']])
})

test('two amounts of two units are each read in their own', async () => {
  const { rows } = await fundRows(
    csv('资金来源,日期,下达金额（万元）,到位金额（元）', '专项债券,2024-01-05,1,5000'),
  )
  expect(rows.map(([, part, amount]) => [part, amount])).toEqual([
    ['allotment', 10_000],
    ['receipt', 5000],
  ])
})

test('an entry without a day of its own is missed before the import, and the other’s day is not its day', async () => {
  const both = await fundRows(csv('资金来源,下达金额,到位日期,到位金额', '专项债券,1,2024-01-05,2'))
  expect(both.preview.missing).toEqual(['allottedOn'])
  const one = await fundRows(csv('资金来源,下达日期,到位日期,到位金额', '专项债券,2023-01-05,2024-01-05,2'))
  expect(one.items[1]).toMatchObject({ part: null, state: 'new', cells: { enteredOn: '2024-01-05' } })
})

test('累计 and 未到位 are no entry of a row', async () => {
  const { preview, rows } = await fundRows(
    csv('资金来源,下达日期,下达金额,累计到位金额,未到位金额', '专项债券,2024-01-05,100,60,40'),
  )
  expect(preview.mapping).toMatchObject({ entryKind: 'allotment' })
  expect(rows).toEqual([[2, null, 100, '2024-01-05']])
})
