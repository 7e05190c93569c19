import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from 'playwright/test'
import type { RequestInput } from '../db/requests/requests.ts'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'

const liaison = { name: '李强', role: 'liaison' } as const
const projectId = 'pj-hetang'

test('a plan from the template in a minute: chosen steps, a first day, a critical path, one undo', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openPlan(page)
  await page.getByRole('button', { name: '套用计划模板…' }).click()
  const dialog = page.getByRole('dialog', { name: '套用计划模板' })
  await dialog.getByLabel('起始日').fill('2026-03-02')
  await dialog.getByRole('checkbox', { name: '用地与规划许可' }).uncheck()
  await dialog.getByRole('spinbutton', { name: '主体结构 工期' }).fill('200')
  await dialog.getByRole('button', { name: /^生成 19 步计划/ }).click()
  const grid = page.getByRole('treegrid', { name: '项目进度表' })
  await expect(grid.getByRole('row', { name: /立项/ })).toContainText('2026-03-02')
  await expect(page.locator('.gantt-chart .link.is-critical').first()).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(grid.getByRole('row', { name: /立项/ })).toHaveCount(0)
  await page.getByRole('button', { name: '重做' }).click()
  await expect(grid.getByRole('row', { name: /立项/ })).toHaveCount(1)
  await app.close()
  const { items } = await runRequest(library, 'listTasks', { projectId })
  expect(items.find(({ name }) => name === '主体结构')?.durationDays).toBe(200)
  expect(items.some(({ name }) => name === '用地与规划许可')).toBe(false)
})

test('a drag shows what else moves, is dropped with Esc, confirmed with a reason, and undone', async () => {
  const library = await makePlansLibrary()
  const first = await addTask(library, { name: '招标', start: '2026-12-01', durationDays: 10 })
  const second = await addTask(library, { name: '基础', durationDays: 20 })
  await runRequest(library, 'linkTasks', { predecessorId: first, successorId: second }, 'liaison')
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openPlan(page)
  await page.getByText('月', { exact: true }).click()
  const row = page.getByRole('treegrid').getByRole('row', { name: /招标/ })
  await expect(row).toContainText('2026-12-01')
  await page.getByRole('button', { name: '回到今天' }).click()

  await dragBar(page, first, 60)
  const proposal = page.getByRole('dialog', { name: /^拟改：2 项任务变动/ })
  await expect(proposal).toContainText('基础')
  await expect(page.locator('.gantt-chart .is-ghost')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(proposal).toHaveCount(0)
  await expect(row).toContainText('2026-12-01')

  await dragBar(page, first, 60)
  await proposal.getByRole('button', { name: '确认改动' }).click()
  await expect(proposal.getByRole('alert')).toBeVisible()
  await proposal.getByLabel('原因').fill('业主要求推迟招标')
  await page.keyboard.press('Enter')
  await expect(proposal).toHaveCount(0)
  await expect(row).not.toContainText('2026-12-01')
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('Control+z')
  await expect(row).toContainText('2026-12-01')
  await app.close()
  const { items } = await runRequest(library, 'listChanges', { entityId: first })
  expect(items.map(({ reason }) => reason)).toContain('业主要求推迟招标')
})

test('a plan is made in the table without the mouse', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openPlan(page)
  const grid = page.getByRole('treegrid', { name: '项目进度表' })
  await grid.focus()
  await page.keyboard.press('Control+End')
  await addRow(page, '施工图审查')
  await page.keyboard.press('ArrowRight')
  await typeCell(page, '2026-12-07')
  await expect(grid.getByRole('row', { name: /施工图审查/ })).toContainText('2026-12-07')
  await addRow(page, '招标')
  await expect(grid.getByRole('row', { name: /招标/ })).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(grid.getByRole('row', { name: /招标/ })).toHaveAttribute('aria-level', '4')
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect(grid.getByRole('row', { name: /招标/ })).toHaveAttribute('aria-level', '3')
  await page.keyboard.press('Delete')
  const reason = page.getByRole('dialog', { name: '移除任务' })
  await reason.getByLabel('原因').fill('重复')
  await reason.getByRole('button', { name: '移除', exact: true }).click()
  await expect(grid.getByRole('row', { name: /招标/ })).toHaveCount(0)
  await app.close()
})

test('a task that overruns its plan turns red', async () => {
  const library = await makePlansLibrary()
  const late = await addTask(library, { name: '施工许可', start: '2026-01-05', durationDays: 10 })
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openPlan(page)
  await expect(page.getByRole('row', { name: /施工许可/ }).locator('.red')).toContainText(/逾期 \d+ 天/)
  await expect(page.locator(`.gantt-chart [data-id="${late}"] .is-late`)).toHaveCount(1)
  await page.getByRole('combobox', { name: '任务' }).click()
  await page.getByTitle('只看逾期').click()
  await expect(page.getByRole('row', { name: /施工许可/ })).toHaveCount(1)
  await app.close()
})

test('the Gantt prints to PDF with its heads on every page, and to PNG', async () => {
  const library = await makePlansLibrary()
  for (const name of ['招标', '基础', '主体'])
    await addTask(library, { name, start: '2026-01-05', durationDays: 100 })
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openPlan(page)
  await expect(page.getByRole('row', { name: /主体/ }).first()).toBeVisible()
  await page.getByRole('button', { name: '打印…' }).click()
  await page.getByText('季', { exact: true }).click()
  await expect(page.getByText(/^共 \d+ 页/)).toBeVisible()
  const folder = await temporaryFolder()
  const pdf = join(folder, '进度.pdf')
  await answerDialogs(app, pdf)
  await page.getByRole('button', { name: '存为 PDF…' }).click()
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.getByText('整张图片', { exact: true }).click()
  await page.getByText('适合宽度', { exact: true }).click()
  const png = join(folder, '进度.png')
  await answerDialogs(app, png)
  await page.getByRole('button', { name: '存为 PNG…' }).click()
  await expect
    .poll(() =>
      readFile(png).then(
        (bytes) => bytes.subarray(1, 4).toString(),
        () => '',
      ),
    )
    .toBe('PNG')
  await app.close()
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', pdf, '-'])
  const pages = stdout.split('\f').filter((text) => text.trim() !== '')
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, text] of pages.entries()) {
    expect(text).toContain('荷塘卫生院升级改造工程 进度计划')
    expect(text).toContain('计划开始')
    expect(text).toContain('主体')
    expect(text.replaceAll(' ', '')).toContain(`第${String(index + 1)}/${String(pages.length)}页`)
    expect(text).not.toContain('非会计账簿')
  }
})

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.evaluate((id) => {
    location.hash = `/schedule?projectId=${id}`
  }, projectId)
  await expect(page.getByRole('treegrid', { name: '项目进度表' })).toContainText('荷塘卫生院升级改造工程')
}

async function addTask(library: string, input: Omit<RequestInput<'addTask'>, 'projectId'>): Promise<string> {
  const { task } = await runRequest(library, 'addTask', { projectId, ...input }, 'liaison')
  return task.id
}

/** Takes a bar by its middle and lets it go so many pixels to the right. */
async function dragBar(page: Page, id: string, pixels: number): Promise<void> {
  const grip = page.locator(`.gantt-chart [data-id="${id}"] [data-grip="move"]`)
  await grip.hover()
  const box = await grip.boundingBox()
  if (box === null) throw new Error('The bar is not in view')
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + pixels / 2, box.y + 4)
  await page.mouse.move(box.x + box.width / 2 + pixels, box.y + 4)
  await page.mouse.up()
}

/** Ins, the name, Enter. */
async function addRow(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Insert')
  const editor = page.getByRole('treegrid').getByRole('textbox', { name: '名称' })
  await editor.fill(name)
  await page.keyboard.press('Enter')
  await expect(editor).toHaveCount(0)
}

async function typeCell(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
