import { expect, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'

test('a chart has a name, its table shows the same figures and opens their entries, and it changes language', async () => {
  const library = await makePlansLibrary()
  for (const [paidOn, amountFen] of [
    ['2024-03-05', 123_450_000],
    ['2024-05-06', 50_000_000],
  ] as const) {
    await runRequest(library, 'recordPayment', {
      ...{ projectId: 'pj-hetang', paidOn, amountFen, payee: '测试建设公司', purpose: '测试进度款' },
      ...{ voucherNo: `记-${paidOn}`, idempotencyKey: `charts-${paidOn}` },
    })
  }
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const goTo = (route: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, route)
  await goTo('/money?tab=charts&year=2024')

  // The drawing: what it is called, and the words in it.
  const spend = page.getByRole('img', { name: '逐月支付与年度计划' })
  await expect(page.getByRole('img', { name: '概算、合同、完成投资与支付' })).toBeVisible()
  await expect(spend).toContainText('本年累计支付')
  await page.getByText('English', { exact: true }).click()
  const inEnglish = page.getByRole('img', { name: 'Payments by month against the year’s plan' })
  await expect(inEnglish).toContainText('Paid this year so far')
  await expect(inEnglish).not.toContainText('支付')
  await page.getByText('中文', { exact: true }).click()
  await expect(spend).toContainText('本年累计支付')

  // The table of the same figures; each opens what adds up to it.
  await page.getByText('表', { exact: true }).last().click()
  const table = page.getByRole('table', { name: '逐月支付与年度计划' })
  await expect(table.getByRole('row', { name: /2024-03/ })).toContainText('123.45')
  const may = table.getByRole('row', { name: /2024-05/ })
  await expect(may).toContainText('50.00')
  await may.getByRole('link', { name: /173\.45.*打开支付明细/ }).click()
  await expect(page.getByRole('heading', { name: '台账' })).toBeVisible()
  await expect(page.getByText('记-2024-03-05')).toBeVisible()
  await expect(page.getByText('记-2024-05-06')).toBeVisible()
  await app.close()
})
