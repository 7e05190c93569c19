import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest, takeScreenshots, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const projectId = 'pj-hetang'

test('a payment with contract, two sources, an invoice and a file is corrected by keyboard alone, and each row opens the other', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  const wrongId = await wrongPayment(library, today)
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '台账')

  // All that was recorded stands in the entry itself.
  const wrongRow = page.getByRole('row', { name: /写错的公司/ })
  await wrongRow.press('Enter')
  const drawer = page.getByRole('dialog', { name: '支付明细' })
  for (const fact of ['进度款', '测-001', '发票-77', '区级财政', '6,000.00', '专项债券', '4,000.00'])
    await expect(drawer).toContainText(fact)
  await takeScreenshots(app, 'paymentDrawer-zh-CN')
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)

  // Left in the middle nothing has happened.
  const dialog = page.getByRole('dialog', { name: '冲销与更正' })
  const ask = () => wrongRow.getByRole('button', { name: /^冲销 / }).press('Enter')
  await ask()
  await expect(dialog.getByRole('radio', { name: '整笔作废' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await tabTo(dialog.getByLabel('收款单位'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('不要的公司')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(wrongRow).toContainText('写错的公司')
  await expect(page.getByRole('row', { name: /不要的公司/ })).toHaveCount(0)

  await ask()
  await expect(dialog.getByRole('radio', { name: '整笔作废' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('radio', { name: '内容记错' })).toBeChecked()
  await expect(dialog.getByLabel('发票号')).toHaveValue('发票-77')
  await expect(dialog.getByRole('checkbox', { name: /1 个附件/ })).toBeChecked()
  await tabTo(dialog.getByLabel('收款单位'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('测试监理有限公司')
  await tabTo(dialog.getByLabel('正确金额'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('5000')
  await tabTo(dialog.getByLabel('原因'))
  await page.keyboard.type('收款单位和金额写错')
  await takeScreenshots(app, 'correctSplit-zh-CN')
  await tabTo(dialog.getByRole('button', { name: '确认更正' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  // The wrong row and the right one each open the other.
  await page
    .getByRole('row', { name: /写错的公司.*10,000.00/ })
    .getByRole('button', { name: '已更正' })
    .press('Enter')
  await expect(drawer).toContainText('测试监理有限公司')
  await expect(drawer).toContainText('3,000.00')
  await expect(drawer).toContainText('2,000.00')
  await expect(drawer).toContainText('发票.pdf')
  await page.keyboard.press('Escape')
  await page
    .getByRole('row', { name: /测试监理有限公司/ })
    .getByRole('button', { name: '更正', exact: true })
    .press('Enter')
  await expect(drawer).toContainText('写错的公司')
  await expect(drawer.getByText('已更正', { exact: true })).toBeVisible()
  await app.close()

  expect(await runRequest(library, 'listMissingDocuments', { projectId })).toMatchObject({
    items: expect.not.arrayContaining([expect.objectContaining({ document: '发票' })]),
  })
  expect(await runRequest(library, 'relatedPayments', { paymentId: wrongId })).toMatchObject({ total: 2 })
  expect(await runRequest(library, 'verifyLibrary', {})).toMatchObject({ isSound: true })
})

test('last year’s mistake in a closed month goes to the open one in blue, and opening a month again tells those closed after it', async () => {
  const library = await makePlansLibrary()
  const year = String(new Date().getFullYear() - 1)
  const payment = { projectId, payee: '去年的公司', purpose: '设计费', amountFen: 80_000 }
  for (const month of ['11', '12']) {
    await runRequest(library, 'recordPayment', {
      ...payment,
      paidOn: `${year}-${month}-20`,
      voucherNo: `记-${month}`,
      idempotencyKey: `closed-story-${month}`,
    })
    await runRequest(library, 'closeMonth', { month: `${year}-${month}`, reason: '已核对' })
  }
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '台账')
  const wrong = page.getByRole('row', { name: new RegExp(`${year}-11-20`) })
  await wrong.getByRole('button', { name: /^冲销 / }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '冲销与更正' })
  await expect(dialog).toContainText('原支付所在月份已结账，更正分录记入未结账月份')
  await expect(dialog).toContainText(`更正${year}年11月20日记-11号凭证`)
  await dialog.getByLabel('原因').fill('重复入账')
  await dialog.getByLabel('更正日期').fill(`${year}-12-25`)
  await expect(dialog.getByRole('alert')).toContainText('该日期所在月份已结账')
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(dialog.getByText(`${year}-12 已结账`)).toBeVisible()
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  await dialog.getByLabel('更正日期').fill(today)
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(dialog).toHaveCount(0)
  await page
    .getByRole('row', { name: new RegExp(today) })
    .getByRole('button', { name: '蓝字更正' })
    .press('Enter')
  await expect(page.getByRole('dialog', { name: '支付明细' })).toContainText(`${year}-11-20`)
  await page.keyboard.press('Escape')

  await openScreen(page, '资金')
  await page.getByRole('tab', { name: '结账' }).click()
  await page.getByRole('button', { name: `反结账 ${year}-11` }).click()
  const reopen = page.getByRole('dialog', { name: '反结账' })
  await expect(reopen.getByRole('status')).toContainText(`其后已结账：${year}-12`)
  await takeScreenshots(app, 'reopen-zh-CN')
  await reopen.getByRole('button', { name: '反结账' }).click()
  await expect(reopen.getByText('请填写原因')).toBeVisible()
  await reopen.getByLabel('原因').fill('补记一笔')
  await reopen.getByRole('button', { name: '反结账' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${year}-11`) })).toContainText('未结账')
  await app.close()
})

/** Presses Tab until the control has the focus. */
async function tabTo(control: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await control.page().keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

async function wrongPayment(library: string, paidOn: string): Promise<string> {
  const contract = await runRequest(library, 'recordContract', {
    projectId,
    number: '测-001',
    name: '测试监理合同',
    counterparty: '测试监理有限公司',
    kind: 'supervision',
    signedOn: '2023-05-01',
    amountFen: 100_000_000,
  })
  const month = `${paidOn.slice(0, 4)}-01`
  await runRequest(library, 'recordProgressValue', { contractId: contract.id, month, amountFen: 90_000_000 })
  const split = []
  for (const [name, kind, amountFen] of [
    ['区级财政', 'district', 600_000],
    ['专项债券', 'bond', 400_000],
  ] as const) {
    const fund = await runRequest(library, 'createFund', { kind, name })
    const receipt = { fundId: fund.id, projectId, amountFen: 10_000_000, enteredOn: '2024-01-01' }
    await runRequest(library, 'recordFundReceipt', receipt)
    split.push({ fundId: fund.id, amountFen })
  }
  const payment = await runRequest(library, 'recordPayment', {
    projectId,
    contractId: contract.id,
    kind: 'progress',
    paidOn,
    amountFen: 1_000_000,
    payee: '写错的公司',
    purpose: '监理费',
    voucherNo: '记-7',
    invoiceNo: '发票-77',
    fundSplit: split,
    idempotencyKey: 'correction-story',
  })
  const file = join(await temporaryFolder(), '发票.pdf')
  await writeFile(file, '%PDF-1.4 发票')
  const { sha256, name } = await runRequest(library, 'stageFile', { file })
  const subject = { subject: 'payment', subjectId: payment.id } as const
  await runRequest(library, 'attachFile', { ...subject, sha256, name, document: '发票' })
  return payment.id
}
