import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'playwright/test'
import type { RequestInput } from '../db/requests/requests.ts'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'

const projectId = 'pj-hetang'

/** A contract paid along a task, a task without a contract, one without a date, and a plan of the year that is too small. */
async function makeCashLibrary(): Promise<string> {
  const library = await makePlansLibrary()
  const { id: fundId } = await runRequest(library, 'createFund', { kind: 'bond', name: '测试专项债券' })
  const lines = [{ fundId, amountFen: 30_000_000 }]
  await runRequest(library, 'setAnnualPlan', { projectId, year: 2030, lines })
  const { id: contractId } = await runRequest(library, 'recordContract', {
    projectId,
    number: '测-001',
    name: '测试施工总承包合同',
    counterparty: '测试建设工程有限公司',
    kind: 'construction',
    signedOn: '2023-05-01',
    amountFen: 100_000_000,
    retentionPct: 3,
  })
  const task = (input: Omit<RequestInput<'addTask'>, 'projectId'>) =>
    runRequest(library, 'addTask', { projectId, ...input })
  await task({ name: '主体结构', contractId, start: '2030-03-04', finish: '2030-04-30' })
  await task({ name: '室外标识', costFen: 5_000_000, start: '2030-03-05', finish: '2030-03-06' })
  await task({ name: '绿化', costFen: 7_000_000 })
  return library
}

async function openCashPlan() {
  const library = await makeCashLibrary()
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.evaluate(() => {
    location.hash = '/money?tab=annual&year=2030&projectId=pj-hetang'
  })
  return { app, page, table: page.getByRole('table', { name: '用款计划', exact: true }) }
}

test('用款计划: a month opens the terms and tasks that add up to it, is set by hand, and goes out as a workbook', async () => {
  test.setTimeout(90_000)
  const { app, page, table } = await openCashPlan()
  const total = table.getByRole('row', { name: /^合计/ })
  await expect(total).toContainText('112.00')
  const bySource = page.getByRole('table', { name: '按资金来源：用款与年度计划' })
  await expect(bySource.getByRole('row', { name: /测试专项债券/ })).toContainText('缺')

  // March: the contract along its task, and the task that has no contract.
  await total
    .getByRole('button', { name: /打开组成/ })
    .nth(3)
    .click()
  const march = page.getByRole('dialog', { name: '合计 · 2030-03' })
  await expect(march.getByRole('row', { name: /测-001.*进度款.*主体结构/ })).toBeVisible()
  await expect(march.getByRole('row', { name: /未签合同任务.*室外标识/ })).toContainText('50,000.00')
  await march.getByRole('button', { name: '关闭' }).click()

  // What has no date is listed with what it lacks; nothing is dropped.
  const undated = page.getByRole('table', { name: '未排期' })
  await expect(undated.getByRole('row', { name: /绿化/ })).toContainText('无日期')
  await undated.getByRole('button', { name: /打开组成/ }).click()
  await expect(page.getByRole('dialog', { name: '绿化 · 未排期' })).toContainText('70,000.00')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

  // A month of a contract and a source is set; what it takes away is not planned any more, and says so.
  const contract = table.getByRole('row', { name: /测-001/ })
  await expect(contract).not.toContainText('未安排')
  await table
    .getByRole('row', { name: /^测试专项债券/ })
    .nth(1)
    .getByRole('button', { name: /打开组成/ })
    .nth(2)
    .click()
  const cell = page.getByRole('dialog', { name: '测-001 测试施工总承包合同 测试专项债券 · 2030-03' })
  await cell.getByRole('button', { name: '调整本月用款' }).click()
  const form = page.getByRole('dialog', { name: /调整 测-001/ })
  await form.getByRole('textbox', { name: '本月用款（元）' }).fill('100000')
  await form.getByLabel('原因').fill('按资金到位安排')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(undated.getByRole('row', { name: /测-001/ })).toContainText('调整后未安排')
  await expect(total).toContainText('112.00')

  const file = join(await temporaryFolder(), '用款计划.xlsx')
  await answerDialogs(app, file)
  await page.getByRole('button', { name: '导出 2030 用款计划', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Excel 工作簿（A3 横向）' }).click()
  await expect(page.getByText(/已导出 3 行/)).toBeVisible()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const cells = book.worksheets[0]?.getSheetValues().flat() ?? []
  expect(cells).toContain('绿化')
  expect(cells.some((cell) => String(cell).startsWith('2030-03'))).toBe(true)

  // Beside 挣值 the same forecast, as of its day.
  await page.evaluate(() => {
    location.hash = '/schedule?tab=earned&projectId=pj-hetang'
  })
  await page.getByRole('spinbutton', { name: '预测年度' }).fill('2030')
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('region', { name: '2030 资金预测' }).getByRole('row', { name: /^合计/ }),
  ).toContainText('112.00')
  await app.close()
})

test('用款计划: a month of a task without a contract is set beside what is reckoned, taken back, and reckoned again', async () => {
  test.setTimeout(90_000)
  const { app, page, table } = await openCashPlan()
  const task = table.getByRole('row', { name: /^室外标识/ })
  const source = table.getByRole('row', { name: /^测试专项债券/ }).nth(2)
  const openMonth = async () => {
    await source
      .getByRole('button', { name: /打开组成/ })
      .nth(2)
      .click()
    await page
      .getByRole('dialog', { name: /室外标识 测试专项债券 · 2030-03/ })
      .getByRole('button', { name: '调整本月用款' })
      .click()
  }
  const form = page.getByRole('dialog', { name: /调整 室外标识/ })
  const setMonth = async (amount: string) => {
    await form.getByRole('textbox', { name: '本月用款（元）' }).fill(amount)
    await form.getByLabel('原因').fill('分两次付')
    await form.getByRole('button', { name: /^保\s?存$/ }).click()
    await expect(form).toHaveCount(0)
  }
  await openMonth()
  await expect(form).toContainText('推算 50,000.00')
  await setMonth('20000')
  await expect(task).toContainText('2.00')
  await expect(source.locator('.is-set')).toHaveAttribute('title', '人工调整；推算 50,000.00 元')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(source.locator('.is-set')).toHaveCount(0)
  await expect(task).toContainText('5.00')

  await openMonth()
  await setMonth('30000')
  await expect(task).toContainText('3.00')
  await openMonth()
  await form.getByRole('button', { name: '恢复推算' }).click()
  await setMonth('')
  await expect(source.locator('.is-set')).toHaveCount(0)
  await expect(task).toContainText('5.00')
  await app.close()
})
