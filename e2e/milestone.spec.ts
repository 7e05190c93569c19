import { expect, type Locator, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const liaison = { name: '李强', role: 'liaison' } as const

test('a liaison reports a milestone: the Gantt shows it, the history says who and what', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openScreen(page, '项目')
  await page.getByRole('link', { name: '荷塘卫生院升级改造工程' }).click()
  await page.getByRole('button', { name: /^填报 完成主体混凝土结构施工/ }).click()
  const form = page.getByRole('dialog').last()
  await form.getByText('已完成', { exact: true }).first().click()
  await form.getByLabel('实际日期').fill('2025-11-20')
  await form.getByLabel('说明').fill('主体验收通过')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已填报：完成主体混凝土结构施工/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await app.close()

  expect(await runRequest(library, 'listMilestones', { projectId: 'pj-hetang' })).toMatchObject({
    items: [{}, {}, { id: 'pj-hetang-m3', actual: '2025-11-20', reportedBy: '李强' }],
  })
  expect(await runRequest(library, 'listChanges', { entityId: 'pj-hetang-m3' })).toMatchObject({
    items: [
      {
        actorName: '李强',
        role: 'liaison',
        request: 'reportMilestone',
        after: { actual: '2025-11-20', note: '主体验收通过' },
      },
      {},
    ],
  })

  const again = await launchApp({ library, actor: liaison })
  await openScreen(again.page, '进度')
  await again.page.getByRole('button', { name: '展开 荷塘卫生院升级改造工程' }).click()
  await expect(again.page.getByRole('treegrid', { name: '项目进度表' })).toContainText('2025-11-20')
  await expect(chartRow(again.page, 'pj-hetang-m3').locator('.milestone.is-done .diamond')).toHaveCount(1)
  await expect(chartRow(again.page, 'pj-hetang-m3')).toContainText('2025年11月20日')
  await again.close()
})

test('a liaison reports from 进度: the diamond of the milestone is done at once', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor: liaison })
  const { page } = app
  await openScreen(page, '进度')
  await page.getByRole('button', { name: '展开 荷塘卫生院升级改造工程' }).click()
  const row = chartRow(page, 'pj-hetang-m3')
  await expect(row.locator('.milestone .diamond')).toHaveCount(1)
  await expect(row.locator('.milestone.is-done')).toHaveCount(0)
  await page.getByRole('button', { name: /^填报 完成主体混凝土结构施工/ }).click()
  const form = page.getByRole('dialog').last()
  await form.getByText('已完成', { exact: true }).first().click()
  await form.getByLabel('实际日期').fill('2025-11-20')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/已填报：完成主体混凝土结构施工/).first()).toBeVisible()
  await expect(row.locator('.milestone.is-done .diamond')).toHaveCount(1)
  await expect(row).toContainText('2025年11月20日')
  await app.close()
})

test('进度 shows both plans on one timeline, soft dates labelled by their precision, and what has no date', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor: liaison })
  const { page } = app
  await openScreen(page, '进度')
  const table = page.getByRole('treegrid', { name: '项目进度表' })
  await expect(table).toContainText('蓬江区卫生与健康事业')
  await expect(table).toContainText('恩平市卫生健康事业')
  await expect(page.locator('svg.gantt, .gantt svg').first()).toBeVisible()
  await expect(page.getByRole('region', { name: '未定日期' })).toContainText('体育公园项目')
  for (const zoom of ['年', '季', '月', '周', '日'])
    await page.getByText(zoom, { exact: true }).first().click()
  await page.getByRole('link', { name: '荷塘卫生院升级改造工程' }).first().click()
  await expect(page.getByRole('heading', { name: '荷塘卫生院升级改造工程' })).toBeVisible()
  await app.close()
})

test('a milestone is added with a coarse date as people say it', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await page.evaluate(() => {
    location.hash = '/projects/pj-tangxia'
  })
  await page.getByRole('button', { name: '新增里程碑' }).click()
  const form = page.getByRole('dialog').last()
  await form.getByLabel('名称').fill('主体封顶')
  await form.getByLabel('计划').fill('2026年下半年')
  await form.getByRole('button', { name: /^保\s*存|^新增/ }).click()
  await expect(page.getByText('2026年下半年').first()).toBeVisible()
  await app.close()
  expect(await runRequest(library, 'listMilestones', { projectId: 'pj-tangxia' })).toMatchObject({
    items: [{ name: '主体封顶', due: '2026-41' }],
  })
})

/** What the chart draws for one project or milestone. */
function chartRow(page: Page, id: string): Locator {
  return page.locator(`.gantt-chart .bar-wrapper[data-id="${id}"]`)
}
