import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Page, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { type App, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const
const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0

let app: App
let folder = ''
test.beforeAll(async () => {
  folder = await temporaryFolder()
  const library = await makePlansLibrary(folder)
  for (const [place, payee] of ['乙建设公司', '甲建设公司', '=cmd|calc', '别的单位'].entries()) {
    await runRequest(library, 'recordPayment', {
      projectId: 'pj-hetang',
      paidOn: `2026-0${place + 1}-05`,
      amountFen: 100_000_01 * (place + 1),
      payee,
      purpose: place === 3 ? '设计费' : '进度款',
      idempotencyKey: `export-${place}`,
    })
  }
  app = await launchApp({ library, actor: finance })
})
test.afterAll(async () => {
  await app.close()
})

test('the ledger goes out as it is filtered and sorted, and reads the same in Excel', async () => {
  const { page } = app
  await openScreen(page, '台账')
  await page.getByRole('textbox', { name: '搜索' }).fill('进度款')
  await expect(page.getByLabel('筛选合计')).toContainText('3 笔')
  await page.getByRole('columnheader', { name: /^收款单位/ }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('=cmd|calc')
  const shown = await page.getByRole('row').filter({ hasText: '荷塘' }).allInnerTexts()
  const file = await chosen(page, () => exportAs(page, '导出 台账', 'Excel 工作簿（A4 横向）'))
  expect(basename(file)).toMatch(/^支付台账-\d{4}-\d\d-\d\d\.xlsx$/)
  await expect(page.getByText(/已导出 3 行/)).toBeVisible()
  const sheet = await firstSheet(file)
  expect(sheet.getCell('A3').text).toBe('筛选：含：进度款')
  const payees = [5, 6, 7].map((row) => sheet.getCell(row, 3).text)
  expect(payees.map((payee, place) => shown[place]?.includes(payee))).toEqual([true, true, true])
  expect(sheet.getCell('F5').value).toBe(300_000.03)
  expect(sheet.getCell('C5').type).toBe(ExcelJS.ValueType.String)
  expect(sheet.getCell('F8').value).toEqual({ formula: 'SUBTOTAL(109,F5:F7)', result: 600_000.06 })
})

test('projects go out in the order that the heads were given', async () => {
  const { page } = app
  await openScreen(page, '项目')
  await page.getByRole('columnheader', { name: /^已支付/ }).click()
  await page.getByRole('columnheader', { name: /^已支付/ }).click()
  const names = await page.locator('.project-name-cell a').allInnerTexts()
  expect(names[0]).toBe('荷塘卫生院升级改造工程')
  const file = await chosen(page, () => exportAs(page, '导出 项目', 'Excel 工作簿（A3 横向）'))
  const sheet = await firstSheet(file)
  expect(names.map((_, place) => sheet.getCell(5 + place, 1).text)).toEqual(names)
  expect(sheet.pageSetup.paperSize).toBe(8)
  expect(sheet.getCell(5 + names.length, 1).text).toContain('不含未公布')
})

test('月报 stands on the screen as on paper, and is saved as a PDF that reads on any machine', async () => {
  test.skip(!canReadPdf, 'pdftotext is not installed: the PDF cannot be read')
  const { page } = app
  await openScreen(page, '资金')
  await page.getByRole('button', { name: '报表' }).click()
  await choose(page, '月份', '2026-02')
  const paper = page.getByRole('article', { name: '投资完成情况月报' })
  await expect(paper).toContainText('2026年2月')
  await expect(paper.getByRole('row', { name: /^荷塘/ })).toContainText('20.00')
  await paper.getByRole('row', { name: /^荷塘/ }).scrollIntoViewIfNeeded()
  const file = await chosen(page, () => page.getByRole('button', { name: '存为 PDF' }).click())
  expect(basename(file)).toMatch(/^投资完成情况月报-2026-02-\d{4}-\d\d-\d\d\.pdf$/)
  await expect(page.getByText('已存为 PDF')).toBeVisible()
  const pages = pdfPages(file)
  expect(pages.length).toBeGreaterThan(1)
  const head = await paper.getByRole('code').innerText()
  for (const text of pages) {
    expect(text).toContain('非会计账簿，以财务账为准')
    expect(text).toContain(head)
    expect(text).toContain('占计划')
    expect(text).not.toContain('A4 横向')
  }
  expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`)
})

test('the same table as a workbook has live sums under its heads', async () => {
  const { page } = app
  await page.getByText('A3 横向').click()
  const file = await chosen(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
  await expect(page.getByText(/已导出 28 行/)).toBeVisible()
  const sheet = await firstSheet(file)
  expect(sheet.pageSetup).toMatchObject({ paperSize: 8, printTitlesRow: '3:4' })
  expect(sheet.getCell('I5').value).toEqual({ formula: 'SUM(I6:I11)', result: 30.000003 })
})

test('what is retained and the plan of the year go out as they stand', async () => {
  const { page } = app
  const answers = await page.evaluate(async () => [
    JSON.parse(
      await window.api.request('recordContract', {
        projectId: 'pj-hetang',
        number: '测-质保',
        name: '测试质保合同',
        counterparty: '测试建设工程有限公司',
        kind: 'construction',
        signedOn: '2024-01-05',
        amountFen: 200_000_000,
        retentionPct: 3,
        overrideReason: '测试',
        idempotencyKey: 'export-contract',
      }),
    ) as Answer<unknown>,
    JSON.parse(
      await window.api.request('setAnnualPlan', {
        projectId: 'pj-hetang',
        year: new Date().getFullYear(),
        lines: [{ fundId: null, amountFen: 123_000_000 }],
        idempotencyKey: 'export-plan',
      }),
    ) as Answer<unknown>,
  ])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
  await page.evaluate(() => {
    location.hash = '#/money?tab=holdings'
  })
  await expect(page.getByRole('table', { name: '质保金' })).toContainText('测-质保')
  const retentions = await firstSheet(
    await chosen(page, () => exportAs(page, '导出 质保金', 'Excel 工作簿（A4 横向）')),
  )
  const held = rowWith(retentions, '测-质保')
  expect(held.getCell(4).value).toBe(3)
  // Nothing is measured yet: what is not known is a word, not 0.
  expect(held.getCell(6).value).toBe('未录入')

  await page.evaluate(() => {
    location.hash = '#/money?tab=annual'
  })
  const year = String(new Date().getFullYear())
  await expect(page.getByRole('table', { name: '年度投资计划' })).toContainText('荷塘')
  const plan = await firstSheet(
    await chosen(page, () => exportAs(page, `导出 ${year} 年度投资计划`, 'Excel 工作簿（A3 横向）')),
  )
  expect(rowWith(plan, '荷塘卫生院升级改造工程').getCell(5).value).toBe(123)
})

/** The row whose first cell holds the text. */
function rowWith(sheet: ExcelJS.Worksheet, text: string): ExcelJS.Row {
  const found = Array.from({ length: sheet.rowCount }, (_, place) => sheet.getRow(place + 1)).find(
    (row) => row.getCell(1).text === text,
  )
  if (found === undefined) throw new Error(`no row of ${text}`)
  return found
}

async function exportAs(page: Page, button: string, form: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitem', { name: form }).click()
}

/** Takes whatever name the dialog suggests, in this story's folder; answers the path. */
async function chosen(page: Page, act: () => Promise<void>): Promise<string> {
  await app.electron.evaluate(({ dialog }, into) => {
    Reflect.set(dialog, 'showSaveDialog', (_window: unknown, options: { defaultPath: string }) => {
      const name = options.defaultPath.split('/').at(-1) ?? ''
      Reflect.set(globalThis, 'suggested', name)
      return Promise.resolve({ canceled: false, filePath: `${into}/${name}` })
    })
  }, folder)
  await act()
  await expect
    .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'suggested') as unknown))
    .toBeTruthy()
  const name = await app.electron.evaluate(() => {
    const suggested = String(Reflect.get(globalThis, 'suggested'))
    Reflect.deleteProperty(globalThis, 'suggested')
    return suggested
  })
  await expect(page.getByText(/已导出|已存为 PDF/).first()).toBeVisible()
  // The word may still be that of the file before.
  await expect.poll(() => existsSync(join(folder, name))).toBe(true)
  return join(folder, name)
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByTitle(option, { exact: true }).click()
}

async function firstSheet(file: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

function pdfPages(file: string): readonly string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return stdout.split('\f').filter((text) => text.trim() !== '')
}
