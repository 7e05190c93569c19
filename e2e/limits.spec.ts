import { expect, test } from 'playwright/test'
import { runRequest } from './app.ts'
import { contractWithEverything, projectId } from './contractLibrary.ts'
import { entries, follow, openLibrary, reckoning, rowsOf, show } from './reckoning.ts'

const onDay = new Date().toISOString().slice(0, 10)

test('each limit of 本次可付 opens its reckoning, and each of its terms the entries that add up to it', async () => {
  test.setTimeout(150_000)
  const { library, contractId } = await contractWithEverything()
  const app = await openLibrary(library)
  const { page } = app
  const contract = `#/money?tab=contracts&projectId=${projectId}&contractId=${contractId}`
  const figure = (name: RegExp) =>
    page.getByRole('table', { name: '各项限额' }).getByRole('row', { name }).getByRole('button')

  // What may be paid is the smallest: 85% of the work, the advance left, less what was paid.
  await show(page, contract)
  const payable = page.getByRole('region', { name: '本次可付' })
  await payable
    .locator('.payable-figure')
    .getByRole('button', { name: /^9,500\.00 元/ })
    .click()
  await expect(reckoning(page)).toContainText('取最小的限额：进度款比例')
  expect(await rowsOf(reckoning(page))).toEqual([
    '+ 完成投资 20,000.00 × 85% 17,000.00',
    '+ 未抵扣预付款 6,500.00',
    '+ 已付预付款 8,000.00',
    '− 已登记扣回 1,500.00',
    '− 已付 14,000.00',
    '= 取最小的限额：进度款比例 9,500.00',
  ])
  await follow(page, '17,000.00')
  await expect(entries(page, '计量记录 · 截至')).toContainText('2 笔，合计 20,000.00 元')

  await show(page, contract)
  await figure(/^进度款比例/).click()
  await follow(page, '1,500.00')
  await expect(entries(page, '预付款扣回记录 · 截至')).toContainText('1 笔，合计 1,500.00 元')

  await show(page, contract)
  await figure(/^合同价款/).click()
  await follow(page, '52,000.00')
  await expect(entries(page, '合同构成 · 截至')).toContainText('2 笔，合计 52,000.00 元')
  await show(page, contract)
  await figure(/^合同价款/).click()
  await follow(page, '14,000.00')
  await expect(page).toHaveURL(new RegExp(`payments\\?contractId=${contractId}`))
  await expect(page.locator('.payment-totals')).toContainText('14,000.00')

  await show(page, contract)
  await figure(/^质保金/).click()
  expect(await rowsOf(reckoning(page))).toContain('+ 完成投资 20,000.00 × 3% 600.00')
  await figure(/^概算/).click()
  await follow(page, '100,000.00')
  await expect(page.getByRole('tab', { name: '概算版本', selected: true })).toBeVisible()
  await show(page, contract)
  await figure(/^到位资金/).click()
  await follow(page, '60,000.00')
  const funds = page.getByRole('region', { name: '下达与到位' })
  await expect(funds).toContainText('1 笔，合计 60,000.00 元')
  await funds.getByRole('button', { name: `取消筛选 截至 ${onDay}` }).click()
  await expect(page).not.toHaveURL(/[?&]to=/)

  // Another kind of payment has other limits.
  await show(page, contract)
  await payable.getByText('预付款', { exact: true }).click()
  await figure(/^预付款/).click()
  expect(await rowsOf(reckoning(page))).toEqual([
    '+ 合同价 50,000.00 × 20% 10,000.00',
    '− 已付预付款 8,000.00',
    '= 预付款 2,000.00',
  ])
  await follow(page, '10,000.00')
  await expect(entries(page, '签订金额 · 截至')).toContainText('1 笔，合计 50,000.00 元')
  await app.close()
})

test('beside the form of a payment the same limits open the same reckoning', async () => {
  test.setTimeout(90_000)
  const { library } = await contractWithEverything()
  const app = await openLibrary(library)
  const { page } = app
  await show(page, '#/payments?new=1')
  const form = page.getByRole('region', { name: '记一笔支付' })
  await form.getByRole('combobox', { name: /^项目/ }).fill('荷塘')
  await page.keyboard.press('Enter')
  await form.locator('#entry-contractId').fill('测-001')
  await page.keyboard.press('Enter')
  const standing = form.getByRole('complementary', { name: '合同与资金现状' })
  await standing
    .getByRole('list', { name: '各项限额' })
    .getByRole('button', { name: /^38,000\.00/ })
    .click()
  expect(await rowsOf(reckoning(page))).toEqual([
    '+ 合同价款（含已批变更） 52,000.00',
    '− 已付 14,000.00',
    '= 合同价款 38,000.00',
  ])
  await page.keyboard.press('Escape')
  await standing.getByRole('link', { name: /^2,000\.00/ }).click()
  await expect(entries(page, '已批变更 · 截至')).toContainText('1 笔，合计 2,000.00 元')
  await app.close()
})

test('sums of the contract drawer open the rows behind them, and typed ones their record', async () => {
  test.setTimeout(120_000)
  const { library, contractId } = await contractWithEverything()
  const app = await openLibrary(library)
  const { page } = app
  const contract = `#/money?tab=contracts&projectId=${projectId}&contractId=${contractId}`
  await show(page, contract)
  const work = page.getByRole('table', { name: '完成投资' })
  await work
    .getByRole('row', { name: /^2025-12/ })
    .getByRole('button', { name: /^20,000\.00/ })
    .click()
  expect(await rowsOf(reckoning(page))).toEqual([
    '+ 2025-12 建筑工程 5,000.00',
    '+ 2025-09 建筑工程 15,000.00',
    '= 累计 20,000.00',
  ])
  await follow(page, '15,000.00')
  await expect(entries(page, '计量记录 · 2025-09')).toContainText('1 笔，合计 15,000.00 元')

  await show(page, contract)
  await work.getByRole('button', { name: /^38\.46%/ }).click()
  expect(await rowsOf(reckoning(page))).toEqual(['累计 20,000.00', '÷ 已签合计 52,000.00', '= 占合同 38.46%'])
  await page.keyboard.press('Escape')
  await expect(reckoning(page)).toHaveCount(0)
  await work.getByRole('button', { name: '15,000.00，2025-09 的变更记录' }).click()
  const record = page.getByRole('dialog', { name: '2025-09 的变更记录' })
  await expect(record).toContainText('15,000.00')
  await record.getByRole('button', { name: '关闭' }).click()

  await show(page, contract)
  await page
    .getByRole('list', { name: '科目拆分' })
    .getByRole('link', { name: /^50,000\.00/ })
    .click()
  await expect(entries(page, '签订金额 · 建筑工程')).toContainText('1 笔，合计 50,000.00 元')
  await show(page, contract)
  await page
    .getByRole('table', { name: '变更签证' })
    .getByRole('button', { name: /^2,000\.00/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'B-1 的变更记录' })).toContainText('2,000.00')
  await app.close()

  await runRequest(library, 'settleContract', {
    ...{ contractId, settlementFen: 49_000_00, submittedFen: 51_500_00, settledOn: '2026-01-20' },
    ...{ reason: '审定', overrideReason: '测试' },
  })
  const again = await openLibrary(library)
  await show(again.page, contract)
  await again.page.getByRole('button', { name: /^2,500\.00 元/ }).click()
  expect(await rowsOf(reckoning(again.page))).toEqual([
    '+ 送审价 51,500.00',
    '− 结算价 49,000.00',
    '= 审减 2,500.00',
  ])
  await follow(again.page, '49,000.00')
  await expect(entries(again.page, '合同构成')).toContainText('3 笔，合计 49,000.00 元')
  await again.close()
})
