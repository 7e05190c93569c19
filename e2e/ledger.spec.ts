import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import {
  answerDialogs,
  launchApp,
  makePlansLibrary,
  pauseDbProcess,
  runRequest,
  temporaryFolder,
} from './app.ts'
import { fillEntry, openScreen, saveEntry } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('three payments logged, filtered, one reversed, the totals right, and all still there after a restart', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await page
    .getByRole('button', { name: /^记一笔支付/ })
    .first()
    .click()
  await fillEntry(page, {
    project: '荷塘',
    paidOn: '2024-3-5',
    amount: '1,234,567.89',
    payee: '测试建设公司',
    purpose: '进度款',
    voucherNo: '记-1',
  })
  await expect(page.getByText('壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分')).toBeVisible()
  await saveEntry(page)
  await expect(page.getByRole('cell', { name: '1,234,567.89', exact: true })).toBeVisible()
  await fillEntry(page, { amount: '12.5万', payee: '测试设计院', purpose: '设计费', voucherNo: '记-2' })
  await saveEntry(page)
  await expect(page.getByRole('cell', { name: '125,000.00', exact: true })).toBeVisible()
  await fillEntry(page, {
    project: '杜阮',
    amount: '800',
    payee: '测试监理公司',
    purpose: '监理费',
    voucherNo: '记-3',
  })
  await saveEntry(page)
  await expect(page.getByRole('cell', { name: '800.00', exact: true })).toBeVisible()

  const totals = page.getByLabel('筛选合计')
  await expect(totals).toContainText('1,360,367.89')
  await page.getByRole('textbox', { name: '搜索' }).fill('设计')
  await expect(totals).toContainText('125,000.00')
  await page.getByRole('textbox', { name: '搜索' }).fill('')
  await expect(totals).toContainText('1,360,367.89')

  await page
    .getByRole('row', { name: /800\.00/ })
    .getByRole('button', { name: /冲销/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(dialog.getByText('请填写原因')).toBeVisible()
  await dialog.getByLabel(/原因/).fill('录错项目')
  await dialog.getByRole('button', { name: '确认冲销' }).click()
  await expect(page.getByRole('cell', { name: '-800.00', exact: true })).toBeVisible()
  await expect(totals).toContainText('1,359,567.89')
  await app.close()

  const again = await launchApp({ library, actor: finance, userDataDir: app.userDataDir })
  await openScreen(again.page, '台账')
  await expect(again.page.getByRole('cell', { name: '1,234,567.89', exact: true })).toBeVisible()
  await expect(again.page.getByLabel('筛选合计')).toContainText('1,359,567.89')
  await expect(again.page.getByRole('row', { name: / 800\.00/ }).first()).toContainText('已冲销')
  await openScreen(again.page, '总览')
  await expect(again.page.getByRole('region', { name: /蓬江区/ })).toContainText('135.96')
  await again.close()
})

test('bad input is told at its field, keeps what was typed and writes nothing', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  for (const [amount, message] of [
    ['0', '金额须大于零'],
    ['12.345', '最多精确到分'],
    ['一百元', '金额须为数字'],
  ] as const) {
    await fillEntry(page, { project: '荷塘', amount, payee: '某公司', purpose: '款' })
    await saveEntry(page)
    await expect(page.getByRole('region', { name: '记一笔支付' })).toContainText(message)
    await expect(page.getByRole('textbox', { name: /^金额/ }).first()).toHaveValue(amount)
  }
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({ total: 0 })
})

test('a possible duplicate is shown beside the entry and goes in only when a person says so', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  const entry = { project: '荷塘', paidOn: '2024-03-05', amount: '500', payee: '某公司', purpose: '款' }
  await fillEntry(page, entry)
  await saveEntry(page)
  await expect(page.getByRole('cell', { name: '500.00', exact: true })).toHaveCount(1)
  await fillEntry(page, entry)
  await saveEntry(page)
  const dialog = page.getByRole('dialog', { name: /可能重复/ })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: /返回修改/ }).click()
  await saveEntry(page)
  await page
    .getByRole('dialog', { name: /可能重复/ })
    .getByRole('button', { name: /不是重复/ })
    .click()
  await expect(page.getByRole('cell', { name: '500.00', exact: true })).toHaveCount(2)
  await app.close()
})

test('when the data process dies while saving, the person is told that it is not known, and 保存 again does not double it', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  await fillEntry(page, {
    project: '荷塘',
    paidOn: '2024-03-05',
    amount: '777',
    payee: '某公司',
    purpose: '款',
  })
  const killPaused = await pauseDbProcess(app)
  await saveEntry(page)
  await expect(page.locator('.record-buttons .ant-btn-loading')).toBeVisible()
  // Messages keep their order: once this one is answered, the save is on its way to the stopped process.
  await page.evaluate(() => window.api.getState())
  const form = page.getByRole('region', { name: '记一笔支付' })
  await expect(form.getByRole('alert')).toHaveCount(0)
  killPaused()
  await expect(form.getByRole('alert')).toContainText('尚不知道这一笔是否已保存')
  const died = performance.now()
  const answer = readAnswer(await page.evaluate(() => window.api.request('listPayments', {})))
  expect(answer).toMatchObject({ ok: true, value: { total: 0 } })
  expect(performance.now() - died).toBeLessThan(2_000)
  await expect(form.getByRole('textbox', { name: /^金额/ })).toHaveValue('777')
  await saveEntry(page)
  await expect(form.getByRole('status')).toContainText('本次已记 1 笔，合计 777.00 元')
  await expect(form.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('cell', { name: '777.00', exact: true })).toHaveCount(1)
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({ total: 1 })
})

test('by keyboard alone: Ctrl+N, the fields, save, and the next one', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible()
  const { keyboard } = page
  await keyboard.press('Control+n')
  await expect(page.getByRole('region', { name: '记一笔支付' })).toBeVisible()
  await expect(page.locator('#entry-projectId')).toBeFocused()
  await keyboard.type('杜阮院区')
  await keyboard.press('Enter')
  await keyboard.type('20240305')
  await keyboard.press('Enter')
  await keyboard.type('3000')
  await keyboard.press('Enter')
  await keyboard.type('键盘公司')
  await keyboard.press('Enter')
  await keyboard.type('材料款')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('cell', { name: '3,000.00', exact: true })).toBeVisible()
  // The emptied form is what tells a person that the next entry can begin.
  await expect(page.locator('#entry-amountFen')).toHaveValue('')
  await expect(page.locator('#entry-amountFen')).toBeFocused()
  await keyboard.type('4000')
  await keyboard.press('Enter')
  await keyboard.type('键盘公司')
  await keyboard.press('Enter')
  await expect(page.locator('#entry-purpose')).toBeFocused()
  await keyboard.type('第二笔')
  await keyboard.press('Control+Enter')
  await expect(page.getByRole('cell', { name: '4,000.00', exact: true })).toBeVisible()
  await keyboard.press('Escape')
  await app.close()
  expect(await runRequest(library, 'listPayments', { sort: 'amountFen' })).toMatchObject({
    items: [
      {
        amountFen: 300_000,
        paidOn: '2024-03-05',
        projectId: 'pj-duruan',
        payee: '键盘公司',
        purpose: '材料款',
      },
      {
        amountFen: 400_000,
        paidOn: '2024-03-05',
        projectId: 'pj-duruan',
        payee: '键盘公司',
        purpose: '第二笔',
      },
    ],
  })
})

test('five payments in a row by keyboard: a known payee brings its purpose, the line below counts and adds up', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  const { keyboard } = page
  await openScreen(page, '台账')
  await keyboard.press('Control+n')
  await expect(page.locator('#entry-projectId')).toBeFocused()
  await keyboard.type('荷塘')
  await keyboard.press('Enter')
  await keyboard.type('20240305')
  await keyboard.press('Enter')
  const sums = ['1,000.00', '3,000.00', '6,000.00', '10,000.00', '15,000.00']
  for (const [index, sum] of sums.entries()) {
    await expect(page.locator('#entry-amountFen')).toBeFocused()
    await keyboard.type(String((index + 1) * 1000))
    await keyboard.press('Enter')
    await expect(page.locator('#entry-payee')).toBeFocused()
    if (index === 0) {
      await keyboard.type('江门第一建设公司')
      await keyboard.press('Enter')
      await keyboard.type('进度款')
    } else {
      await keyboard.type('江门')
      await expect(page.getByRole('option', { name: '江门第一建设公司' })).toBeAttached()
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await expect(page.locator('#entry-payee')).toHaveValue('江门第一建设公司')
      await expect(page.locator('#entry-purpose')).toHaveValue('进度款')
    }
    await keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: '记一笔支付' }).getByRole('status')).toContainText(
      `本次已记 ${String(index + 1)} 笔，合计 ${sum} 元`,
    )
  }
  await expect(page.getByLabel('筛选合计')).toContainText('15,000.00')
  await app.close()
  expect(await runRequest(library, 'listPayments', { payee: '江门第一建设公司' })).toMatchObject({ total: 5 })
})

test('the CSV holds exactly the filtered set, opens as UTF-8 and carries no live formula', async () => {
  const library = await makePlansLibrary()
  for (const [index, payee] of ['=cmd|calc', '普通公司', '别家'].entries()) {
    await runRequest(library, 'recordPayment', {
      projectId: 'pj-hetang',
      paidOn: '2024-03-05',
      amountFen: 100 + index,
      payee,
      purpose: '款',
      idempotencyKey: `csv-key-${String(index)}`,
    })
  }
  const file = join(await temporaryFolder(), '台账.csv')
  const app = await launchApp({ library, actor: finance })
  await openScreen(app.page, '台账')
  await app.page.getByRole('textbox', { name: '搜索' }).fill('c')
  await expect(app.page.getByLabel('筛选合计')).toContainText('1 笔')
  await answerDialogs(app, file)
  await app.page.getByRole('button', { name: '导出 台账' }).click()
  await app.page.getByRole('menuitem', { name: 'CSV 文件' }).click()
  await expect(app.page.getByText(/已导出 1 行/)).toBeVisible()
  const text = await readFile(file, 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  expect(text).toContain(",'=cmd|calc,")
  await app.close()
})
