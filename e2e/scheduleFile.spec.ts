import { readFile, writeFile } from 'node:fs/promises'
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

  const rowOf = (name: string) => page.getByRole('treegrid').getByRole('row', { name: new RegExp(name) })
  const dialog = page.getByRole('dialog', { name: '导入 Project XML' })
  await choose(page, '导入 Project XML…')
  await expect(dialog).toContainText('文件内容与现有计划一致')
  await expect(dialog).toContainText('文件中的内容全部可以导入')
  await expect(dialog.getByRole('button', { name: /^更新进度计划/ })).toBeDisabled()
  await dialog.getByRole('button', { name: /取\s*消/ }).click()
  await expect(dialog).toHaveCount(0)

  // As the planner's program hands it back: a task renamed, one more, and people that this app has no place for.
  const written = await readFile(xml, 'utf8')
  await writeFile(
    xml,
    written
      .replace('<Name>基础工程</Name>', '<Name>桩基与基础工程</Name>')
      .replace(
        '</Tasks>',
        '<Task><UID>900</UID><GUID>T-900</GUID><Name>人防验收</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone><Finish>2026-12-01T08:00:00</Finish></Task></Tasks><Resources><Resource><UID>1</UID></Resource></Resources>',
      ),
  )
  await choose(page, '导入 Project XML…')
  await expect(dialog).toContainText(/新增 1 · 变更 1 · 不变 \d+ · 文件中已无 0/)
  const changes = dialog.getByRole('table', { name: '逐项变化' })
  await expect(changes.getByRole('row', { name: /变更 桩基与基础工程 名称/ })).toBeVisible()
  await expect(changes.getByRole('row', { name: /新增 人防验收/ })).toBeVisible()
  await expect(dialog).toContainText('资源 · 1')
  // From here on a dialog would be left without a file: what was seen is imported without asking again.
  await answerDialogs(app, null)
  await dialog.getByRole('button', { name: '更新进度计划（2 项）' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(rowOf('桩基与基础工程')).toHaveCount(1)
  await expect(rowOf('人防验收')).toHaveCount(1)
  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await expect(rowOf('人防验收')).toHaveCount(0)
  await expect(rowOf('桩基与基础工程')).toHaveCount(0)

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
