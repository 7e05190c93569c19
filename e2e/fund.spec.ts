import { expect, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { openScreen } from './ledgerPage.ts'

test('a wrong 到位 is found by its year, reversed with a reason, and the right one entered; what was paid stays bound', async () => {
  const library = await makePlansLibrary()
  const { id: fundId } = await runRequest(library, 'createFund', {
    kind: 'bond',
    name: '测试专项债券',
  })
  const entry = { fundId, projectId: 'pj-hetang' }
  await runRequest(library, 'recordFundReceipt', {
    ...entry,
    kind: 'allotment',
    amountFen: 1_000_000_000,
    enteredOn: '2023-12-01',
    documentNo: '测财〔2023〕9号',
  })
  await runRequest(library, 'recordFundReceipt', { ...entry, amountFen: 50_000_000, enteredOn: '2024-02-01' })
  await runRequest(library, 'recordFundReceipt', { ...entry, amountFen: 77_000_000, enteredOn: '2025-02-01' })
  await runRequest(library, 'recordPayment', {
    projectId: 'pj-hetang',
    paidOn: '2024-03-05',
    amountFen: 40_000_000,
    payee: '测试公司',
    purpose: '进度款',
    idempotencyKey: 'fund-story-1',
  })
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '资金')
  await page.getByRole('tab', { name: '资金来源' }).click()
  const years = page.getByRole('table', { name: '分年情况' })
  await expect(years.getByRole('row', { name: /2024 年/ })).toContainText('50.00')
  await expect(years.getByRole('row', { name: /2024 年/ })).toContainText('80.00')
  await years
    .getByRole('row', { name: /2025 年/ })
    .getByRole('button', { name: /到位的各笔/ })
    .click()
  const entries = page.getByRole('table', { name: '下达与到位' })
  await expect(entries.getByRole('row')).toHaveCount(2)
  await entries.getByRole('button', { name: /冲销 2025-02-01/ }).click()
  const dialog = page.getByRole('dialog', { name: '冲销下达或到位' })
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(dialog.getByText('请填写原因')).toBeVisible()
  await dialog.getByLabel(/原因/).fill('金额录错')
  await dialog.getByLabel('冲销日期').fill('2025-2-3')
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(entries.getByRole('row', { name: /-770,000\.00/ })).toContainText('金额录错')
  await expect(page.getByRole('button', { name: '记正确的一笔' })).toBeVisible()
  await page.getByRole('button', { name: /取消筛选 2025/ }).click()

  // What was paid out of it cannot be taken back.
  await entries.getByRole('button', { name: /冲销 2024-02-01/ }).click()
  await dialog.getByLabel(/原因/).fill('试')
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(dialog).toContainText('测试专项债券 余额 100,000.00 元')
  await page.keyboard.press('Escape')
  await years
    .getByRole('row', { name: /2024 年/ })
    .getByRole('link', { name: /该来源承担的支付/ })
    .click()
  // The whole of the entry, and of it what this source bears.
  await expect(page.getByRole('cell', { name: '400,000.00', exact: true })).toHaveCount(2)
  await app.close()
})
