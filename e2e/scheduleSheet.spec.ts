import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Page, test } from 'playwright/test'
import { type App, answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'

const projectId = 'pj-hetang'
const liaison = { name: '李强', role: 'liaison' } as const
const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0

let app: App
let folder = ''
let target = ''
test.beforeAll(async () => {
  folder = await temporaryFolder()
  const library = await makePlansLibrary(folder)
  await runRequest(library, 'applyTemplate', { projectId, startOn: '2026-03-02' }, 'liaison')
  const { id } = await runRequest(library, 'createProject', { name: '测试门诊楼' }, 'liaison')
  target = id
  app = await launchApp({ library, actor: liaison })
  await app.page.getByRole('heading', { name: '总览' }).waitFor()
})
test.afterAll(async () => {
  await app.close()
})

test('进度表 goes out with the rows, order and columns of the screen, and a filter leaves out what it hides', async () => {
  const { page } = app
  await openPlan(page, projectId)
  for (const column of ['工期', '责任单位', '前置任务', '期限']) await showColumn(page, column)
  await expect(page.getByRole('columnheader', { name: '前置任务' })).toBeVisible()
  await exportTo(page, join(folder, '进度表.xlsx'))
  const sheet = await firstSheet(join(folder, '进度表.xlsx'))
  const heads = valuesOf(sheet, 4)
  expect(heads.slice(0, 3)).toEqual(['行号', 'WBS', '名称'])
  // What stands on the screen stands in the file, row by row: the grid draws the rows in view.
  const shown = await namesInView(page)
  expect(shown.length).toBeGreaterThan(8)
  const names = Array.from({ length: shown.length }, (_, index) => sheet.getRow(5 + index).getCell(3).text)
  expect(names).toEqual(shown)
  // A day is a date, a coarser one its words.
  const finish = names.map((_, index) => sheet.getRow(5 + index).getCell(heads.indexOf('计划完成') + 1))
  expect(new Set(finish.map(({ type }) => type))).toContain(ExcelJS.ValueType.Date)

  await page.getByRole('combobox', { name: '任务', exact: true }).click()
  await page.getByTitle('只看关键', { exact: true }).click()
  await expect.poll(() => namesInView(page)).not.toEqual(shown)
  const critical = await namesInView(page)
  await exportTo(page, join(folder, '关键.xlsx'))
  const filtered = await firstSheet(join(folder, '关键.xlsx'))
  expect(critical.map((_, index) => filtered.getRow(5 + index).getCell(3).text)).toEqual(critical)
  expect(filtered.getCell('A3').text).toContain('只看关键')
  await page.getByRole('combobox', { name: '任务', exact: true }).click()
  await page.getByTitle('全部任务', { exact: true }).click()
})

test('that workbook comes into another project as the same schedule, and is taken back whole', async () => {
  const { page } = app
  await openPlan(page, target)
  await answerDialogs(app, join(folder, '进度表.xlsx'))
  await page.getByRole('button', { name: '进度文件' }).click()
  await page.getByRole('menuitem', { name: '从 Excel / CSV 导入任务…' }).click()
  await page.getByRole('button', { name: '选择文件…' }).click()
  const rows = page.getByRole('table', { name: '逐行核对' })
  await expect(rows).toContainText('主体结构')
  await expect(page.getByText(/错误 0/)).toBeVisible()
  await page.getByRole('button', { name: /^导入 \d+ 行/ }).click()
  await expect(page.getByText(/已导入 \d+ 项任务/)).toBeVisible()
  await page.getByRole('button', { name: '查看' }).first().click()
  await expect(page.getByRole('treegrid', { name: '项目进度表' })).toContainText('主体结构')
  expect(await toldTasks(page, target)).toEqual(await toldTasks(page, projectId))

  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await expect(page.getByRole('treegrid', { name: '项目进度表' })).not.toContainText('主体结构')

  // Into the project that it came from it says nothing new.
  await page.evaluate((id) => {
    location.hash = `/import?kind=tasks&projectId=${id}`
  }, projectId)
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByText('新增 0')).toBeVisible()
  await expect(page.getByText('更新 0')).toBeVisible()
  await expect(page.getByText('错误 0')).toBeVisible()
  await expect(page.getByRole('button', { name: '导入 0 行' })).toBeDisabled()
})

test('到期看板 is printed: heads, legend and page numbers on every page, and one picture of it', async () => {
  const { page } = app
  await page.evaluate(() => {
    location.hash = '/schedule?tab=board'
  })
  await page.getByRole('button', { name: '打印看板…' }).click()
  await expect(page.getByRole('table', { name: '到期看板' })).toContainText('责任单位')
  await page.getByText('整张图片').click()
  const png = join(folder, '看板.png')
  await answerDialogs(app, png)
  await page.getByRole('button', { name: '存为 PNG…' }).click()
  await expect.poll(() => existsSync(png)).toBe(true)
  expect((await stat(png)).size).toBeGreaterThan(20_000)

  test.skip(!canReadPdf, 'pdftotext is not installed: the PDF cannot be read')
  for (const paper of ['A3', 'A4'] as const) {
    await page.getByText(`${paper} 横向`).click()
    const pages = await savedPages(page, `看板-${paper}.pdf`)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('到期看板（全部规划）')
      expect(text).toContain('计划期已过，待填报')
      expect(text).toContain('粗略日期以最后一天计')
      expect(text).toContain(`${String(index + 1)}/${String(pages.length)}`)
      expect(text).not.toContain('存为 PDF')
      // What the app says of the file before does not stand on paper.
      expect(text).not.toContain('已保存')
    }
    if (paper === 'A4') expect(pages.length).toBeGreaterThan(1)
  }
})

async function openPlan(page: Page, id: string): Promise<void> {
  await page.evaluate((project) => {
    location.hash = `/schedule?projectId=${project}`
  }, id)
  await expect(page.getByRole('treegrid', { name: '项目进度表' })).toBeVisible()
}

async function showColumn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '列', exact: true }).click()
  const box = page.getByRole('checkbox', { name, exact: true })
  if (!(await box.isChecked())) await box.check()
  await page.keyboard.press('Escape')
}

async function exportTo(page: Page, file: string): Promise<void> {
  await answerDialogs(app, file)
  await page.getByRole('button', { name: '导出 项目进度表' }).click()
  await page.getByRole('menuitem', { name: 'Excel 工作簿（A4 横向）' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
}

function namesInView(page: Page): Promise<string[]> {
  return page.locator('.schedule-words').allInnerTexts()
}

interface ToldTask {
  readonly id: string
  readonly name: string
  readonly wbs: string
  readonly kind: string
  readonly plannedStart: string | null
  readonly plannedFinish: string | null
  readonly due: string | null
  readonly durationDays: number | null
  readonly durationUnit: string | null
  readonly responsible: string | null
  readonly predecessors: readonly {
    readonly predecessorId: string
    readonly kind: string
    readonly lagDays: number
  }[]
}

async function toldTasks(page: Page, id: string) {
  const json = await page.evaluate((project) => window.api.request('listTasks', { projectId: project }), id)
  const answer = JSON.parse(json) as { readonly value: { readonly items: readonly ToldTask[] } }
  const { items } = answer.value
  const line = new Map(items.map((task, index) => [task.id, index + 1]))
  return items.map((task) => [
    task.wbs,
    task.name,
    task.kind,
    task.plannedStart,
    task.plannedFinish ?? task.due,
    task.due,
    task.durationDays,
    task.durationUnit,
    task.responsible,
    task.predecessors
      .map(
        ({ predecessorId, kind, lagDays }) => `${String(line.get(predecessorId))}${kind}${String(lagDays)}`,
      )
      .toSorted(),
  ])
}

function valuesOf(sheet: ExcelJS.Worksheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getRow(row).getCell(index + 1).text)
}

async function firstSheet(file: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

test('本周填报 is printed as it is filtered, with its title, heads and counts on every page', async () => {
  const { page } = app
  await page.evaluate(() => {
    location.hash = '/schedule?tab=week'
  })
  const asked = page.getByRole('table', { name: '本周填报' }).getByRole('checkbox')
  await expect(asked.first()).toBeVisible()
  const count = await asked.count()
  await asked.first().check()
  await expect(page.getByRole('button', { name: '打印…' })).toBeDisabled()
  await asked.first().uncheck()
  await page.getByRole('button', { name: '打印…' }).click()
  const paper = page.getByRole('table', { name: '本周填报' })
  await expect(paper).toContainText(`本周应填报 ${String(count)} 项`)
  await expect(paper.locator('tbody tr:not(.group)')).toHaveCount(count)

  test.skip(!canReadPdf, 'pdftotext is not installed: the PDF cannot be read')
  const pages = await savedPages(page, '本周填报.pdf')
  for (const [index, text] of pages.entries()) {
    expect(text).toMatch(/本周填报 \d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d（全部规划）/)
    expect(text).toContain('延误原因')
    expect(text).toContain(`${String(index + 1)}/${String(pages.length)}`)
  }
})

/** What stands on each page of the PDF that the preview saves. */
async function savedPages(page: Page, name: string): Promise<readonly string[]> {
  const pdf = join(folder, name)
  await answerDialogs(app, pdf)
  await page.getByRole('button', { name: '存为 PDF…' }).click()
  await expect.poll(() => existsSync(pdf)).toBe(true)
  const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  return stdout.split('\f').filter((text) => text.trim() !== '')
}
