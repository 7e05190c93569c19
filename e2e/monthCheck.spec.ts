import { expect, test } from 'playwright/test'
import { contractWithEverything } from './contractLibrary.ts'
import { entries, openLibrary, reckoning, rowsOf, show } from './reckoning.ts'

test('before a month is closed each sum and each count opens what it counted', async () => {
  test.setTimeout(120_000)
  const { library } = await contractWithEverything()
  const app = await openLibrary(library)
  const { page } = app
  const check = page.getByRole('dialog', { name: '结账' })
  const asked = async (month: string) => {
    await show(page, '#/money?tab=periods')
    await page.getByRole('button', { name: `结账 ${month}` }).click()
    await expect(check.getByRole('table', { name: '结账前检查' })).toBeVisible()
  }
  await asked('2025-10')
  await check.getByRole('link', { name: '支付未填凭证号 2 项' }).click()
  const ledger = page.getByRole('search', { name: '筛选' })
  await expect(page.locator('.payment-totals')).toContainText('2 笔')
  await ledger.getByRole('button', { name: '取消筛选 待补：缺凭证号' }).click()
  await expect(page).not.toHaveURL(/lacks/)
  await asked('2025-10')
  await check.getByRole('link', { name: /^14,000\.00 元/ }).click()
  await expect(page.locator('.payment-totals')).toContainText('14,000.00')
  await asked('2025-01')
  await check.getByRole('link', { name: /^60,000\.00 元/ }).click()
  const funds = page.getByRole('region', { name: '下达与到位' })
  await expect(funds).toContainText('1 笔，合计 60,000.00 元')
  await expect(funds.getByRole('button', { name: '取消筛选 2025-01' })).toBeVisible()
  await asked('2025-09')
  await check.getByRole('link', { name: /^15,000\.00 元/ }).click()
  await expect(entries(page, '计量记录 · 2025-09')).toContainText('1 笔，合计 15,000.00 元')

  // The difference to the finance ledger says which two figures it is between, before the close and after.
  await asked('2025-10')
  await check.getByLabel('财务账本月支付').fill('13900')
  await check.getByRole('button', { name: /^-100\.00 元/ }).click()
  const gap = ['+ 财务账本月支付 13,900.00', '− 台账本月支付 14,000.00', '= 差额 -100.00']
  expect(await rowsOf(reckoning(page))).toEqual(gap)
  await page.keyboard.press('Escape')
  await check.getByLabel('差异说明').fill('一笔次月入账')
  await check.getByLabel('原因').fill('已核对')
  await check.getByRole('button', { name: /^结\s?账$/ }).click()
  const month = page.getByRole('row', { name: /^2025-10/ })
  await month.getByRole('button', { name: /^-100\.00 元/ }).click()
  expect(await rowsOf(reckoning(page))).toEqual(gap)
  await month.getByRole('link', { name: '2', exact: true }).click()
  await expect(page.locator('.payment-totals')).toContainText('2 笔')
  await app.close()
})
