import { expect, type Page, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, runRequest, takeScreenshots } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const contract = {
  projectId: 'pj-hetang',
  name: '测试施工合同',
  counterparty: '测试建设工程有限公司',
  kind: 'construction',
  amountFen: 100_000_000,
  retentionPct: 2.5,
  overrideReason: '测试',
} as const

test('a rule edited in 设置 from a later day: an older contract keeps the old number, a new one is told, seen and told again', async () => {
  const library = await makePlansLibrary()
  await runRequest(library, 'recordContract', { ...contract, number: '测-001', signedOn: '2025-12-31' })
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '设置')
  await page.getByRole('textbox', { name: '搜索规则' }).fill('质量保证金不超过')
  const rules = page.getByRole('table', { name: '规则' })
  await rules.getByRole('row', { name: /质保金比例/ }).press('Enter')
  const drawer = page.getByRole('dialog', { name: '质保金比例' })
  await drawer.getByRole('button', { name: '修改' }).click()
  const form = page.getByRole('dialog', { name: '修改' })
  await form.getByLabel('依据').fill('测建〔2026〕3号')
  await form.getByLabel('生效日期').fill('2026-1-1')
  await form.getByLabel('上限（%）').fill('2')
  await form.getByLabel('核对状态').press('ArrowDown')
  await page.locator('.ant-select-item-option', { hasText: '待核对原文' }).click()
  await form.getByLabel('原因').fill('新办法施行')
  await takeScreenshots(app, 'ruleEdit-zh-CN')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(page.getByText('2026-01-01 起签订的合同适用；原条保留')).toBeVisible()
  await expect(drawer).toContainText('测建〔2026〕3号')
  await expect(drawer).toContainText('2026-01-01')
  await takeScreenshots(app, 'ruleLater-zh-CN')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: '搜索规则' }).fill('质量保证金不超过')
  await expect(rules.getByRole('row', { name: /质保金比例.*上限（%） 3/ })).toHaveCount(1)
  await expect(rules.getByRole('row', { name: /质保金比例.*2026-01-01.*上限（%） 2/ })).toHaveCount(1)

  await request(page, 'recordContract', { ...contract, number: '测-002', signedOn: '2026-01-01' })
  await openScreen(page, '总览')
  const alert = page.getByRole('listitem').filter({ hasText: '测建〔2026〕3号' })
  await expect(alert).toHaveCount(1)
  await expect(alert).toContainText('测-002')
  await expect(alert).toContainText('质保金比例 2.5%，超过上限 2%')
  await expect(
    page.getByRole('listitem').filter({ hasText: '测-001' }).filter({ hasText: '质保金' }),
  ).toHaveCount(0)

  // Seen, and told again.
  await alert.getByRole('button', { name: /标为已阅/ }).click()
  const seen = page.getByRole('dialog', { name: '标为已阅' })
  await seen.getByLabel('原因').fill('合同已签，补充协议调整')
  await seen.getByRole('button', { name: '已阅', exact: true }).click()
  await expect(alert).toHaveCount(0)
  await page.getByRole('button', { name: '已阅（1）' }).click()
  await alert.getByRole('button', { name: /恢复/ }).click()
  const again = page.getByRole('dialog')
  await again.getByLabel('原因').fill('补充协议未签')
  await again
    .getByRole('button', { name: /恢\s?复/ })
    .last()
    .click()
  await expect(page.getByRole('button', { name: /^已阅（/ })).toHaveCount(0)
  // Its sentence leads to the contract.
  await alert.getByRole('link').first().click()
  await expect(page.getByRole('dialog', { name: /测-002/ })).toBeVisible()
  await app.close()
})

async function request(page: Page, name: string, input: object): Promise<void> {
  const answer = await page.evaluate(([asked, given]) => window.api.request(asked, given), [
    name,
    input,
  ] as const)
  expect(readAnswer(answer)).toMatchObject({ ok: true })
}
