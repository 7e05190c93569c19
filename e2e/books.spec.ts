import { expect, type Page, test } from 'playwright/test'
import { z } from 'zod'
import { readAnswer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary } from './app.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('a column is pasted, work is typed in the month grid, and each figure opens what adds up to it', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const versionId = await draftedBudget(page)

  // A column copied from a workbook goes down the leaves; a block that cannot be read changes nothing.
  await goTo(page, `/money?tab=budgets&projectId=pj-hetang&versionId=${versionId}`)
  const first = page.getByRole('textbox', { name: '建筑工程 的金额' })
  await paste(first, '800\n二百\n50')
  await expect(page.getByRole('alert')).toContainText('第 2 行“二百”')
  await expect(first).toHaveValue('')
  await paste(first, '800\n200\n50')
  await expect(page.getByRole('textbox', { name: '设备购置 的金额' })).toHaveValue('50.00')
  await expect(first).toHaveValue('800.00')
  const { lines } = await approved(page, versionId)
  const contract = await ask(page, 'recordContract', {
    ...{ projectId: 'pj-hetang', number: '测-001', name: '测试施工合同', counterparty: '测试公司' },
    ...{ kind: 'construction', signedOn: '2024-02-01', amountFen: 900_000_000 },
    lines: [{ budgetLineId: lines['1.1'], amountFen: 900_000_000 }],
    overrideReason: '测试',
  })

  // 计量: typed, corrected by the difference with a reason, refused before the contract was signed.
  await goTo(page, '/money?tab=work&projectId=pj-hetang&year=2024')
  const march = page.getByRole('textbox', { name: '测-001 建筑工程 2024-03' })
  await march.fill('120')
  await march.press('ArrowRight')
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  const grid = page.getByRole('table', { name: '计量' })
  await expect(grid.getByRole('row', { name: /测-001/ })).toContainText('200.00')
  await expect(page.getByRole('textbox', { name: '测-001 建筑工程 2024-01' })).toHaveCount(0)
  await march.fill('100')
  await march.press('Enter')
  const why = page.getByRole('dialog', { name: '说明理由' })
  await expect(why).toContainText('-200,000.00')
  await why.getByLabel('原因').fill('三月多计一项')
  await why.getByRole('button', { name: '说明理由并保存' }).click()
  await expect(grid.getByRole('row', { name: /测-001/ })).toContainText('180.00')
  await page
    .getByRole('button', { name: /打开计量记录/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: '计量记录' })).toContainText('三月多计一项')
  await page.keyboard.press('Escape')

  // 四本账: over its 概算 by 100, with the rule; the balance shows how it is reckoned.
  await goTo(page, '/money?projectId=pj-hetang')
  const row = page.getByRole('table', { name: '四本账' }).getByRole('row', { name: /建筑工程/ })
  await row.getByRole('button', { name: '超概算：查看规则' }).click()
  await expect(page.getByText('政府投资条例', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: /-100\.00，看怎么算的/ }).click()
  await expect(page.getByRole('tooltip').filter({ hasText: '余额' })).toContainText('8,000,000.00')
  await row
    .getByRole('link', { name: /打开合同构成/ })
    .first()
    .click()
  const made = page.getByRole('dialog', { name: '合同构成 · 建筑工程' })
  await expect(made).toContainText('9,000,000.00')
  await made.getByRole('row', { name: /测-001/ }).click()
  await expect(page.getByRole('dialog', { name: /测-001/ })).toBeVisible()
  expect(contract).toMatchObject({ number: '测-001' })
  await app.close()
})

/** A draft of the template, and its id. */
async function draftedBudget(page: Page) {
  const version = await ask(page, 'createBudgetVersion', {
    projectId: 'pj-hetang',
    kind: 'preliminary',
    start: 'template',
  })
  return version.id
}

async function approved(page: Page, versionId: string) {
  await ask(page, 'approveBudgetVersion', {
    ...{ versionId, approvalNo: '测〔1〕', approvalBody: '测试局', approvedOn: '2024-01-10' },
  })
  const { items } = await ask(page, 'listBudgetLines', { versionId })
  return { lines: Object.fromEntries(items.map((line) => [line.code, line.id])) }
}

/** Of the answers, what the story reads. */
const asked = z.object({
  value: z.object({
    id: z.string().default(''),
    number: z.string().nullish(),
    items: z.array(z.object({ id: z.string(), code: z.string() })).default([]),
  }),
})

type Asked = 'createBudgetVersion' | 'approveBudgetVersion' | 'listBudgetLines' | 'recordContract'

/** What the story needs besides, without its screens. */
async function ask(page: Page, name: Asked, input: object) {
  const isQuery = name === 'listBudgetLines'
  const content = isQuery ? input : { ...input, idempotencyKey: `books-story-${name}` }
  const json = await page.evaluate(([request, sent]) => window.api.request(request, sent), [
    name,
    content,
  ] as const)
  const answer = readAnswer(json)
  expect(answer).toMatchObject({ ok: true })
  return asked.parse(answer).value
}

async function goTo(page: Page, route: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

async function paste(field: ReturnType<Page['locator']>, text: string) {
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
