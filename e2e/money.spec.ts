import { expect, type Page, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { fillEntry, openScreen, saveEntry } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('budget, contract, measured work, payment: the four books are right, and a closed month takes no more', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '资金')
  await page.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')

  // Nobody entered anything yet: no book of it is zero.
  const total = books(page).getByRole('row', { name: /^合计/ })
  await expect(total.getByRole('cell', { name: '未录入' })).toHaveCount(6)
  await page.getByRole('tab', { name: '概算版本' }).click()
  await page.getByRole('button', { name: '新建版本' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('textbox', { name: '建筑工程 的金额' }).fill('800')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '安装工程 的金额' }).fill('200.000001')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '安装工程 的金额' })).toHaveValue('200.00')
  await page.getByRole('button', { name: '批准版本' }).click()
  await page.getByRole('dialog').getByLabel('批文文号').fill('测发改〔2024〕1号')
  await page.getByRole('dialog').getByLabel('批准机关').fill('测试发展和改革局')
  await page.getByRole('dialog').getByLabel('批准日期').fill('2024-1-10')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^批\s?准$/ })
    .click()
  await expect(page.getByText('现行限额')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '建筑工程 的金额' })).toHaveCount(0)

  // 合同: the split must add up.
  await page.getByRole('tab', { name: '合同' }).click()
  await page.getByRole('button', { name: '新增合同' }).click()
  const form = page.getByRole('dialog', { name: '新增合同' })
  await form.getByLabel('编号').fill('测-001')
  await form.getByLabel('合同名称').fill('测试施工合同')
  await form.getByLabel('对方单位').fill('测试建设工程有限公司')
  await form.getByLabel('签订日期').fill('2024-2-1')
  await form.getByLabel('合同价').fill('700万')
  await form.getByLabel('质保金 %').fill('3')
  await form.getByRole('button', { name: '增加科目' }).click()
  await form.getByRole('combobox', { name: '第 1 项科目' }).fill('建筑工程')
  await page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: '第 1 项金额' }).fill('600万')
  await expect(form.getByText('尚差 1,000,000.00 元')).toBeVisible()
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(form.getByText(/科目拆分合计与金额不等/)).toBeVisible()
  await form.getByRole('textbox', { name: '第 1 项金额' }).fill('700万')
  await expect(form.getByText('已拆分完')).toBeVisible()
  await form.getByRole('button', { name: /^保\s?存$/ }).click()

  // 计量, in the drawer that opens with the new contract.
  const drawer = page.getByRole('dialog', { name: /测-001/ })
  await drawer.getByRole('button', { name: '新增计量' }).click()
  const work = page.getByRole('dialog', { name: '新增计量' })
  await work.getByLabel('月份').fill('2024年3月')
  await work.getByLabel('本月完成').fill('500万')
  await work.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(drawer.getByRole('table', { name: '计量（完成投资）' })).toContainText('5,000,000.00')
  // Of 500万 done, 3% is held.
  await expect(drawer.getByRole('region', { name: '本次可付' })).toContainText('4,850,000.00')
  await drawer.getByRole('button', { name: '关闭' }).click()

  const fund = await runInWindow(page, 'createFund', { kind: 'own', name: '测试资金' })
  await runInWindow(page, 'recordFundReceipt', {
    fundId: fund.id,
    projectId: 'pj-hetang',
    amountFen: 100_000_000,
    enteredOn: '2024-03-01',
  })

  // 支付: the project has a contract, so that the form asks for it.
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  const record = page.getByRole('region', { name: '记一笔支付' })
  const payment = {
    project: '荷塘',
    paidOn: '2024-03-20',
    payee: '测试建设工程有限公司',
    purpose: '进度款',
  }
  await fillEntry(page, { ...payment, amount: '800万' })
  await record.getByRole('combobox', { name: '款项性质' }).fill('进度款')
  await page.keyboard.press('Enter')
  await expect(record.locator('#entry-contractId')).toBeFocused()
  await page.keyboard.type('测-001')
  await page.keyboard.press('Enter')
  await expect(record.locator('#entry-budgetLineId')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(record.locator('#entry-fundSplit')).toBeFocused()
  await expect(record.locator('.entry-fundSplit')).toContainText('到位资金差 7,000,000.00 元')
  const standing = record.getByRole('complementary', { name: '合同与资金现状' })
  await expect(standing).toContainText('本次超出 1,000,000.00 元，不能支付')
  await page.keyboard.type('自定')
  await page.keyboard.press('Enter')
  const part = record.getByLabel('测试资金 承担')
  await expect(part).toBeFocused()
  await page.keyboard.type('799万')
  await expect(record.getByText('尚差 10,000.00 元')).toBeVisible()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('800万')
  await expect(record.getByText('已分完，分文不差')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(record.locator('#entry-invoiceNo')).toBeFocused()
  await page.keyboard.type('测票-1')
  await saveEntry(page)
  await expect(record.locator('.entry-amountFen')).toContainText('超过合同价款')
  await record.getByRole('textbox', { name: /^金额/ }).fill('400万')
  await part.fill('400万')
  await saveEntry(page)
  await expect(record.locator('.entry-fundSplit')).toContainText('测试资金 余额 1,000,000.00 元')
  await record.locator('#entry-fundSplit').fill('不分')
  await page.keyboard.press('Enter')
  await saveEntry(page)
  await expect(record.getByRole('textbox', { name: '超限理由' })).toBeFocused()
  await expect(record.locator('.entry-overrideReason')).toContainText('到位资金不足以支付')
  await page.keyboard.type('资金已下达，到位通知后补')
  await expect(standing.getByRole('link', { name: /第二十二条/ })).toHaveAttribute('href', /settings\?rule=/)
  await saveEntry(page)
  await expect(record.getByRole('status')).toContainText('本次已记 1 笔，合计 4,000,000.00 元')
  await page.keyboard.press('Escape')

  await openScreen(page, '项目')
  await openScreen(page, '资金')
  await page.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => figures(page, /^合计/))
    .toEqual(['1,000.00', '700.00', '500.00', '400.00', '300.00', '300.00'])
  await expect
    .poll(() => figures(page, /建筑工程/))
    .toEqual(['800.00', '700.00', '500.00', '400.00', '100.00', '300.00'])
  await books(page)
    .getByRole('row', { name: /^合计/ })
    .getByRole('link', { name: /打开支付明细/ })
    .click()
  await expect(page.getByRole('cell', { name: '4,000,000.00', exact: true })).toBeVisible()

  // A 科目 opens its own payments; the filter is named and can be taken away.
  await openScreen(page, '资金')
  await page.getByRole('combobox', { name: '项目' }).fill('荷塘')
  await page.keyboard.press('Enter')
  await books(page)
    .getByRole('row', { name: /建筑工程/ })
    .getByRole('link', { name: /打开支付明细/ })
    .click()
  await expect(page.getByRole('cell', { name: '4,000,000.00', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '取消筛选 科目：建筑工程' }).click()
  await expect(page.getByRole('button', { name: /^取消筛选/ })).toHaveCount(0)

  await openScreen(page, '资金')
  await page.getByRole('tab', { name: '结账' }).click()
  await page.getByRole('button', { name: '结账 2024-03' }).click()
  const close = page.getByRole('dialog', { name: '结账' })
  await close.getByRole('button', { name: '结账' }).click()
  await expect(close.getByText('请填写原因')).toBeVisible()
  await close.getByLabel('原因').fill('三月已与财务账核对')
  await close.getByRole('button', { name: '结账' }).click()
  await expect(page.getByRole('row', { name: /2024-03/ })).toContainText('已结账')

  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  await fillEntry(page, {
    project: '荷塘',
    paidOn: '2024-03-21',
    amount: '5',
    payee: '测试公司',
    purpose: '迟到的一笔',
  })
  await saveEntry(page)
  await expect(page.getByRole('region', { name: '记一笔支付' })).toContainText('2024-03 已结账')
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({ total: 1 })
})

test('a reviewer reads 资金 and finds nothing to write with', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '李主任', role: 'reviewer' } })
  const { page } = app
  await openScreen(page, '资金')
  await expect(books(page)).toBeVisible()
  for (const tab of ['合同', '资金来源', '结账']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await expect(page.getByRole('tabpanel').getByRole('button', { name: /^(新增|记下达|结账)/ })).toHaveCount(
      0,
    )
  }
  await app.close()
})

/** What the story needs besides, without its screens. */
async function runInWindow(page: Page, name: 'createFund' | 'recordFundReceipt', input: object) {
  const answer = await page.evaluate(
    ([request, content]) =>
      window.api.request(request, { ...content, idempotencyKey: `money-story-${request}` }),
    [name, input] as const,
  )
  const read = readAnswer(answer)
  expect(read).toMatchObject({ ok: true })
  return (read as { value: { id: string } }).value
}

function books(page: Page) {
  return page.getByRole('table', { name: '四本账' })
}

/** The figures of one row, in 万元: 概算, 合同, 完成投资, 支付, 余额, 未付. */
async function figures(page: Page, row: RegExp) {
  const cells = books(page).getByRole('row', { name: row }).getByRole('cell')
  return cells.allTextContents()
}
