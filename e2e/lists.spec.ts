import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Page, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { type App, answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'

const projectId = 'pj-hetang'
const finance = { name: '王芳', role: 'finance' } as const

let app: App
let folder = ''
test.beforeAll(async () => {
  folder = await temporaryFolder()
  const library = await makePlansLibrary(folder)
  await runRequest(library, 'applyTemplate', { projectId, startOn: '2026-10-08' }, 'liaison')
  const { id: contractId } = await runRequest(library, 'recordContract', {
    projectId,
    number: '测-001',
    name: '测试施工合同',
    counterparty: '测试建设公司',
    kind: 'construction',
    signedOn: '2026-01-05',
    amountFen: 100_000_000,
    overrideReason: '测试',
  })
  await runRequest(library, 'recordContract', {
    ...{ projectId: 'pj-duruan', number: '测-002', name: '测试监理合同', counterparty: '测试监理公司' },
    ...{ kind: 'supervision', signedOn: '2026-01-06', amountFen: 1_000_000 },
  })
  await runRequest(library, 'recordProgressValue', { contractId, month: '2026-03', amountFen: 20_000_000 })
  const approval = join(folder, '批复.txt')
  writeFileSync(approval, '0123456789')
  const { sha256 } = await runRequest(library, 'stageFile', { file: approval })
  const attached = {
    subject: 'project',
    subjectId: projectId,
    name: '批复.txt',
    document: '概算批复',
  } as const
  await runRequest(library, 'attachFile', { ...attached, sha256 })
  const csv = join(folder, '支付.csv')
  writeFileSync(
    csv,
    '项目,付款日期,收款单位,用途,金额（元）\r\n荷塘卫生院升级改造工程,2026-03-05,甲公司,进度款,1000\r\n荷塘卫生院升级改造工程,2026-03-06,乙公司,设计费,2000\r\n',
  )
  await runRequest(library, 'applyImport', { file: csv, kind: 'payments' })
  app = await launchApp({ library, actor: finance })
  await app.page.getByRole('heading', { name: '总览' }).waitFor()
})
test.afterAll(async () => {
  await app.close()
})

/** Each list with where it stands: the cell that names a row on the screen, and its column in the file. */
const lists = [
  { hash: '/', table: '项目', file: '项目', cell: 'th', column: 1 },
  { hash: '/schedule?tab=week', table: '本周填报', file: '本周填报', cell: 'th', column: 2 },
  {
    hash: `/money?tab=work&projectId=${projectId}&year=2026`,
    table: '计量',
    file: '计量',
    cell: 'th',
    column: 1,
  },
  { hash: `/money?projectId=${projectId}`, table: '建设成本', file: '建设成本', cell: 'th', column: 1 },
  { hash: '/checks', table: '缺件', file: '缺件', cell: 'th', column: 3 },
  { hash: '/import?kind=payments', table: '历次导入', file: '历次导入', cell: 'td:nth-child(3)', column: 3 },
  { hash: '/settings', table: '规则', file: '规则', cell: 'td:nth-child(1)', column: 1 },
  { hash: '/settings', table: '应附文件表', file: '应附文件表', cell: 'th', column: 2 },
] as const

for (const list of lists) {
  test(`${list.table} goes out with the rows of the screen, in its order, under a head that stays`, async () => {
    const { page } = app
    await open(page, list.hash)
    const table = page.getByRole('table', { name: list.table, exact: true })
    await expect(table.locator('tbody tr').nth(0)).toBeVisible()
    const shown = await namesOf(page, list.table, list.cell)
    expect(shown.length).toBeGreaterThan(0)
    const sheet = await exported(page, list.file, `${list.file}-${list.table}.xlsx`)
    const names = Array.from({ length: shown.length }, (_, index) =>
      bare(sheet.getRow(5 + index).getCell(list.column).text),
    )
    for (const [index, name] of names.entries()) {
      expect(name).not.toBe('')
      expect(shown[index]).toContain(name)
    }
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(sheet.pageSetup.printTitlesRow).toBe('4:4')
    expect(sheet.getColumn(list.column).width).toBeGreaterThan(5)
  })
}

test('the figures of 完成投资 are numbers under a live sum, of the unit that the screen shows', async () => {
  const { page } = app
  await open(page, `/money?tab=work&projectId=${projectId}&year=2026`)
  const sheet = await exported(page, '计量', '计量-数.xlsx')
  expect(sheet.getCell('B5').value).toBe(100)
  expect(sheet.getCell('C5').value).toBe(20)
  expect(sheet.getCell('C6').value).toEqual({ formula: 'SUBTOTAL(109,C5:C5)', result: 20 })
})

test('contracts go out as sorted, and of another project only its own, whatever was sorted or filtered before', async () => {
  const { page } = app
  const table = page.getByRole('table', { name: '合同', exact: true })
  const rowOf = (number: string) => table.getByRole('row', { name: new RegExp(number) })
  const numbers = async (as: string) => {
    const sheet = await exported(page, '合同', as)
    return [5, 6].map((row) => sheet.getRow(row).getCell(1).text).filter((text) => text.startsWith('测-'))
  }
  await open(page, '/money?tab=contracts')
  await expect(rowOf('测-002')).toBeVisible()
  for (const order of [
    ['测-001', '测-002'],
    ['测-002', '测-001'],
  ]) {
    await table.getByRole('columnheader', { name: /^合同价/ }).click()
    expect(await numbers(`合同-${order.join()}.xlsx`)).toEqual(order)
  }
  await open(page, '/money?tab=contracts&projectId=pj-duruan')
  await expect(rowOf('测-001')).toHaveCount(0)
  expect(await numbers('合同-杜阮.xlsx')).toEqual(['测-002'])
})

test('the months of what was paid go out as their table has them', async () => {
  const { page } = app
  await open(page, '/money?tab=charts&year=2026')
  const sheet = await exported(page, '逐月与累计支付、用款计划', '逐月.xlsx')
  expect(sheet.getCell('A7').value).toBe('2026-03')
  expect([sheet.getCell('D7').value, sheet.getCell('E8').value]).toEqual([0.3, 0.3])
})

test('到期看板 goes out card by card, and the reports on a task go out with it', async () => {
  const { page } = app
  await open(page, '/schedule?tab=board')
  const cards = page.getByRole('table', { name: '到期看板' }).locator('.board-card a')
  await expect(cards.first()).toBeVisible()
  const shown = (await cards.allInnerTexts()).map(bare)
  const sheet = await exported(page, '到期看板', '看板.xlsx')
  const names = shown.map((_, index) => bare(sheet.getRow(5 + index).getCell(3).text))
  expect(names.toSorted()).toEqual(shown.map((name) => name.replace('◆', '')).toSorted())
})

test('the attachments of a record and the backups of the library go out, too', async () => {
  const { page } = app
  await open(page, `/projects/${projectId}`)
  const attachments = page.getByRole('list', { name: '附件' })
  await expect(attachments).toContainText('批复.txt')
  const files = await exported(page, '附件', '附件.xlsx')
  expect([files.getCell('A5').value, files.getCell('B5').value, files.getCell('C5').value]).toEqual([
    '批复.txt',
    '概算批复',
    10,
  ])
  expect(files.getCell('H5').value).toMatch(/^[0-9a-f]{64}$/)

  const read = readAnswer(await page.evaluate(() => window.api.request('getLibrary', {})))
  const id = read.ok ? String(Reflect.get(Object(read.value), 'id')) : ''
  const kept = join(app.userDataDir, 'backups')
  mkdirSync(kept, { recursive: true })
  for (const at of ['20260102T030405Z', '20260203T040506Z'])
    writeFileSync(join(kept, `基建台账-${id.slice(-8)}-${at}.cpt`), 'x'.repeat(2048))
  await open(page, '/settings')
  const backups = page.getByRole('table', { name: '备份' }).locator('tbody tr')
  await expect(backups).toHaveCount(2)
  const sheet = await exported(page, '备份', '备份.xlsx')
  expect([5, 6].map((row) => sheet.getCell(`B${String(row)}`).text)).toEqual(
    await backups.locator('td:nth-child(2)').allInnerTexts(),
  )
  expect(sheet.getCell('C5').value).toBe(2)
})

async function open(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await expect(page.getByText(/^正在读取/)).toHaveCount(0)
}

/** What names each row of a table, as far as the row has such a cell. */
function namesOf(page: Page, table: string, cell: string): Promise<string[]> {
  return page
    .getByRole('table', { name: table, exact: true })
    .locator('tbody tr')
    .evaluateAll(
      (rows, selector) =>
        rows.flatMap((row) => {
          if (row.classList.contains('group') || row.classList.contains('book-total')) return []
          const named = row.querySelector(selector)
          const text = named === null ? '' : named.textContent.replaceAll(/\s/g, '')
          return text === '' ? [] : [text]
        }),
      cell,
    )
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}

async function exported(page: Page, name: string, as: string) {
  const file = join(folder, as)
  await answerDialogs(app, file)
  await page.getByRole('button', { name: `导出 ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Excel 工作簿（A4 横向）' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}
