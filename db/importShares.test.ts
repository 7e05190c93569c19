import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { csv, previewed } from './fixture/readSheet.ts'
import { openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

/** A library whose sources have received money enough, and their names by id. */
async function withFunds(...names: readonly string[]) {
  const library = await openPlans()
  const nameOf = new Map<string, string>()
  for (const name of names) {
    const { id } = await library.ask('createFund', { kind: 'other', name })
    nameOf.set(id, name)
    await library.ask('recordFundReceipt', {
      fundId: id,
      projectId: 'pj-hetang',
      amountFen: 1_000_000_000,
      enteredOn: '2024-01-02',
    })
  }
  const splits = async () =>
    (await library.ask('listPayments', { sort: 'paidOn' })).items.map(({ fundSplit }) =>
      fundSplit.map(({ fundName, amountFen }) => `${fundName} ${String(amountFen / 100)}`).join(' '),
    )
  return { ...library, splits }
}

test('a column of amounts per source beside the sum is the split of each payment, to the 分', async () => {
  const library = await withFunds('省级', '区级', '专项债券')
  const { preview, rows, items } = await previewed(
    library,
    csv(
      '付款日期,收款单位,摘要,合计金额,省级,区级,专项债券',
      '2024-03-05,甲公司,进度款,100.01,50,50.01,',
      '2024-03-06,甲公司,进度款,30,0,-,30',
      '2024-03-07,甲公司,进度款,30,10,10,',
      '2024-03-08,甲公司,进度款,30,40,-10,',
      '2024-03-09,甲公司,进度款,30,约30,,',
      '2024-03-10,甲公司,进度款,,10,10,',
    ),
  )
  expect(preview.mapping.columns?.filter(({ field }) => field === 'fundShare')).toHaveLength(3)
  expect(rows).toMatchObject({
    2: 100.01,
    3: 30,
    4: 'error fundSplitUnequal',
    5: 'error amountNegative',
    6: 'error amountNotNumber',
    7: 'error amountEmpty',
  })
  expect(items[3]?.cells.fund).toBe('省级 10；区级 10')
  await library.ask('applyImport', { previewId: preview.previewId, leavesErrors: true })
  expect(await library.splits()).toEqual(['省级 50 区级 50.01', '专项债券 30'])
  expect((await library.ask('verifyLibrary', {})).isSound).toBe(true)
})

test('the amount is the column of the sum, wherever it stands under the head that is over all of them', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('支付')
  sheet.addRows([
    ['付款日期', '收款单位', '摘要', '付款金额（万元）', null, null, null],
    [null, null, null, '中央', '省级', '区级（元）', '合计'],
    ['2024-03-05', '甲公司', '进度款', 1, 2, 5000, 3.5],
  ])
  sheet.mergeCells('D1:G1')
  for (const column of ['A', 'B', 'C']) sheet.mergeCells(`${column}1:${column}2`)
  const file = join(temporaryFolder(), '分来源.xlsx')
  await book.xlsx.writeFile(file)
  const library = await withFunds('中央', '省级', '区级')
  const { preview, rows } = await previewed(library, file)
  expect(rows[3]).toBe(35_000)
  await library.ask('applyImport', { previewId: preview.previewId })
  expect(await library.splits()).toEqual(['中央 10000 省级 20000 区级 5000'])
})

test('without a column of the sum, what the sources bear is the payment; empty columns leave the split to the rule', async () => {
  const library = await withFunds('省级', '区级')
  const { preview, rows } = await previewed(
    library,
    csv(
      '付款日期,收款单位,摘要,资金来源省级（元）,资金来源区级（元）,款项性质',
      '2024-03-05,甲公司,进度款,50,20,',
      '2024-03-06,甲公司,退回,5,2,退款',
      '2024-03-07,甲公司,进度款,,,',
    ),
  )
  expect(preview.missing).toEqual([])
  expect(rows).toMatchObject({ 2: 70, 3: -7, 4: 'error amountEmpty' })
  await library.ask('applyImport', { previewId: preview.previewId, leavesErrors: true })
  expect(await library.splits()).toEqual(['省级 50 区级 20', '省级 -5 区级 -2'])
  const byRule = await previewed(
    library,
    csv('付款日期,收款单位,摘要,金额,省级,区级', '2024-03-08,乙公司,监理费,10,,'),
  )
  expect(byRule.rows[2]).toBe(10)
})

test('a source that the library calls otherwise is told once by the head of its column', async () => {
  const library = await withFunds('省级财政补助', '区级')
  const file = csv(
    '付款日期,收款单位,摘要,金额,省级,区级',
    '2024-03-05,甲公司,进度款,30,10,20',
    '2024-03-06,甲公司,进度款,20,,20',
  )
  const { preview, rows } = await previewed(library, file)
  expect(rows).toMatchObject({ 2: 'error importNameUnknown', 3: 20 })
  expect(preview.unknownNames).toEqual([{ field: 'fund', text: '省级', rowCount: 1 }])
  const [fund] = (await library.ask('listFunds', {})).items.filter(({ name }) => name === '省级财政补助')
  const told = await library.ask('previewImport', {
    previewId: preview.previewId,
    mapping: { ...preview.mapping, names: [{ field: 'fund', text: '省级', id: fund?.id ?? '' }] },
  })
  expect(told.counts).toMatchObject({ new: 2, error: 0 })
})

test('several sources in one cell are its split, in the ways that offices write them', async () => {
  const library = await withFunds('专项债券', '区级财政', '2024年专项债1')
  const { preview, rows } = await previewed(
    library,
    csv(
      '付款日期,收款单位,摘要,金额,资金来源',
      '2024-03-01,甲公司,一,150,专项债券 100；区级财政 50',
      '2024-03-02,甲公司,二,150,专项债券100元、区级财政50元',
      '2024-03-03,甲公司,三,1500,"专项债券1,000,区级财政500"',
      '2024-03-04,甲公司,四,150,专项债券 60%；区级财政 40%',
      '2024-03-05,甲公司,五,150,专项债券 100；区级财政',
      '2024-03-06,甲公司,六,150,2024年专项债1',
      '2024-03-07,甲公司,七,150,专项债券 100；区级财政 40',
      '2024-03-08,甲公司,八,150,专项债券；区级财政',
      '2024-03-09,甲公司,九,150,专项债券 100；省财 50',
    ),
  )
  expect(rows).toMatchObject({
    8: 'error fundSplitUnequal',
    9: 'error fundSplitRest',
    10: 'error importNameUnknown',
  })
  expect(preview.unknownNames).toEqual([{ field: 'fund', text: '省财', rowCount: 1 }])
  await library.ask('applyImport', { previewId: preview.previewId, leavesErrors: true })
  expect(await library.splits()).toEqual([
    '专项债券 100 区级财政 50',
    '专项债券 100 区级财政 50',
    '专项债券 1000 区级财政 500',
    '专项债券 90 区级财政 60',
    '专项债券 100 区级财政 50',
    '2024年专项债1 150',
  ])
})

test('a split that a person types goes before the columns of the row', async () => {
  const library = await withFunds('省级', '区级')
  const { preview } = await previewed(
    library,
    csv('付款日期,收款单位,摘要,金额,省级,区级', '2024-03-05,甲公司,进度款,30,10,10'),
  )
  const mended = await library.ask('correctImportRow', {
    previewId: preview.previewId,
    row: 2,
    values: { fund: '省级 10；区级 20' },
  })
  expect(mended.counts).toMatchObject({ new: 1, error: 0 })
})

test('a source that is overdrawn by its own column is refused by name', async () => {
  const library = await withFunds('省级', '区级')
  const { items, rows } = await previewed(
    library,
    csv('付款日期,收款单位,摘要,金额（万元）,省级,区级', '2024-03-05,甲公司,进度款,1002,1001,1'),
  )
  expect(rows[2]).toBe('error fundNegative')
  expect(items[1]?.reasons[0]?.message).toContain('省级')
})

test('sums of other books under the same names are no split', async () => {
  const { preview } = await previewed(
    await withFunds('省级', '区级'),
    csv('付款日期,收款单位,摘要,金额,累计支付省级,累计支付区级', '2024-03-05,甲公司,进度款,30,10,20'),
  )
  expect(preview.mapping.columns?.some(({ field }) => field === 'fundShare')).toBe(false)
})
