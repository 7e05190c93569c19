import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { csv, previewed, readRows } from './fixture/readSheet.ts'
import { openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

async function book(rows: readonly (readonly ExcelJS.CellValue[])[], merges: readonly string[] = []) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('支付')
  sheet.addRows(rows.map((row) => [...row]))
  for (const merge of merges) sheet.mergeCells(merge)
  const file = join(temporaryFolder(), '并排.xlsx')
  await workbook.xlsx.writeFile(file)
  return file
}

const two = [
  ['2023年支付', null, null, null, null, '2024年支付'],
  ['付款日期', '收款单位', '摘要', '金额（元）', null, '付款日期', '收款单位', '摘要', '金额（元）'],
  ['2023-03-05', '甲公司', '进度款', 12, null, '2024-03-05', '乙公司', '监理费', 7],
  ['2023-03-06', '甲公司', '进度款', 13, null, '合计', null, null, 7],
  ['2023-03-07', '甲公司', '进度款', 14],
  ['合计', null, null, 39, null, '2024-04-01', '丙公司', '设计费', 5],
] as const

test('two tables side by side are told, and each is read by itself', async () => {
  const library = await openPlans()
  const file = await book(two)
  const left = await previewed(library, file)
  expect(left.preview.tables).toEqual([
    { column: 0, headerRow: 2, letters: 'A–D', heads: ['付款日期', '收款单位', '摘要'] },
    { column: 5, headerRow: 2, letters: 'F–I', heads: ['付款日期', '收款单位', '摘要'] },
  ])
  // The 合计 of the other table leaves out no row of this one.
  expect(left.rows).toMatchObject({ 3: 12, 4: 13, 5: 14, 6: 'leftOut importSubtotalRow' })
  expect(left.preview).toMatchObject({ amountFen: 3900, mapping: { tableColumn: 0 } })

  const right = await previewed(library, file, { tableColumn: 5 })
  expect(right.rows).toMatchObject({ 3: 7, 4: 'leftOut importSubtotalRow', 6: 5 })
  expect(right.rows[5]).toBeUndefined()
  expect(right.preview.columns.filter(({ head }) => head !== '').map(({ letter }) => letter)).toEqual([
    'F',
    'G',
    'H',
    'I',
  ])
})

test('a title over each of the two is no part of their heads, nor is one over a single table', async () => {
  const library = await openPlans()
  const file = await book(two, ['A1:D1', 'F1:I1'])
  for (const [tableColumn, amountFen] of [
    [0, 3900],
    [5, 1200],
  ] as const) {
    const { preview } = await previewed(library, file, { tableColumn })
    expect(preview).toMatchObject({ amountFen, header: { first: 2, last: 2 } })
    expect(preview.columns[tableColumn]?.head).toBe('付款日期')
  }
  const single = await book(
    [['支付台账'], ['付款日期', '收款单位', '摘要', '金额（元）'], ['2024-03-05', '甲公司', '进度款', 12]],
    ['A1:D1'],
  )
  const { preview } = await previewed(library, single)
  expect(preview).toMatchObject({ amountFen: 1200, header: { first: 2, last: 2 } })
  expect(preview.columns[0]?.head).toBe('付款日期')
})

test('two columns of one ledger without a column between them are two tables', async () => {
  const { preview, rows } = await readRows(
    csv(
      '日期,收款单位,摘要,金额,日期,收款单位,摘要,金额',
      '2024-03-05,甲公司,进度款,12,2024-03-08,乙公司,监理费,7',
    ),
  )
  expect(preview.tables.map(({ letters }) => letters)).toEqual(['A–D', 'E–H'])
  expect(rows[2]).toBe(12)
})

test('a table beside whose heads stand lower is found, too', async () => {
  const rows = [
    ['付款日期', '收款单位', '摘要', '金额'],
    ['2024-03-05', '甲公司', '进度款', 12],
    ['2024-03-06', '甲公司', '进度款', 13, null, '付款日期', '收款单位', '摘要', '金额'],
    ['2024-03-07', '甲公司', '进度款', 14, null, '2024-04-01', '丙公司', '设计费', 5],
  ] as const
  const library = await openPlans()
  const file = await book(rows)
  const first = await previewed(library, file)
  expect(first.preview.tables.map(({ letters, headerRow }) => [letters, headerRow])).toEqual([
    ['A–D', 1],
    ['F–I', 3],
  ])
  expect(first.rows).toMatchObject({ 2: 12, 3: 13, 4: 14 })
  const second = await previewed(library, file, { tableColumn: 5, headerRow: 3 })
  expect(second.rows).toMatchObject({ 4: 5 })
})

test('a table of another kind beside it lends no column to the one that is read', async () => {
  const { preview, rows } = await readRows(
    await book([
      ['付款日期', '收款单位', '摘要', '付款金额', null, '到位日期', '资金来源', '到位金额'],
      ['2024-03-05', '甲公司', '进度款', 12, null, '2024-01-05', '专项债券', 100],
    ]),
  )
  expect(preview.tables).toHaveLength(2)
  expect(preview.mapping.columns?.map(({ column }) => column)).toEqual([0, 1, 2, 3])
  expect(rows[2]).toBe(12)
})

test('each of two tables has the unit that stands over it; one over the other table is to be confirmed', async () => {
  const library = await openPlans()
  const rows = (unit: readonly (string | null)[]) => [
    unit,
    ['付款日期', '收款单位', '摘要', '金额', null, '付款日期', '收款单位', '摘要', '金额'],
    ['2024-03-05', '甲公司', '进度款', 12, null, '2024-03-05', '乙公司', '监理费', 7],
  ]
  const each = await book(rows([null, null, null, '单位：元', null, null, null, null, '单位：万元']))
  expect((await previewed(library, each)).rows[3]).toBe(12)
  const right = await previewed(library, each, { tableColumn: 5 })
  expect(right.rows[3]).toBe(70_000)
  expect(right.preview.isUnitWritten).toBe(true)
  const shared = await previewed(
    library,
    await book(rows([null, null, null, null, null, null, null, null, '单位：万元'])),
  )
  expect(shared.rows[3]).toBe(120_000)
  expect(shared.preview.isUnitWritten).toBe(false)
})

test('an empty column inside one table does not part it, and a note apart leaves out no row', async () => {
  const { preview, rows } = await readRows(
    await book([
      ['付款日期', '收款单位', null, '摘要', '金额', null, '月份', '小结'],
      ['2024-03-05', '甲公司', null, '进度款', 12, null, '3月', 12],
      ['2024-03-06', '甲公司', null, '进度款', 13, null, '合计', 12],
    ]),
  )
  expect(preview.tables).toEqual([])
  expect(rows).toMatchObject({ 2: 12, 3: 13 })
})

test('下达 and 到位 with an empty column between them are one table of funds', async () => {
  const library = await openPlans()
  await library.ask('createFund', { kind: 'bond', name: '专项债券' })
  const { preview } = await previewed(
    library,
    await book([
      ['资金来源', '下达日期', '下达金额', null, '到位日期', '到位金额'],
      ['专项债券', '2024-03-05', 12, null, '2024-04-05', 5],
    ]),
    {},
    'funds',
  )
  expect(preview.tables).toEqual([])
  expect(preview.counts).toMatchObject({ new: 2, error: 0 })
})

test('a mapping that was saved for one of the tables finds it again by its columns', async () => {
  const { preview } = await readRows(await book(two), {
    headerRow: 2,
    columns: [
      { column: 5, field: 'paidOn' },
      { column: 6, field: 'payee' },
      { column: 7, field: 'purpose' },
      { column: 8, field: 'amount' },
    ],
  })
  expect(preview).toMatchObject({ amountFen: 1200, mapping: { tableColumn: 5 } })
})
