import { expect, type Page, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { type App, killApp, launchApp, makePlansLibrary, runRequest } from './app.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('sixty payments are entered and posted without touching the mouse, with at most twelve strokes each', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openBatch(page)

  // The first row in full; Enter goes to what the payment needs next.
  let strokes = await typed(page, ['3-5', '测试建设工程有限公司', '荷塘', '进度款', '1200*3+50', '记-001'])
  await expect(cell(page, 2, '收款单位')).toBeFocused()
  strokes += await typed(page, ['测试监理有限公司', '杜阮', '监理费', '0.55万', '+'])
  // From then on two signs call a payee, which brings project and purpose, and + is the next voucher.
  for (let row = 3; row <= 58; row += 1) {
    strokes += await recalled(page, row % 2 === 1 ? '建设' : '监理')
    strokes += await typed(page, [String(row * 100), '+'])
  }
  await expect(cell(page, 59, '收款单位')).toBeFocused()
  // The last two are copied down whole, and then given their own sum and voucher.
  for (const [row, amount] of [
    [59, '1'],
    [60, '2'],
  ] as const) {
    await page.keyboard.press('Control+Shift+D')
    await page.keyboard.press('Enter')
    await expect(cell(page, row, '凭证号')).toBeFocused()
    await page.keyboard.type('+')
    await page.keyboard.press('Home')
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+Tab')
    await expect(cell(page, row, '金额（元）')).toBeFocused()
    await typed(page, [amount])
    await page.keyboard.press('Enter')
    strokes += 8 + amount.length
  }
  expect(strokes / 60).toBeLessThanOrEqual(12)
  const sum = 3650 + 5500 + ((3 + 58) * 56 * 100) / 2 + 1 + 2

  // The control total is wrong at first: nothing is saved.
  await page.keyboard.press('Escape')
  await page.keyboard.type(String(sum + 1))
  await expect(page.getByText('差 -1.00 元')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(String(sum))
  await expect(page.getByText('相符')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`已记 60 笔，合计 179,953.00 元`)).toBeVisible()
  await app.close()

  const posted = await runRequest(library, 'listPayments', { pageSize: 100 })
  expect(posted).toMatchObject({ total: 60, totals: { amountFen: sum * 100 } })
  expect(await runRequest(library, 'listPayments', { projectId: 'pj-duruan' })).toMatchObject({ total: 31 })
  expect(posted.items.map(({ voucherNo }) => voucherNo).toSorted()).toEqual(
    Array.from({ length: 60 }, (_, index) => `记-${String(index + 1).padStart(3, '0')}`),
  )
})

test('a block from Excel goes into the columns that its headings name, wrong cells are told, and undo takes it back', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openBatch(page)
  await paste(app, [
    '序号\t收款单位\t付款日期\t金额（万元）\t摘要\t项目名称\t凭证号',
    '1\t甲公司\t2024年3月5日\t12.5\t设计费\t荷塘卫生院升级改造工程\t记-1',
    '2\t乙公司\t2024/3/6\t0.08\t监理费\t没有的项目\t记-2',
  ])
  await expect(page.getByText('已粘贴 2 行')).toBeVisible()
  await expect(page.getByText('未用的列：序号')).toBeVisible()
  const grid = page.getByRole('grid', { name: '连续录入表' })
  await expect(grid.getByRole('row', { name: /甲公司/ })).toContainText('125,000.00')
  await expect(grid.getByRole('row', { name: /甲公司/ })).toContainText('第 1 行可保存')

  // Saving stops at the wrong cell; nothing is posted.
  await page.keyboard.press('Control+Enter')
  await expect(cell(page, 2, '项目')).toBeFocused()
  await expect(page.getByText('没有“没有的项目”')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(grid.getByRole('row', { name: /甲公司/ })).toHaveCount(0)
  await page.keyboard.press('Control+Y')
  await expect(grid.getByRole('row', { name: /甲公司/ })).toHaveCount(1)
  await page.keyboard.press('F8')
  await expect(cell(page, 2, '项目')).toBeFocused()
  await typed(page, ['杜阮'])

  // A copy of the first row is a possible duplicate until a person says that it is none.
  await page.keyboard.press('Control+Home')
  await paste(app, ['2024-03-05\t丙公司'])
  await page.keyboard.press('Control+Z')
  await cell(page, 1, '支付日期').press('End')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已记 2 笔，合计 125,800.00 元')).toBeVisible()
  await paste(app, ['2024-03-05\t甲公司\t荷塘卫生院升级改造工程\t\t\t\t设计费\t125000\t\t记-9'])
  await expect(grid.getByRole('row', { name: /甲公司/ })).toContainText('第 1 行可能重复')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/整批未保存/)).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已记 1 笔')).toBeVisible()
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({ total: 3 })
})

test('a batch that is not saved is there again after the power went, and one bad row keeps all of it out', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  await openBatch(app.page)
  await typed(app.page, ['2024-3-5', '甲公司', '荷塘', '进度款', '100', '记-1'])
  await typed(app.page, ['乙公司', '荷塘', '进度款', '200', '记-2'])
  await expect(app.page.getByText('草稿已存')).toBeVisible()
  await killApp(app)

  const again = await launchApp({ library, actor: finance, userDataDir: app.userDataDir })
  const { page } = again
  await openBatch(page)
  const grid = page.getByRole('grid', { name: '连续录入表' })
  await expect(grid.getByRole('row', { name: /乙公司/ })).toContainText('200.00')
  await runInWindow(page, 'closeMonth', { month: '2024-03', reason: '测试结账' })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/有 2 行不能保存/)).toBeVisible()
  await expect(grid.getByRole('row', { name: /甲公司/ })).toContainText('第 1 行有问题')
  await expect(page.getByText(/2024-03 已结账/).first()).toBeVisible()
  await runInWindow(page, 'reopenMonth', { month: '2024-03', reason: '测试反结账' })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已记 2 笔，合计 300.00 元')).toBeVisible()
  await again.close()
})

async function openBatch(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '总览' }).first()).toBeVisible()
  await page.keyboard.press('Control+Shift+N')
  await expect(cell(page, 1, '支付日期')).toBeFocused()
}

function cell(page: Page, row: number, column: string) {
  return page.getByLabel(`第 ${String(row)} 行 ${column}`, { exact: true })
}

/** Types each text into the cell that has the focus and goes on with Enter; answers how many strokes that were. */
async function typed(page: Page, texts: readonly string[]): Promise<number> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  return texts.reduce((sum, text) => sum + text.length + 1, 0)
}

/** Calls a payee of before by a part of its name. */
async function recalled(page: Page, part: string): Promise<number> {
  await page.keyboard.type(part)
  await expect(page.getByRole('option', { name: new RegExp(part) })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  return part.length + 2
}

async function paste(app: App, lines: readonly string[]): Promise<void> {
  await app.electron.evaluate(({ clipboard }, text) => {
    void clipboard.writeText(text)
  }, lines.join('\r\n'))
  await app.page.keyboard.press('Control+V')
}

async function runInWindow(page: Page, name: string, input: unknown): Promise<void> {
  const answer = await page.evaluate(([request, given]) => window.api.request(request, given), [
    name,
    input,
  ] as const)
  expect(readAnswer(answer).ok).toBe(true)
}
