import { expect, type Page, test } from 'playwright/test'
import type { RequestName } from '../db/requests/requests.ts'
import { readAnswer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, takeScreenshots } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const
const projectId = 'pj-hetang'

test('two versions compared: the older first, what was added and dropped in its place, and nothing else on the screen', async () => {
  test.setTimeout(90_000)
  const app = await launchApp({ library: await makePlansLibrary(), actor: finance })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const run = (name: RequestName, input: object) => runInWindow(page, name, input)
  const lineOf = async (versionId: string, code: string) =>
    (await run('listBudgetLines', { versionId })).items.find((line) => line.code === code)?.id ?? ''
  const first = await run('createBudgetVersion', { projectId, kind: 'preliminary' })
  const amounts = [
    { lineId: await lineOf(first.id, '1.1'), amountFen: 700_000_000 },
    { lineId: await lineOf(first.id, '1.2'), amountFen: 40_000_000 },
  ]
  await run('setBudgetAmounts', { versionId: first.id, amounts })
  await run('approveBudgetVersion', {
    ...{ versionId: first.id, approvalNo: '测发改〔2023〕1号', approvalBody: '测试发展和改革局' },
    approvedOn: '2023-01-10',
  })
  const second = await run('createBudgetVersion', { projectId, kind: 'adjusted' })
  const versionId = second.id
  const parentId = await lineOf(versionId, '1')
  await run('removeBudgetLine', { versionId, lineId: await lineOf(versionId, '1.2') })
  await run('setBudgetLine', { versionId, parentId, code: '1.4', name: '智能化工程', amountFen: 90_000_000 })
  await openScreen(page, '资金')
  await page.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: '概算版本' }).click()
  await expect(page.getByRole('heading', { name: '初设概算明细' })).toBeVisible()

  await page.getByRole('button', { name: /^与 .*调整概算.* 对比$/ }).click()
  const compared = page.getByRole('table', { name: '版本对比' })
  await expect(compared.getByRole('columnheader').nth(1)).toContainText('初设概算')
  await expect(compared.getByRole('columnheader').nth(2)).toContainText('调整概算')
  await expect(compared.getByRole('row', { name: /^合计/ })).toContainText('50.00')
  await expect(compared.getByRole('row', { name: /安装工程/ })).toContainText('取消')
  await expect(compared.getByRole('row', { name: /智能化工程/ })).toContainText('新增')
  await expect(page.getByRole('heading', { name: '初设概算明细' })).toHaveCount(0)
  await compared.scrollIntoViewIfNeeded()
  await takeScreenshots(app, 'compare-zh-CN')
  await page.getByRole('switch', { name: '只看有变化的科目' }).click()
  await expect(compared.getByRole('row', { name: /设计费/ })).toHaveCount(0)
  await expect(compared.getByRole('row', { name: /安装工程/ })).toBeVisible()
  await page.getByRole('button', { name: '结束对比' }).click()
  await expect(compared).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '初设概算明细' })).toBeVisible()

  // Of a closed project nothing is offered that would be refused, and the screen says why.
  const draft = `/money?tab=budgets&projectId=${projectId}&versionId=${versionId}`
  const offered = page.getByRole('button', {
    name: /^(增加科目|新建版本|批准版本|删除草稿|修改批文与说明|导入)/,
  })
  await goTo(page, draft)
  await expect(page.getByRole('heading', { name: '调整概算明细' })).toBeVisible()
  await expect(offered.first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: /建筑工程/ })).toBeVisible()
  await run('setProjectState', { projectId, state: 'closed', reason: '测试' })
  await page.reload()
  await expect(page.getByText('项目已关闭', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { name: '调整概算明细' })).toBeVisible()
  await expect(page.getByText('草稿，项目未恢复前不能改动')).toBeVisible()
  await expect(offered).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: /建筑工程/ })).toHaveCount(0)
  await app.close()
})

test('a fault beside a field goes when the field is put right, and stays where it is not', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor: finance })
  const { page } = app
  await openScreen(page, '资金')
  await page.getByRole('tab', { name: '合同' }).click()
  await page.getByRole('button', { name: '新增合同' }).click()
  const form = page.getByRole('dialog', { name: '新增合同' })
  await form.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')
  await form.getByLabel('编号').fill('测-001')
  await form.getByLabel('合同名称').fill('测试施工合同')
  await form.getByLabel('签订日期').fill('2024-13-1')
  await form.getByLabel('合同价').fill('七百万')
  await form.getByLabel('付款期限').fill('-3')
  await page.keyboard.press('Enter')
  const faults = {
    day: form.getByText('日期须为真实的日历日', { exact: false }),
    amount: form.getByText('金额须为数字', { exact: false }),
    days: form.getByText('付款期限须为 0 到 3650 的整数（天）'),
    counterparty: form.getByText('此项必填'),
  }
  for (const fault of Object.values(faults)) await expect(fault).toBeVisible()
  await form.getByLabel('合同价').fill('700万')
  await expect(faults.amount).toHaveCount(0)
  await expect(faults.day).toBeVisible()
  await form.getByLabel('签订日期').fill('2024-2-1')
  await form.getByLabel('付款期限').fill('30')
  await form.getByLabel('对方单位').fill('测试建设工程有限公司')
  for (const fault of Object.values(faults)) await expect(fault).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /测-001/ })).toBeVisible()
  await app.close()
})

function goTo(page: Page, route: string): Promise<void> {
  return page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

let asked = 0

/** What the story stands on, sent from its own window. */
async function runInWindow(page: Page, name: RequestName, input: object) {
  asked += 1
  const key = name.startsWith('list') ? {} : { idempotencyKey: `versions-story-${String(asked)}` }
  const read = readAnswer(
    await page.evaluate(([request, content]) => window.api.request(request, content), [
      name,
      { ...input, ...key },
    ] as const),
  )
  expect(read).toMatchObject({ ok: true })
  return (read as { value: { id: string; items: readonly { id: string; code: string }[] } }).value
}
