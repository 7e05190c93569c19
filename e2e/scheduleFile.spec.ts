import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'

const projectId = 'pj-hetang'

test('a plan goes out as Project XML, is looked at before it comes in, and comes in as it was seen', async () => {
  const library = await makePlansLibrary()
  await runRequest(library, 'addTask', { projectId, name: '基础工程', durationDays: 10 }, 'liaison')
  const app = await launchApp({ library, actor: { name: '李强', role: 'liaison' } })
  const { page } = app
  await openPlan(page)
  const folder = await temporaryFolder()
  const ics = join(folder, '里程碑.ics')
  await answerDialogs(app, ics)
  await choose(page, '导出里程碑日历（.ics）…')
  await expect(page.getByText(/已导出 \d+ 行：里程碑.ics/)).toBeVisible()
  expect(await readFile(ics, 'utf8')).toContain('BEGIN:VCALENDAR')

  const xml = join(folder, '进度.xml')
  await answerDialogs(app, xml)
  await choose(page, '导出 Project XML…')
  await expect(page.getByText(/已导出 \d+ 行：进度.xml/)).toBeVisible()

  const tasks = page.getByRole('treegrid').getByRole('row', { name: /基础工程/ })
  const dialog = page.getByRole('dialog', { name: '导入 Project XML' })
  await choose(page, '导入 Project XML…')
  await expect(dialog).toContainText('文件中的内容全部可以导入')
  await dialog.getByRole('button', { name: /取\s*消/ }).click()
  await expect(tasks).toHaveCount(1)
  await choose(page, '导入 Project XML…')
  // From here on a dialog would be left without a file: what was seen is imported without asking again.
  await expect(dialog).toContainText('进度.xml')
  await answerDialogs(app, null)
  await dialog.getByRole('button', { name: /^导入 \d+ 项任务/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(tasks).toHaveCount(2)

  await answerDialogs(app, ics)
  await choose(page, '导入 Project XML…')
  await expect(dialog.getByRole('alert')).toContainText('未导入')
  await app.close()
})

async function openPlan(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '总览' }).waitFor()
  await page.evaluate((id) => {
    location.hash = `/schedule?projectId=${id}`
  }, projectId)
  await expect(page.getByRole('treegrid', { name: '项目进度表' })).toContainText('基础工程')
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '进度文件' }).click()
  await page.getByRole('menuitem', { name }).click()
}
