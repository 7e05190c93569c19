import { expect, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { openScreen } from './ledgerPage.ts'

test('a plan of the year is set, adjusted with its document and reason, and shows how the year went', async () => {
  test.setTimeout(90_000)
  const library = await makePlansLibrary()
  await runRequest(library, 'createFund', { kind: 'bond', name: '测试专项债券' })
  await runRequest(library, 'recordPayment', {
    projectId: 'pj-hetang',
    paidOn: '2025-03-05',
    amountFen: 150_000_000,
    payee: '测试建设工程有限公司',
    purpose: '测试进度款',
    idempotencyKey: 'annual-story',
  })
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '资金')
  await page.getByRole('tab', { name: '年度计划' }).click()
  await page.getByRole('spinbutton', { name: '年度' }).fill('2025')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2025 年尚无年度投资计划')).toBeVisible()

  await page.getByRole('button', { name: '编制计划' }).click()
  const form = page.getByRole('dialog', { name: '编制 2025 年度投资计划' })
  await form.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')
  await form.getByRole('combobox', { name: '第 1 项来源' }).fill('测试专项')
  await page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: '第 1 项年度投资额' }).fill('一百')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(form.getByText(/金额须为数字/)).toBeVisible()
  await form.getByRole('textbox', { name: '第 1 项年度投资额' }).fill('200万')
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: '年度投资计划' })
  const row = table.getByRole('row', { name: /荷塘/ })
  await expect(row).toContainText('规划口径')
  await expect(row).toContainText('测试专项债券')
  // Paid 150 of 200; nothing was ever measured, which is unknown and not nothing.
  await expect(row).toContainText('75.0')
  await expect(row).toContainText('未知')
  await expect(table.getByRole('row', { name: /^合计/ })).toContainText('未计量 1 项')

  await row.getByRole('button', { name: /荷塘/ }).click()
  const drawer = page.getByRole('dialog', { name: /荷塘.*2025 年度投资计划/ })
  await drawer.getByRole('button', { name: /调\s?整/ }).click()
  const adjust = page.getByRole('dialog', { name: /调整 2025 年度投资计划/ })
  await adjust.getByRole('textbox', { name: '第 1 项年度投资额' }).fill('300万')
  await adjust.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(adjust.getByText('此项必填')).toBeVisible()
  await adjust.getByLabel('文号').fill('测发改〔2025〕9号')
  await adjust.getByLabel('原因').fill('债券资金增加')
  await adjust.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(drawer.getByRole('list', { name: '计划版次' }).getByRole('listitem')).toHaveText([
    /第 2 版.*300\.00.*债券资金增加/,
    /原计划.*200\.00/,
  ])
  await drawer.getByRole('button', { name: '关闭' }).click()
  await expect(row).toContainText('50.0')
  await row.getByRole('link', { name: /打开支付明细/ }).click()
  await expect(page.getByRole('cell', { name: '1,500,000.00', exact: true })).toBeVisible()
  await app.close()
})
