import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { csv, previewed, readRows } from './fixture/readSheet.ts'
import { liaison, openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('a date in three columns is found by its heads and read as one day', async () => {
  const { preview, items, rows } = await readRows(
    csv(
      '年,月,日,收款单位,摘要,金额',
      '2024,3,5,甲公司,进度款,12',
      '2024年,3月,9日,甲公司,进度款,13',
      '2024,2,30,甲公司,进度款,14',
      '2024,3,,甲公司,进度款,15',
      ',3,7,甲公司,进度款,16',
      '24,3,7,甲公司,进度款,17',
      ',,,甲公司,进度款,18',
    ),
  )
  expect(preview.mapping.columns?.slice(0, 3)).toEqual([
    { column: 0, field: 'dateYear' },
    { column: 1, field: 'dateMonth' },
    { column: 2, field: 'dateDay' },
  ])
  expect(preview.missing).toEqual([])
  expect(rows).toMatchObject({
    2: 12,
    3: 13,
    4: 'error dateUnread',
    5: 'error dateUnread',
    6: 'error dateUnread',
    7: 'error dateUnread',
    8: 'error dateMissing',
  })
  expect(items[1]?.cells.paidOn).toBe('2024-03-05')
  expect(items[4]?.reasons[0]?.message).toContain('2024年3月')
})

test('an account book with 2024年 over 月 and 日 gives the year to every row', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('明细账')
  sheet.addRows([
    ['2024年', null, '凭证号', '收款单位', '摘要', '付款金额（元）'],
    ['月', '日', null, null, null, null],
    [3, 5, '记-1', '甲公司', '进度款', 1200],
    [null, 6, '记-2', '甲公司', '进度款', 1300],
    [4, 8, '记-3', '乙公司', '监理费', 1400],
  ])
  sheet.mergeCells('A1:B1')
  for (const column of ['C', 'D', 'E', 'F']) sheet.mergeCells(`${column}1:${column}2`)
  sheet.mergeCells('A3:A4')
  const file = join(temporaryFolder(), '明细账.xlsx')
  await book.xlsx.writeFile(file)
  const { preview, items, rows } = await readRows(file)
  expect(preview.missing).toEqual([])
  expect(items.map(({ cells }) => cells.paidOn).slice(2)).toEqual(['2024-03-05', '2024-03-06', '2024-04-08'])
  expect(rows).toMatchObject({ 3: 1200, 4: 1300, 5: 1400 })
})

test('月 and 日 without a year wait for the year of all rows', async () => {
  const file = csv('月,日,收款单位,摘要,金额', '3,5,甲公司,进度款,12')
  const library = await openPlans()
  expect((await previewed(library, file)).preview.missing).toEqual(['dateYear'])
  const { items, rows } = await previewed(library, file, { year: 2024 })
  expect(rows[2]).toBe(12)
  expect(items[1]?.cells.paidOn).toBe('2024-03-05')
})

test('the three columns of another date are not taken for the day of payment, nor go before a whole one', async () => {
  const other = await readRows(
    csv('合同签订年,合同签订月,合同签订日,收款单位,摘要,金额', '2023,1,2,甲公司,进度款,12'),
  )
  expect(other.preview.missing).toEqual(['paidOn'])
  const whole = await readRows(
    csv('年,月,日,付款日期,收款单位,摘要,金额', '2023,1,2,2024-03-05,甲公司,进度款,12'),
  )
  expect(whole.items[1]?.cells.paidOn).toBe('2024-03-05')
})

test('a day that a person types goes before the three columns of the row', async () => {
  const { ask, preview } = await readRows(csv('年,月,日,收款单位,摘要,金额', '2024,3,,甲公司,进度款,15'))
  const mended = await ask('correctImportRow', {
    previewId: preview.previewId,
    row: 2,
    values: { paidOn: '2024-3-31' },
  })
  expect(mended.counts).toMatchObject({ new: 1, error: 0 })
})

test('of a plan, 年 and 月 without 日 are a month, as coarse as they are written', async () => {
  const library = await openPlans()
  const { preview } = await previewed(
    library,
    csv('任务名称,完成时间年,完成时间月,完成时间日', '封顶,2026,8,', '验收,2027,3,15'),
    {},
    'tasks',
  )
  expect(preview.counts).toMatchObject({ new: 2, error: 0 })
  await library.ask('applyImport', { previewId: preview.previewId }, liaison)
  const { items } = await library.ask('listTasks', { projectId: 'pj-hetang' })
  expect(items.map(({ name, plannedFinish }) => [name, plannedFinish])).toEqual(
    expect.arrayContaining([
      ['封顶', '2026-08'],
      ['验收', '2027-03-15'],
    ]),
  )
})

test('columns that the sheet hides are marked where they are mapped', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('支付')
  sheet.addRows([
    ['付款日期', '收款单位', '摘要', '含税金额', '付款金额（元）'],
    ['2024-03-05', '甲公司', '进度款', 1, 1200],
  ])
  sheet.getColumn(2).hidden = true
  sheet.getColumn(4).hidden = true
  const file = join(temporaryFolder(), '隐藏列.xlsx')
  await book.xlsx.writeFile(file)
  const { preview } = await readRows(file)
  expect(preview.columns.map(({ letter, isHidden }) => [letter, isHidden])).toEqual([
    ['A', false],
    ['B', true],
    ['C', false],
    ['D', true],
    ['E', false],
  ])
})

test('a rate that a cell shows as 100% or 85% is that, not its hundredth', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('合同')
  sheet.addRows([
    ['合同编号', '合同名称', '乙方', '签订日期', '合同金额（元）', '进度款支付比例', '质保金比例'],
    ['HT-1', '施工', '甲公司', '2024-03-05', 1200, 1, 0.03],
  ])
  for (const cell of ['F2', 'G2']) sheet.getCell(cell).numFmt = '0%'
  const file = join(temporaryFolder(), '合同.xlsx')
  await book.xlsx.writeFile(file)
  const { ask, preview } = await readRows(file, {}, 'contracts')
  await ask('applyImport', { previewId: preview.previewId, overrideReason: '测试' })
  const [contract] = (await ask('listContracts', {})).items
  expect(contract).toMatchObject({ progressPct: 100, retentionPct: 3 })
})
