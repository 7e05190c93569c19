import { expect, test } from 'playwright/test'
import type { Answer } from '../db/requests/wire.ts'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { openScreen } from './ledgerPage.ts'

test('a reviewer cannot write: no screen offers it and the library refuses it', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '陈局', role: 'reviewer' } })
  const { page } = app
  await openScreen(page, '台账')
  await expect(page.getByText('只有项目财务可以记支付')).toBeVisible()
  await expect(page.getByRole('button', { name: /^记一笔支付/ })).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('region', { name: '记一笔支付' })).toHaveCount(0)
  await page.evaluate(() => {
    location.hash = '/projects/pj-hetang'
  })
  await expect(page.getByRole('heading', { name: '荷塘卫生院升级改造工程' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^填报|新增里程碑|归档/ })).toHaveCount(0)
  const answers = await page.evaluate(async () => {
    const payment = {
      projectId: 'pj-hetang',
      paidOn: '2024-03-05',
      amountFen: 1,
      payee: '甲',
      purpose: '款',
      idempotencyKey: 'reviewer-1',
    }
    return [
      JSON.parse(await window.api.request('recordPayment', payment)) as Answer<unknown>,
      JSON.parse(
        await window.api.request('reportMilestone', {
          milestoneId: 'pj-hetang-m1',
          status: 'inProgress',
          note: '',
        }),
      ) as Answer<unknown>,
      JSON.parse(
        await window.api.request('setDiscrepancyStatus', {
          discrepancyId: 'pj-total',
          status: 'corrected',
          reason: '试',
        }),
      ) as Answer<unknown>,
    ].map((answer) => (answer.ok ? 'ok' : answer.error.code))
  })
  expect(answers).toEqual(['roleForbidden', 'roleForbidden', 'roleForbidden'])
  await app.close()
  expect(await runRequest(library, 'listPayments', {})).toMatchObject({ total: 0 })
})

test('finance posts no milestone and the liaison no money', async () => {
  const library = await makePlansLibrary()
  const finance = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  await finance.page.evaluate(() => {
    location.hash = '/projects/pj-hetang'
  })
  await expect(finance.page.getByRole('heading', { name: '荷塘卫生院升级改造工程' })).toBeVisible()
  await expect(finance.page.getByRole('button', { name: /^填报 / })).toHaveCount(0)
  await finance.close()

  const liaison = await launchApp({ library, actor: { name: '李强', role: 'liaison' } })
  await openScreen(liaison.page, '台账')
  await expect(liaison.page.getByRole('button', { name: /^记一笔支付/ })).toHaveCount(0)
  await liaison.close()
})

test('a new project is entered in full by whoever holds its document', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  await openScreen(app.page, '项目')
  await app.page.getByRole('button', { name: '新建项目' }).click()
  const form = app.page.getByRole('dialog', { name: '新建项目' })
  await form.getByLabel('名称', { exact: true }).fill('新门诊楼')
  await form.getByLabel('投资').fill('1200万')
  await form.getByLabel('计划完成').fill('2027年下半年')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(app.page.getByRole('heading', { name: '新门诊楼' })).toBeVisible()
  await app.close()
  expect(await runRequest(library, 'listProjects', { text: '新门诊楼' })).toMatchObject({
    items: [{ amountFen: 1_200_000_000, plannedFinish: '2027-41', origin: 'hand' }],
  })
})

test('a discrepancy gets a status with a reason, and its figures stay', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '核对')
  await expect(page.getByText('共 12 项，待核 12 项')).toBeVisible()
  await expect(page.getByText('合计 88385.26').first()).toBeVisible()
  await page
    .getByRole('button', { name: /^改状态/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('已函询').first().click()
  await dialog.getByRole('textbox').fill('2026年3月10日函询区卫健局')
  await dialog.getByRole('button', { name: /^确\s*定|^保\s*存|^改状态/ }).click()
  await expect(page.getByText('共 12 项，待核 11 项')).toBeVisible()
  await expect(page.getByText('2026年3月10日函询区卫健局').first()).toBeVisible()
  await page.getByRole('button', { name: '开始校验' }).click()
  await expect(page.getByText('账本完好')).toBeVisible()
  await openScreen(page, '总览')
  await expect(page.getByRole('region', { name: /蓬江区/ })).toContainText('7,627.00')
  await app.close()
})
