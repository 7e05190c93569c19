import { expect, type Page, test } from 'playwright/test'
import { runRequest, setSize } from './app.ts'
import { contractWithEverything, projectId } from './contractLibrary.ts'
import { fillEntry, saveEntry } from './ledgerPage.ts'
import { follow, openLibrary, reckoning, rowsOf, show } from './reckoning.ts'

test('a refund on a contract says what it gives back, and an advance that came back is no longer to be recovered', async () => {
  test.setTimeout(90_000)
  const { library, contractId } = await contractWithEverything()
  const app = await openLibrary(library)
  const { page } = app
  await show(page, '#/payments?new=1')
  const form = page.getByRole('region', { name: '记一笔支付' })
  await fillEntry(page, { project: '荷塘', amount: '1000', payee: '测试退款单位', purpose: '退回部分预付款' })
  await form.getByRole('combobox', { name: '款项性质' }).fill('退款')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: '退回的是' })).toHaveCount(0)
  await form.getByRole('combobox', { name: '合同' }).fill('测-001')
  await page.keyboard.press('Enter')
  await form.getByRole('combobox', { name: '退回的是' }).fill('预付款')
  await page.keyboard.press('Enter')
  await saveEntry(page)
  await expect(form.getByRole('status')).toContainText('本次已记 1 笔')
  await show(page, `#/money?tab=holdings&projectId=${projectId}&contractId=${contractId}`)
  const left = page.getByRole('table', { name: '预付款' }).getByRole('row', { name: /^测-001/ })
  await page.getByText('元', { exact: true }).first().click()
  await left.getByRole('button', { name: /^5,500\.00/ }).click()
  expect(await rowsOf(reckoning(page))).toEqual([
    '+ 已付 8,000.00',
    '− 已退回 1,000.00',
    '− 已登记扣回 1,500.00',
    '= 未扣回 5,500.00',
  ])
  await follow(page, '1,000.00')
  await expect(page.locator('.payment-totals')).toContainText('1 笔')
  await expect(page.getByRole('button', { name: '取消筛选 退回的是：预付款' })).toBeVisible()
  await app.close()
})

test('at 1280 the list of 质保金 shows its state and a contract its kind and retention, in both languages', async () => {
  test.setTimeout(90_000)
  const { library, contractId } = await contractWithEverything('测试门诊综合楼施工总承包合同（第二标段）')
  await runRequest(library, 'settleContract', {
    ...{
      contractId,
      settlementFen: 49_000_00,
      settledOn: '2026-01-20',
      reason: '审定',
      overrideReason: '测试',
    },
  })
  await runRequest(library, 'setRetention', {
    ...{
      contractId,
      defectsFrom: '2024-10-01',
      defectsTo: '2025-09-30',
      reason: '竣工',
      overrideReason: '测试',
    },
    ...{ guaranteeFen: 100, guaranteeIssuer: '测试银行', guaranteeExpiresOn: '2025-06-01' },
  })
  const app = await openLibrary(library)
  const { page } = app
  await setSize(app, 1280, 720)
  for (const [language, late, kind] of [
    ['中文', '逾期', '施工'],
    ['English', 'days late', 'Construction'],
  ] as const) {
    await page.getByText(language, { exact: true }).first().click()
    await show(page, '#/money?tab=holdings')
    await expect(page.locator('.retention-table')).toContainText(late)
    expect(await cutOff(page, '.retention-table'), `${language} 质保金`).toBe(0)
    await show(page, '#/money?tab=contracts')
    await expect(page.locator('.contract-short .contract-second').first()).toContainText(kind)
    expect(await cutOff(page, '.contract-short .contract-second'), `${language} 合同`).toBe(0)
  }
  await app.close()
})

/** How many pixels of it do not show. */
function cutOff(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollWidth - element.clientWidth)
}
