import { expect, type Page, test } from 'playwright/test'
import type { RequestInput } from '../db/requests/requests.ts'
import { launchApp, makePlansLibrary, runRequest, takeScreenshots } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const
const projectId = 'pj-hetang'

test('a wrong payment found next day, last year’s mistake, an alert seen, what is owed to a small enterprise, and the month closed', async () => {
  test.setTimeout(180_000)
  const library = await makePlansLibrary()
  const year = new Date().getFullYear()
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  const contract = await runRequest(library, 'recordContract', {
    projectId,
    number: '测-001',
    name: '测试监理合同',
    counterparty: '测试监理有限公司',
    kind: 'supervision',
    signedOn: `${String(year - 2)}-05-01`,
    amountFen: 100_000_000,
    advancePct: 20,
    retentionPct: 3,
    isSme: true,
  })
  const pay = async (
    payment: Omit<RequestInput<'recordPayment'>, 'projectId' | 'purpose' | 'idempotencyKey'>,
  ) => {
    await runRequest(library, 'recordPayment', {
      projectId,
      purpose: '监理费',
      idempotencyKey: `rules-${JSON.stringify(payment)}`,
      ...payment,
    })
  }
  await pay({ paidOn: today, amountFen: 500_000, payee: '写错的公司', voucherNo: '记-7' })
  await pay({
    paidOn: `${String(year - 1)}-06-20`,
    amountFen: 80_000,
    payee: '测试设计公司',
    voucherNo: '记-31',
  })
  await runRequest(library, 'recordPaymentDue', {
    contractId: contract.id,
    basis: 'acceptance',
    happenedOn: `${String(year - 1)}-03-01`,
    amountFen: 123_400,
  })
  const app = await launchApp({ library, actor: finance })
  const { page } = app

  // The payee is wrong: cancelled in red and entered rightly, both seen before they are posted.
  await openScreen(page, '台账')
  await page
    .getByRole('row', { name: /写错的公司/ })
    .getByRole('button', { name: /冲销/ })
    .click()
  const dialog = page.getByRole('dialog', { name: '冲销与更正' })
  await dialog.getByText('内容记错').click()
  await dialog.getByLabel('收款单位').fill('测试监理有限公司')
  await dialog.getByLabel('原因').fill('收款单位写错')
  const preview = dialog.getByRole('table', { name: '将记入的分录' })
  await expect(preview).toContainText('-5,000.00')
  await expect(preview).toContainText('注销')
  await expect(preview).toContainText('订正')
  await takeScreenshots(app, 'correct-zh-CN')
  await dialog.getByRole('button', { name: '确认更正' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: /测试监理有限公司/ }).first()).toBeVisible()

  // Last year's amount was too high: the difference alone, in blue, naming the year.
  await page
    .getByRole('row', { name: /测试设计公司/ })
    .getByRole('button', { name: /冲销/ })
    .click()
  await dialog.getByText('只有金额记错').click()
  await dialog.getByLabel('正确金额').fill('700')
  await expect(preview).toContainText('-100.00')
  await expect(preview).toContainText(`更正${String(year - 1)}年6月20日记-31号凭证差额`)
  await dialog.getByLabel('原因').fill('上年多记 100 元')
  await dialog.getByRole('button', { name: '确认调整' }).click()
  await expect(dialog).toHaveCount(0)

  // 中小企业账款 and its alert.
  await goTo(page, '/money?tab=dues')
  await expect(page.getByRole('table', { name: '中小企业账款' })).toContainText('测试监理有限公司')
  await expect(page.getByRole('table', { name: '中小企业账款' })).toContainText(/逾期 \d+ 天/)
  await openScreen(page, '总览')
  const overdue = page.getByRole('listitem').filter({ hasText: '应付中小企业' })
  await expect(overdue).toContainText('已逾期')
  await overdue.getByRole('link', { name: /打开规则/ }).click()
  await expect(page.getByRole('dialog', { name: '中小企业付款期限' })).toContainText('60 日')
  await takeScreenshots(app, 'rule-zh-CN')
  await page.keyboard.press('Escape')
  await openScreen(page, '总览')
  await overdue.getByRole('button', { name: /标为已阅/ }).click()
  const seen = page.getByRole('dialog', { name: '标为已阅' })
  await seen.getByRole('button', { name: '已阅', exact: true }).click()
  await expect(seen.getByText('请填写原因')).toBeVisible()
  await seen.getByLabel('原因').fill('对方账户待确认')
  await seen.getByRole('button', { name: '已阅', exact: true }).click()
  await expect(overdue).toHaveCount(0)
  await page.getByRole('button', { name: '已阅（1）' }).click()
  await expect(page.getByText(/王芳 .*对方账户待确认/)).toBeVisible()
  await takeScreenshots(app, 'alerts-zh-CN')

  // 结账: the finance ledger's figure beside this one's.
  await goTo(page, '/money?tab=periods')
  await page.getByRole('button', { name: `结账 ${String(year - 1)}-06` }).click()
  const close = page.getByRole('dialog', { name: '结账' })
  await expect(close.getByRole('table', { name: '结账前检查' })).toContainText('800.00')
  await close.getByLabel('财务账本月支付').fill('750')
  await expect(close.getByText('差额 -50.00 元')).toBeVisible()
  await close.getByLabel('原因').fill('六月结账')
  await close.getByRole('button', { name: '结账' }).click()
  await expect(close.getByText(/请说明原因/)).toBeVisible()
  await close.getByLabel('差异说明').fill('财务账次月入账 50 元')
  await takeScreenshots(app, 'close-zh-CN')
  await close.getByRole('button', { name: '结账' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${String(year - 1)}-06`) })).toContainText(
    '差额 -50.00 元',
  )
  await app.close()

  const { items } = await runRequest(library, 'listPayments', { sort: 'recordedAt' })
  expect(items.map(({ amountFen, correction }) => [amountFen, correction])).toEqual([
    [500_000, null],
    [80_000, null],
    [-500_000, 'red'],
    [500_000, null],
    [-10_000, 'blue'],
  ])
  expect(await runRequest(library, 'verifyLibrary', {})).toMatchObject({ isSound: true })
})

test('settling shows what follows before it is done; an advance is recovered, retention gets its period', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const contract = await runRequest(library, 'recordContract', {
    projectId,
    number: '测-002',
    name: '测试施工合同',
    counterparty: '测试建设工程有限公司',
    kind: 'construction',
    signedOn: '2023-05-01',
    amountFen: 100_000_000,
    advancePct: 20,
    retentionPct: 3,
  })
  await runRequest(library, 'recordPayment', {
    projectId,
    contractId: contract.id,
    kind: 'advance',
    paidOn: '2023-06-01',
    amountFen: 20_000_000,
    payee: '测试建设工程有限公司',
    purpose: '预付款',
    idempotencyKey: 'rules-advance',
  })
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await goTo(page, '/money?tab=holdings')
  await page.getByRole('button', { name: '登记扣回 测-002' }).click()
  const recovery = page.getByRole('dialog', { name: /登记扣回/ })
  await recovery.getByLabel('金额').fill('30万')
  await recovery.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(recovery.getByText(/还可扣回 200,000.00 元/)).toBeVisible()
  await recovery.getByLabel('金额').fill('5万')
  await recovery.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByRole('table', { name: '预付款' })).toContainText('15.00')
  await page.getByRole('button', { name: '责任期与保函 测-002' }).click()
  const period = page.getByRole('dialog', { name: /责任期与保函/ })
  await period.getByLabel('缺陷责任期起').fill('2024-1-1')
  await period.getByLabel('缺陷责任期止').fill('2025-12-31')
  await period.getByLabel('原因').fill('竣工验收')
  await period.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByRole('table', { name: '质保金' })).toContainText('2025-12-31')
  await takeScreenshots(app, 'holdings-filled-zh-CN')

  await goTo(page, `/money?tab=contracts&contractId=${contract.id}`)
  await page.getByRole('button', { name: '结算', exact: true }).click()
  const settle = page.getByRole('dialog', { name: '合同结算' })
  await settle.getByLabel('送审价').fill('98万')
  await settle.getByLabel('审定结算价').fill('90万')
  await expect(settle.getByText('80,000.00 元', { exact: true })).toBeVisible()
  await expect(settle.getByRole('region', { name: '结算后' })).toContainText('27,000.00')
  await settle.getByLabel('原因').fill('财评审定')
  await takeScreenshots(app, 'settle-zh-CN')
  await settle.getByRole('button', { name: /^结\s?算$/ }).click()
  await expect(settle).toHaveCount(0)
  await app.close()
  expect(await runRequest(library, 'getContract', { contractId: contract.id })).toMatchObject({
    state: 'settled',
    settlementFen: 90_000_000,
    submittedFen: 98_000_000,
  })
})

async function goTo(page: Page, route: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
}
