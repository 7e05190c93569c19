import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { answerDialogs, launchApp, temporaryFolder } from './app.ts'

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
