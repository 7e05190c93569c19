import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, setSize, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const
const projectId = 'pj-hetang'

/** Two sources, a budget and a contract; three payments of which each lacks something that another has. */
async function makeLibrary(): Promise<string> {
  const library = await makePlansLibrary()
  const made = async (name: string, input: object) => {
    const answer = await runRequest(library, name, input)
    return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : ''
  }
  const bond = await made('createFund', { kind: 'bond', name: '测试专项债券' })
  const own = await made('createFund', { kind: 'district', name: '测试区级资金' })
  for (const fundId of [bond, own])
    await made('recordFundReceipt', { fundId, projectId, amountFen: 90_000_000, enteredOn: '2026-01-10' })
  const versionId = await made('createBudgetVersion', { projectId, kind: 'preliminary', start: 'template' })
  const lines = (await runRequest(library, 'listBudgetLines', { versionId })) as {
    items: { id: string; code: string }[]
  }
  const budgetLineId = lines.items.find(({ code }) => code === '1.1')?.id ?? ''
  const contractId = await made('recordContract', {
    ...{ projectId, number: '测-001', name: '测试施工合同', counterparty: '测试建设工程有限公司' },
    ...{ kind: 'construction', signedOn: '2025-05-01', amountFen: 100_000_000, overrideReason: '测试' },
  })
  const pay = (place: number, input: object) =>
    made('recordPayment', {
      ...{ projectId, paidOn: `2026-02-0${String(place)}`, amountFen: 1_000_000 * place },
      ...{ payee: `测试单位${String(place)}`, purpose: '测试款', overrideReason: '测试' },
      ...{ idempotencyKey: `columns-${String(place)}`, ...input },
    })
  const split = [
    { fundId: bond, amountFen: 600_000 },
    { fundId: own, amountFen: 400_000 },
  ]
  await pay(1, { kind: 'progress', contractId, budgetLineId, invoiceNo: '发-77', fundSplit: split })
  await pay(2, { kind: 'other', fundSplit: [{ fundId: own, amountFen: 2_000_000 }] })
  await pay(3, { fundSplit: [] })
  return library
}

test('the ledger shows the columns and lets through the entries that a person chooses, writes them out so, and knows the columns again', async () => {
  const library = await makeLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  const heads = () => page.getByRole('table', { name: '支付台账' }).getByRole('columnheader').allInnerTexts()
  const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[↕↑↓\s]/g, ''))
  await setSize(app, 1920, 1000)
  await expect(page.getByRole('columnheader', { name: '资金来源' })).toBeVisible()
  await setSize(app, 1280, 720)
  await expect(page.getByRole('columnheader', { name: '资金来源' })).toBeHidden()
  await page.getByRole('button', { name: '列', exact: true }).click()
  const columns = page.getByRole('group', { name: '列', exact: true })
  for (const name of ['款项性质', '合同', '科目', '资金来源', '发票号'])
    await columns.getByRole('checkbox', { name, exact: true }).check()
  for (const name of ['项目', '备注', '录入人 / 时间'])
    await columns.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.keyboard.press('Escape')
  const chosen = [
    ...['支付日期', '收款单位', '款项性质', '合同', '科目', '用途'],
    ...['金额（元）', '资金来源', '凭证号', '发票号', '操作'],
  ]
  expect(plain(await heads())).toEqual(chosen)
  for (const head of await page.getByRole('table', { name: '支付台账' }).getByRole('columnheader').all())
    expect((await head.boundingBox())?.width, await head.innerText()).toBeGreaterThan(50)
  const row = page.getByRole('row', { name: /测试单位1/ })
  await expect(row).toContainText('进度款')
  await expect(row).toContainText('测-001')
  await expect(row).toContainText('建筑工程')
  await expect(row).toContainText('测试专项债券 6,000.00；测试区级资金 4,000.00')
  await expect(row).toContainText('发-77')
  await expect(page.getByRole('row', { name: /测试单位2/ })).toContainText('测试区级资金')

  await page.getByRole('button', { name: '更多条件' }).click()
  const more = page.getByRole('group', { name: '更多条件' })
  await expect(more.getByText('先选项目')).toBeVisible()
  await choose(page, '资金来源', '测试区级资金')
  await expect(page.getByLabel('筛选合计')).toContainText('2 笔')
  await choose(page, '款项性质', '其他')
  await expect(page.getByLabel('筛选合计')).toContainText('1 笔')
  await expect(page.getByRole('button', { name: '更多条件（2）' })).toBeVisible()
  await choose(page, '合同', '测-001 测试施工合同')
  await expect(page.getByText('没有符合筛选条件的支付')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '取消筛选 款项性质：其他' }).click()
  await expect(page.getByLabel('筛选合计')).toContainText('1 笔')

  const file = join(await temporaryFolder(), '台账.csv')
  await answerDialogs(app, file)
  await page.getByRole('button', { name: '导出 台账', exact: true }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(page.getByText(/已导出 1 行/)).toBeVisible()
  const written = await readFile(file, 'utf8')
  expect(written).toContain(
    '支付日期,收款单位,款项,合同编号,科目,用途,状态,金额（元）,其中该来源（元）,资金来源,凭证号,发票号',
  )
  expect(written).not.toContain('录入人')
  expect(written).toContain('测试单位1')

  await page.getByRole('combobox', { name: '项目' }).first().click()
  await page.keyboard.type('荷塘')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^取消筛选 合同/ }).click()
  await page.getByRole('button', { name: /^取消筛选 资金来源/ }).click()
  await page.getByRole('button', { name: '更多条件' }).click()
  await choose(page, '科目', '未分科目')
  await expect(page.getByLabel('筛选合计')).toContainText('2 笔')
  await app.close()

  const again = await launchApp({ library, actor: finance, userDataDir: app.userDataDir })
  await openScreen(again.page, '台账')
  await expect(again.page.getByRole('row', { name: /测试单位1/ })).toContainText('发-77')
  const table = again.page.getByRole('table', { name: '支付台账' })
  expect(plain(await table.getByRole('columnheader').allInnerTexts())).toEqual(chosen)
  await again.close()
})

/** Of the choices behind 更多条件. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('group', { name: '更多条件' }).getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}
