import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { TableColumn, TableRow } from '../domain/table.ts'
import { plainRow } from '../domain/table.ts'
import { calcSheets, hasCalc } from '../fixture/calc.ts'
import { temporaryFolder } from '../fixture/temporaryLibrary.ts'
import { sheetName } from './sheetFrame.ts'
import type { TableSheet } from './tableSheet.ts'
import { writeXlsxTable } from './xlsx.ts'

test('figures are numbers, days are dates, and Excel finds them as we wrote them', async () => {
  const file = await written(someSheet({ unit: 'yuan' }), someRows)
  const sheet = await reread(file)
  expect(sheet.getRow(4).values).toEqual([, '收款单位', '支付日期', '金额（元）', '完成（%）', '录入时间'])
  const first = sheet.getRow(5)
  expect(first.getCell(1).value).toBe('甲公司')
  expect(first.getCell(2).value).toEqual(new Date('2026-03-05T00:00:00Z'))
  expect(first.getCell(2).numFmt).toBe('yyyy-mm-dd')
  expect(first.getCell(3).value).toBe(1234567.89)
  expect(first.getCell(3).numFmt).toBe('#,##0.00')
  expect(first.getCell(4).value).toBe(12.5)
  expect(first.getCell(5).value).toEqual(new Date(Date.UTC(2026, 2, 5, 9, 30, 15)))
  expect(first.getCell(5).numFmt).toBe('yyyy-mm-dd hh:mm')
  expect(sheet.getRow(6).getCell(3).value).toBe('未录入')
  expect(sheet.getRow(6).getCell(2).value).toBe('2026年上半年')
})

test('in 万元 no 分 is lost', async () => {
  const sheet = await reread(await written(someSheet({ unit: 'wan' }), someRows))
  expect(sheet.getRow(4).getCell(3).value).toBe('金额（万元）')
  expect(sheet.getRow(5).getCell(3).value).toBe(123.456789)
})

test('the head stays and is repeated on paper, the filter covers the rows, the page is across and numbered', async () => {
  const sheet = await reread(await written(someSheet({ paper: 'A3' }), someRows))
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
  expect(sheet.autoFilter).toBe('A4:E7')
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 8,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '4:4',
  })
  expect(sheet.headerFooter.oddFooter).toBe('&L非会计账簿，以财务账为准&R第 &P 页，共 &N 页')
})

test('the total is live, holds our sum, and says what it leaves out', async () => {
  const sheet = await reread(await written(someSheet(), someRows))
  const total = sheet.getRow(8)
  expect(total.getCell(1).value).toBe('合计（共 3 条；金额不含未录入 1 项）')
  expect(total.getCell(3).value).toEqual({ formula: 'SUBTOTAL(109,C5:C7)', result: 1234567.88 })
  expect(sheet.getRow(9).getCell(1).value).toBe('非会计账簿，以财务账为准。')
})

test('sums of a fixed table count each part once', async () => {
  const rows: readonly TableRow[] = [
    { cells: ['工程费用', null, 300, null, null], level: 0, sums: [1, 2] },
    plainRow(['建筑', null, 100, null, null], 1),
    plainRow(['安装', null, 200, null, null], 1),
    plainRow(['预备费', null, 50, null, null]),
  ]
  const sheet = await reread(await written(someSheet({ hasFilter: false, rowCount: 4 }), rows))
  expect(sheet.getRow(5).getCell(3).value).toEqual({ formula: 'SUM(C6:C7)', result: 3 })
  expect(sheet.getRow(9).getCell(3).value).toEqual({ formula: 'SUM(C5,C8)', result: 3.5 })
})

test.each([
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  '=HYPERLINK("http://x","y")',
  '<b>&amp;</b>',
  '\u{20bb7}田',
])('%j stays the text that it is', async (text) => {
  const sheet = await reread(
    await written(someSheet({ rowCount: 1 }), [plainRow([text, null, 1, null, null])]),
  )
  const cell = sheet.getRow(5).getCell(1)
  expect(cell.type).toBe(ExcelJS.ValueType.String)
  expect(cell.text).toBe(text)
  expect(cell.numFmt).toBe('@')
})

test('two heads, one over the other', async () => {
  const columns = someColumns.map((column) =>
    column.kind === 'money' || column.kind === 'pct' ? { ...column, group: '本年' } : column,
  )
  const sheet = await reread(await written(someSheet({ columns }), someRows))
  expect(sheet.getRow(4).getCell(3).value).toBe('本年')
  expect(sheet.getRow(5).getCell(3).value).toBe('金额（元）')
  expect(sheet.getCell('A4').isMerged && sheet.getCell('A5').isMerged).toBe(true)
  expect(sheet.pageSetup.printTitlesRow).toBe('4:5')
})

test('columns are as wide as Chinese text needs', async () => {
  const rows = [plainRow(['广东某某建设工程集团有限公司', null, 99_999_999_999_99, null, null])]
  const sheet = await reread(await written(someSheet({ rowCount: 1 }), rows))
  expect(sheet.getColumn(1).width).toBeGreaterThanOrEqual(28)
  expect(sheet.getColumn(3).width).toBeGreaterThanOrEqual('99,999,999,999.99'.length)
})

test('a row is as tall as its longest text, of several lines or of many signs; a percentage keeps its decimals', async () => {
  const long = '新建门急诊综合楼一栋，配套室外工程、污水处理站、发电机房、医用气体与智能化系统'
  const rows = [
    plainRow([long, null, 1, 50, null]),
    plainRow(['甲公司', null, 1, 50, null]),
    plainRow(['一\n二\n三\n四', null, 1, 50, null]),
  ]
  const sheet = await reread(await written(someSheet({ footLines: [long.repeat(4)] }), rows))
  expect(sheet.getRow(5).height).toBeGreaterThanOrEqual(26)
  expect(sheet.getRow(6).height).toBeUndefined()
  expect(sheet.getRow(7).height).toBeGreaterThanOrEqual(52)
  expect(sheet.getRow(9).height).toBeGreaterThanOrEqual(26)
  expect(sheet.getRow(5).getCell(4).numFmt).toBe('0.00')
})

test('a file that is not finished leaves nothing behind, and what stood there stays', async () => {
  const folder = temporaryFolder()
  const file = join(folder, '表.xlsx')
  writeFileSync(file, '别人的表')
  const writing = writeXlsxTable(file, someSheet({ rowCount: 5000 }), many(5000))
  expect(await writing.next()).toEqual({ done: false, value: 2000 })
  await writing.return()
  expect(readFileSync(file, 'utf8')).toBe('别人的表')
  expect(readdirSync(folder)).toEqual(['表.xlsx'])
})

test('a sheet gets a name that Excel takes', () => {
  expect(sheetName('a/b:c*d?[e]')).toBe('a b c d  e')
  expect(sheetName("'".repeat(40))).toBe('Sheet1')
  expect(sheetName('长'.repeat(40))).toHaveLength(31)
})

test.skipIf(!hasCalc)(
  'LibreOffice computes the sums that we wrote (skipped where it is not installed)',
  async () => {
    const rows = [plainRow(['=1+1_x000D_', null, 1, null, null]), ...many(3000)]
    const file = await written(someSheet({ rowCount: rows.length }), rows)
    const sum = rows.reduce((total, { cells }) => total + Number(cells[2]), 0)
    // Without the values that we put beside them, the formulas are all it has.
    const bare = join(temporaryFolder(), 'bare.xlsx')
    const parts = unzipSync(readFileSync(file))
    const name = 'xl/worksheets/sheet1.xml'
    const xml = strFromU8(parts[name] ?? new Uint8Array()).replaceAll(/<\/f><v>[^<]*<\/v>/g, '</f>')
    writeFileSync(bare, zipSync({ ...parts, [name]: strToU8(xml) }))
    const [whole = [], computed = []] = calcSheets([file, bare])
    expect(totalOf(whole)).toBe(sum)
    expect(totalOf(computed)).toBe(sum)
    expect(whole[4]?.[0]).toBe('=1+1_x000D_')
  },
  60_000,
)

/** In 分, of the last row that has one. */
function totalOf(rows: readonly (readonly string[])[]) {
  const total = rows.find(([label]) => label?.startsWith('合计') === true)
  return Math.round(Number(total?.[2]?.replaceAll(',', '')) * 100)
}

async function written(sheet: TableSheet, rows: Iterable<TableRow>): Promise<string> {
  const file = join(temporaryFolder(), '表.xlsx')
  for await (const count of writeXlsxTable(file, sheet, rows))
    expect({ count, isThere: existsSync(file) }).toMatchObject({ isThere: false })
  return file
}

async function reread(file: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const [sheet] = workbook.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

function* many(count: number): IterableIterator<TableRow> {
  for (let index = 0; index < count; index += 1)
    yield plainRow([`第${index}家公司`, '2026-03-05', 10_000_007 * index + 1, null, null])
}

const column = (id: string, title: string, kind: TableColumn['kind'], isSummed = false): TableColumn => ({
  id,
  title,
  group: null,
  kind,
  isSummed,
})
const someColumns = [
  column('payee', '收款单位', 'text'),
  column('paidOn', '支付日期', 'day'),
  column('amount', '金额', 'money', true),
  column('done', '完成', 'pct'),
  column('recordedAt', '录入时间', 'instant'),
]

const at = new Date(2026, 2, 5, 9, 30, 15).toISOString()
const someRows = [
  plainRow(['甲公司', '2026-03-05', 123_456_789, 12.5, at]),
  plainRow(['乙公司', '2026年上半年', '未录入', null, null]),
  plainRow(['丙公司', null, -1, 0, null]),
]

function someSheet(changes: Partial<TableSheet> = {}): TableSheet {
  return {
    title: '测试表',
    lines: ['编制单位：测试', '筛选：全部'],
    columns: someColumns,
    rowCount: 3,
    footLines: ['非会计账簿，以财务账为准。'],
    unit: 'yuan',
    language: 'zh-CN',
    paper: 'A4',
    hasFilter: true,
    ...changes,
  }
}
