import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { syntheticLibrary } from '../db/bench/generate.ts'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('first start: a name, a role, the two plans, and 总览 shows the published total beside the sum of its items', async () => {
  const folder = await temporaryFolder()
  const app = await launchApp()
  const { page } = app
  await page.getByLabel('姓名').fill('王芳')
  await page.getByRole('radio', { name: /项目财务/ }).check()
  await answerDialogs(app, join(folder, '蓬江恩平.cpt'))
  await page.getByRole('button', { name: /用两份规划建库/ }).click()
  await expect(page.getByRole('heading', { name: '总览' })).toBeVisible()

  const pengjiang = page.getByRole('region', { name: /蓬江区/ })
  await expect(pengjiang).toContainText('88,385.26')
  await expect(pengjiang).toContainText('80,758.26')
  await expect(pengjiang).toContainText('7,627.00')
  await expect(pengjiang).toContainText('待核')
  await expect(pengjiang).toContainText('不含未公布 2 项')
  const enping = page.getByRole('region', { name: /恩平市/ })
  await expect(enping).toContainText('29,600.00')
  await expect(enping).toContainText('6 个项目')
  await expect(enping).toContainText('未公布')

  await pengjiang.getByRole('button', { name: /88,385.26/ }).click()
  await expect(page.getByText('合计 88385.26')).toBeVisible()
  await app.close()
})

test('the last library opens by itself the next time, with the same person', async () => {
  const folder = await temporaryFolder()
  const first = await launchApp()
  await first.page.getByLabel('姓名').fill('李强')
  await first.page.getByRole('radio', { name: /工程联络员/ }).check()
  await answerDialogs(first, join(folder, '库.cpt'))
  await first.page.getByRole('button', { name: /用两份规划建库/ }).click()
  await expect(first.page.getByRole('heading', { name: '总览' })).toBeVisible()
  await first.close()

  const second = await launchApp({ userDataDir: first.userDataDir })
  await expect(second.page.getByRole('heading', { name: '总览' })).toBeVisible()
  await expect(second.page.getByText('库.cpt').first()).toBeVisible()
  await expect(second.page.getByText('李强').first()).toBeVisible()
  await second.close()
})

test('cancelling the file dialog changes nothing', async () => {
  const app = await launchApp()
  await app.page.getByLabel('姓名').fill('王芳')
  await app.page.getByRole('radio', { name: /项目财务/ }).check()
  await answerDialogs(app, null)
  await app.page.getByRole('button', { name: /用两份规划建库/ }).click()
  await expect(app.page.getByLabel('姓名')).toHaveValue('王芳')
  await app.close()
})

test('an older copy put in place of the file is told on every screen, with a way to 核对', async () => {
  const library = await makePlansLibrary()
  const older = join(await temporaryFolder(), '旧副本.cpt')
  await copyFile(library, older)
  for (const amountFen of [100, 200]) {
    await runRequest(library, 'recordPayment', {
      projectId: 'pj-hetang',
      paidOn: '2024-03-05',
      amountFen,
      payee: '某公司',
      purpose: '款',
      idempotencyKey: `older-${String(amountFen)}`,
    })
  }
  const first = await launchApp({ library, actor: finance })
  await expect(first.page.getByRole('heading', { name: '总览' })).toBeVisible()
  await expect(first.page.getByRole('alert')).toHaveCount(0)
  await first.close()

  for (const rest of ['-wal', '-shm']) await rm(`${library}${rest}`, { force: true })
  await copyFile(older, library)
  const again = await launchApp({ userDataDir: first.userDataDir, library })
  const banner = again.page.getByRole('alert')
  await expect(banner).toContainText(/上次 \d+ 条，现在 \d+ 条/)
  const [, remembered, found] = /上次 (\d+) 条，现在 (\d+) 条/.exec(await banner.innerText()) ?? []
  expect(Number(remembered) - Number(found)).toBe(2)
  await openScreen(again.page, '台账')
  await expect(banner).toBeVisible()
  await banner.getByRole('link', { name: '核对' }).click()
  await expect(again.page.getByRole('button', { name: '开始校验' })).toBeVisible()
  await again.close()
})

test('a file that is no library is told once, covers no switch, and leaves the open one', async () => {
  const broken = join(await temporaryFolder(), '不是项目库.cpt')
  await writeFile(broken, 'text')
  const app = await launchApp({ library: await makePlansLibrary(), actor: finance })
  const { page } = app
  await openScreen(page, '设置')
  await answerDialogs(app, broken)
  await page.getByRole('button', { name: '打开另一个' }).click()
  const notice = page.locator('.ant-notification-notice')
  await expect(notice).toHaveCount(1)
  await expect(notice).toContainText('不是项目库.cpt')
  const top = page.getByRole('banner')
  for (const unit of ['元', '万元', '元']) {
    await top.getByText(unit, { exact: true }).click()
    await expect(top.getByRole('radio', { name: unit, exact: true })).toBeChecked()
  }
  await expect(notice).toHaveCount(1)
  await openScreen(page, '总览')
  await expect(page.getByRole('region', { name: /蓬江区/ })).toBeVisible()
  await app.close()
})

test('a library of synthetic records says so beside its name', async () => {
  const app = await launchApp({ library: await syntheticLibrary(50), actor: finance })
  await expect(app.page.getByRole('banner').getByText('合成数据', { exact: true })).toBeVisible()
  await app.page.getByText('English', { exact: true }).click()
  await expect(app.page.getByRole('banner').getByText('Synthetic data', { exact: true })).toBeVisible()
  await app.close()
  const real = await launchApp({ library: await makePlansLibrary(), actor: finance })
  await expect(real.page.getByRole('heading', { name: '总览' })).toBeVisible()
  await expect(real.page.getByText('合成数据')).toHaveCount(0)
  await real.close()
})
