import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { csv, readRows } from './fixture/readSheet.ts'
import { temporaryFolder } from './fixture/temporaryLibrary.ts'

test.each(['千元', '百万元', '亿元', '美元'])('a sheet in %s is told and not read as 元', async (unit) => {
  const head = await readRows(
    csv(`付款日期,收款单位,摘要,付款金额（${unit}）\n2024-03-05,甲公司,进度款,12\n`),
  )
  expect(head.rows[2]).toBe('error importUnitOther')
  const line = await readRows(
    csv(
      `单位：${unit},,,\n付款日期,收款单位,摘要,付款金额\n2024-03-05,甲公司,进度款,12\n2024-03-06,甲公司,进度款,12万元\n`,
    ),
  )
  expect(line.rows).toMatchObject({ 3: 'error importUnitOther', 4: 120_000 })
  const own = await readRows(
    csv(
      `付款日期,收款单位,摘要,付款金额,金额单位\n2024-03-05,甲公司,进度款,12,${unit}\n2024-03-05,甲公司,进度款,13,万元\n`,
    ),
  )
  expect(own.rows).toMatchObject({ 2: 'error importUnitOther', 3: 130_000 })
})

test('a table that goes on in another unit is read in it from there', async () => {
  const { rows } = await readRows(
    csv(
      [
        '付款日期,收款单位,摘要,付款金额（元）',
        '2024-03-05,甲公司,进度款,1200',
        '付款日期,收款单位,摘要,付款金额（万元）',
        '2024-03-06,甲公司,进度款,1200',
        '单位：元,,,',
        '2024-03-07,甲公司,进度款,1200',
        '2024-03-07,甲公司,收款单位：万元红公司,7',
        '备注：收款单位：万元红公司,,,',
        '2024-03-07,甲公司,进度款,8',
        '付款日期,收款单位,摘要,付款金额（千元）',
        '2024-03-08,甲公司,进度款,1200',
      ].join('\n'),
    ),
  )
  expect(rows).toMatchObject({ 2: 1200, 4: 12_000_000, 6: 1200, 7: 7, 9: 8, 11: 'error importUnitOther' })
})

test('a head below the first whose amounts are others is an error, not a head again', async () => {
  const { rows } = await readRows(
    csv(
      '付款日期,收款单位,摘要,付款金额\n2024-03-05,甲公司,进度款,12\n付款日期,收款单位,摘要,合同价\n2024-03-06,甲公司,进度款,13\n',
    ),
  )
  expect(rows[3]).toMatch(/^error/)
})

test('a figure that a format shows in another unit is read as it is meant', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('支付')
  sheet.addRow(['付款日期', '收款单位', '摘要', '付款金额（万元）'])
  const formats = [
    '0!.0,"万元"',
    '0\\.0,',
    '#,##0,',
    '0.00"万元"',
    '#,##0.00"元"',
    '#,##0.00',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
  ]
  for (const [index, format] of formats.entries())
    sheet.addRow([`2024-03-0${String(index + 1)}`, '甲公司', '进度款', 12_000]).getCell(4).numFmt = format
  const file = join(temporaryFolder(), '格式.xlsx')
  await book.xlsx.writeFile(file)
  const { rows } = await readRows(file)
  expect(rows).toMatchObject({
    2: 12_000,
    3: 12_000,
    4: 12_000,
    5: 120_000_000,
    6: 12_000,
    7: 120_000_000,
    8: 120_000_000,
  })
})

test('thousands that stand unquoted between commas are told, not read as what stands before the comma', async () => {
  const { rows } = await readRows(
    csv(
      '付款日期,收款单位,付款金额,摘要\n2024-03-05,甲公司,1,234.50,进度款\n2024-03-06,甲公司,"1,234.50",进度款\n',
    ),
  )
  expect(rows).toMatchObject({ 2: 'error importCellsMany', 3: 1234.5 })
})

test('the error of a formula is no payee, and 本月合计 with a day is no payment', async () => {
  const { rows } = await readRows(
    csv(
      '付款日期,收款单位,摘要,付款金额\n2024-03-05,#N/A,进度款,1\n2024-03-31,甲公司,本月合计,12\n2024-03-31,合计会计师事务所,审计费,3\n2024-03-31,乙会计,审计费,3\n2024-03-31,甲公司,#REF!,#DIV/0!\n',
    ),
  )
  expect(rows).toMatchObject({
    2: 'error importErrorCell',
    3: 'leftOut importSubtotalRow',
    4: 3,
    5: 3,
    6: 'error amountNotNumber importErrorCell',
  })
})

test('a price, a running sum and what is left are not taken for what was paid', async () => {
  const heads = ['合同金额', '累计支付金额', '概算金额', '未付金额', '审定金额']
  for (const head of heads) {
    const { preview } = await readRows(csv(`付款日期,收款单位,摘要,${head}\n2024-03-05,甲公司,进度款,12\n`))
    expect(preview.missing).toEqual(['amount'])
  }
  const { preview } = await readRows(
    csv(`付款日期,收款单位,摘要,合同金额,实际支付金额\n2024-03-05,甲公司,进度款,12,5\n`),
  )
  expect(preview.amountFen).toBe(500)
})

test('a figure in brackets is negative, as accounts write it', async () => {
  const { rows } = await readRows(
    csv(
      '付款日期,收款单位,摘要,款项性质,付款金额\n2024-03-05,甲公司,进度款,进度款,9000\n2024-03-06,甲公司,退回多付,退款,"（1,234.50）"\n2024-03-07,甲公司,进度款,,(5)\n',
    ),
  )
  expect(rows).toMatchObject({ 2: 9000, 3: -1234.5, 4: 'error importNegative' })
})

test('the sheet’s own 合计 is held against what its rows were read to, and hidden rows are told', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('支付')
  sheet.addRows([
    ['付款日期', '收款单位', '摘要', '付款金额（元）'],
    ['2024-03-05', '甲公司', '进度款', 1200],
    ['2024-03-06', '甲公司', '进度款', 800],
    ['小计', null, null, { formula: 'SUM(D2:D3)', result: 2000 }],
    ['2024-03-07', '乙公司', '进度款', 500],
    ['合计', null, null, { formula: 'D4+D5', result: 2500 }],
  ])
  sheet.getRow(3).hidden = true
  const file = join(temporaryFolder(), '合计.xlsx')
  await book.xlsx.writeFile(file)
  const { preview } = await readRows(file)
  expect(preview).toMatchObject({
    hiddenRows: 1,
    writtenTotals: [{ row: 6, part: null, writtenFen: 250_000, readFen: 250_000 }],
  })

  const mixed = await readRows(
    csv(
      '付款日期,收款单位,摘要,付款金额（元）\n2024-03-05,甲公司,进度款,1200\n2024-03-06,甲公司,进度款,8万元\n合计,,,1208\n',
    ),
  )
  expect(mixed.preview.writtenTotals).toEqual([
    { row: 4, part: null, writtenFen: 120_800, readFen: 8_120_000 },
  ])
  const paged = await readRows(
    csv(
      '付款日期,收款单位,摘要,付款金额（元）\n2024-03-05,甲公司,进度款,1\n合计,,,1\n2024-03-06,甲公司,进度款,2\n合计,,,2\n',
    ),
  )
  expect(paged.preview.writtenTotals).toEqual([{ row: 5, part: null, writtenFen: 200, readFen: 200 }])
  const own = await readRows(
    csv(
      '付款日期,收款单位,摘要,付款金额,金额单位\n2024-03-05,甲公司,进度款,1,万元\n2024-03-06,甲公司,进度款,5000,元\n合计,,,1.5,万元\n',
    ),
  )
  expect(own.preview.writtenTotals).toEqual([
    { row: 4, part: null, writtenFen: 1_500_000, readFen: 1_500_000 },
  ])
  const unread = await readRows(
    csv('付款日期,收款单位,摘要,付款金额（元）\n2024-03-05,甲公司,进度款,约1\n合计,,,1\n'),
  )
  expect(unread.preview.writtenTotals).toEqual([])
})

test('a name that a cell wraps over two lines is that name, in one line', async () => {
  const { ask, preview, rows } = await readRows(
    csv(
      '付款日期,收款单位,摘要,金额,备注',
      '2024-03-05,"江门市甲建设\n有限公司",进度款,12,"一\n二"',
      '2024-03-06,"Siemens\nHealthineers",设备款,13,',
    ),
  )
  expect(rows).toMatchObject({ 2: 12, 3: 13 })
  await ask('applyImport', { previewId: preview.previewId })
  const { items } = await ask('listPayments', { sort: 'paidOn' })
  expect(items.map(({ payee, memo }) => [payee, memo])).toEqual([
    ['江门市甲建设有限公司', '一\n二'],
    ['Siemens Healthineers', null],
  ])
})
