import { expect, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { fillEntry, openScreen, saveEntry } from './ledgerPage.ts'

test('a broken rule asks for its reason while the payment is typed, and asks no more once the payment is mended', async () => {
  const library = await makePlansLibrary()
  const version = await runRequest(library, 'createBudgetVersion', {
    projectId: 'pj-hetang',
    kind: 'preliminary',
    start: 'template',
  })
  const { items } = await runRequest(library, 'listBudgetLines', { versionId: version.id })
  for (const [code, amountFen] of [
    ['1.1', 500_000],
    ['3.1', 100_000],
  ] as const)
    await runRequest(library, 'setBudgetLine', {
      versionId: version.id,
      lineId: items.find((line) => line.code === code)?.id,
      amountFen,
    })
  await runRequest(library, 'approveBudgetVersion', {
    versionId: version.id,
    approvalNo: '测〔1〕',
    approvalBody: '测试局',
    approvedOn: '2023-02-01',
  })
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  await fillEntry(page, {
    project: '荷塘',
    paidOn: '2024-03-20',
    amount: '6001',
    payee: '测试公司',
    purpose: '测试',
  })
  const form = page.getByRole('region', { name: '记一笔支付' })
  const reason = form.getByRole('textbox', { name: /^说明理由|理由/ })
  await expect(form.getByText(/超过.*概算/).first()).toBeVisible()
  await reason.fill('概算正在调整')

  // The amount is mended: the reason is asked no more, and not sent.
  await form.getByRole('textbox', { name: /^金额/ }).fill('1000')
  await expect(reason).toHaveCount(0)

  // 预备费 has no spend of its own: told at once, not only on saving.
  const side = form.getByRole('button', { name: '合同与资金' })
  if ((await side.getAttribute('aria-expanded')) === 'false') await side.click()
  const line = form.getByRole('combobox', { name: /^科目/ })
  await line.fill('基本预备费')
  await page.keyboard.press('Enter')
  await expect(form.getByText(/预备费/).filter({ hasText: '变更' })).toBeVisible()
  await expect(reason).toHaveValue('概算正在调整')
  await line.fill('建筑工程')
  await page.keyboard.press('Enter')
  await expect(reason).toHaveCount(0)
  await saveEntry(page)
  await expect(form.getByRole('status')).toContainText('本次已记 1 笔')
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({
    total: 1,
    items: [{ amountFen: 100_000, reason: null, lineName: '建筑工程' }],
  })
})
