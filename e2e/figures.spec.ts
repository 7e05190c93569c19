import { expect, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'

const projectId = 'pj-hetang'
const year = 2026

/** One of everything that 资金 shows a figure of. */
async function makeLibrary(): Promise<string> {
  const library = await makePlansLibrary()
  const made = async (name: string, input: object) => {
    const answer = await runRequest(library, name, input)
    return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : ''
  }
  const bond = await made('createFund', { kind: 'bond', name: '测试专项债券' })
  const own = await made('createFund', { kind: 'district', name: '测试区级资金' })
  for (const fundId of [bond, own])
    for (const kind of ['allotment', 'receipt'])
      await made('recordFundReceipt', {
        ...{ fundId, projectId, kind, amountFen: 90_000_000, enteredOn: '2026-01-10' },
      })
  await made('createBudgetVersion', { projectId, kind: 'preliminary' })
  const contractId = await made('recordContract', {
    projectId,
    number: '测-001',
    name: '测试施工合同',
    counterparty: '测试建设工程有限公司',
    kind: 'construction',
    signedOn: '2025-05-01',
    amountFen: 100_000_000,
    advancePct: 10,
    retentionPct: 3,
    isSme: true,
  })
  await made('recordContractChange', { contractId, number: '变-1', title: '测试变更', amountFen: 1_000_000 })
  await made('recordProgressValue', { contractId, month: '2026-02', amountFen: 40_000_000 })
  await made('recordPayment', {
    ...{ projectId, contractId, kind: 'advance', paidOn: '2026-01-20', amountFen: 10_000_000 },
    ...{ payee: '测试建设工程有限公司', purpose: '测试预付款', voucherNo: '记-120' },
    ...{ overrideReason: '测试', idempotencyKey: 'figures-1' },
  })
  await made('recordPaymentDue', {
    ...{ contractId, basis: 'acceptance', happenedOn: '2026-01-05', amountFen: 12_000_000 },
  })
  await made('setAnnualPlan', {
    projectId,
    year,
    lines: [
      { fundId: bond, amountFen: 30_000_000 },
      { fundId: own, amountFen: 20_000_000 },
    ],
  })
  return library
}

const screens = [
  ['四本账', '/money'],
  ['四本账 of a project', '/money?projectId=pj-hetang'],
  ['合同', '/money?tab=contracts'],
  ['计量', '/money?tab=work&projectId=pj-hetang&year=2026'],
  ['资金来源', '/money?tab=funds'],
  ['年度计划', '/money?tab=annual&year=2026'],
  ['预付款与质保金', '/money?tab=holdings'],
  ['中小企业账款', '/money?tab=dues'],
  ['总览', '/'],
  ['月报', '/reports?report=monthlyReport&period=2026-02'],
  ['合同台账', '/reports?report=contractLedger'],
] as const

test('no sum of 资金, 总览 and the reports is a dead end: each opens what adds up to it', async () => {
  test.setTimeout(120_000)
  const app = await launchApp({ library: await makeLibrary(), actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  for (const [name, route] of screens) {
    await goTo(page, route)
    await expect(
      page
        .locator('td.is-figure')
        .filter({ hasText: /\d\.\d\d/ })
        .first(),
    ).toBeVisible()
    await expect(page.getByText('正在读取')).toHaveCount(0)
    expect.soft(await deadFigures(page), name).toEqual([])
  }

  // A sum over sources opens what each adds to it, and that its entries.
  await goTo(page, '/money')
  const funds = page.getByRole('table', { name: '资金', exact: true })
  await funds.getByRole('row', { name: /^合计/ }).getByRole('button').last().click()
  await page
    .getByRole('tooltip')
    .getByRole('link', { name: /900,000\.00/ })
    .click()
  await expect(page.getByRole('tab', { name: '资金来源', selected: true })).toBeVisible()

  // One month of 计量, and the sum of the contracts.
  await goTo(page, '/money?tab=work&projectId=pj-hetang&year=2026')
  const grid = page.getByRole('table', { name: '计量' })
  await grid
    .getByRole('row', { name: /^合计/ })
    .getByRole('button', { name: /^40\.00/ })
    .nth(1)
    .click()
  await expect(page.getByRole('dialog', { name: /完成投资.*2026-02/ })).toContainText('400,000.00')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await grid
    .getByRole('row', { name: /测-001/ })
    .getByRole('button', { name: /2026-02 ·/ })
    .click()
  await expect(page.getByRole('dialog', { name: /完成投资.*2026-02/ })).toContainText('400,000.00')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

  // A figure of the printed month opens the ledger of that month.
  await goTo(page, '/reports?report=monthlyReport&period=2026-01')
  await page
    .getByRole('table', { name: '投资完成情况月报' })
    .getByRole('row', { name: /荷塘/ })
    .getByRole('link', { name: /^10\.00/ })
    .first()
    .click()
  await expect(page.getByText('记-120')).toBeVisible()
  await app.close()
})

function goTo(page: Page, route: string) {
  return page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

/** Amounts in tables that open nothing; nought has nothing to open, an entry of a list is itself the origin. */
function deadFigures(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = new Set(['下达与到位'])
    return [...document.querySelectorAll('td.is-figure')].flatMap((cell) => {
      const table = cell.closest('table')?.getAttribute('aria-label') ?? ''
      const text = cell.textContent.trim()
      const isAmount = /^-?[\d,]+\.\d\d$/.test(text) && !/^-?0\.00$/.test(text)
      const opens = cell.querySelector('.figure-origin, input') !== null
      const isPct = cell.querySelector('.figure') === null && !table.includes('报') && !table.includes('台账')
      return isAmount && !opens && !isPct && !entries.has(table) ? [`${table}: ${text}`] : []
    })
  })
}
