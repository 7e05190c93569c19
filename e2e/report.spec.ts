import { expect, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const liaison = { name: '李强', role: 'liaison' } as const

test('a liaison’s week: two sites on one screen, a slip is told at its row, all is saved at once', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const today = new Date()
  const tasks = [
    ['pj-hetang', '测试主体结构'],
    ['pj-hetang', '测试机电安装'],
    ['pj-tangxia', '测试基坑支护'],
  ] as const
  const [first, second, third] = tasks.map(([, name]) => name)
  for (const [projectId, name] of tasks) {
    await runRequest(
      library,
      'addTask',
      {
        projectId,
        name,
        responsible: '测试工程科',
        start: daysFrom(today, -20),
        finish: daysFrom(today, 40),
      },
      'liaison',
    )
  }
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await openScreen(page, '进度')
  await page.getByRole('tab', { name: '本周填报' }).click()
  await page.getByRole('combobox', { name: '责任单位' }).click()
  await page.locator('.ant-select-item-option', { hasText: '测试工程科' }).click()
  await expect(page.getByRole('status').filter({ hasText: '本周' })).toContainText(
    '本周应填报 3 项，已填报 0 项',
  )

  // By keyboard, down the column: a first percentage begins the task.
  const percent = (name: string | undefined) => page.getByRole('textbox', { name: `${name ?? ''} 的%` })
  await percent(first).fill('35')
  await page.keyboard.press('Enter')
  await expect(percent(second)).toBeFocused()
  await page.keyboard.type('250')
  await expect(page.getByRole('combobox', { name: `${first ?? ''} 的状态` })).toHaveValue('inProgress')
  await page.getByRole('textbox', { name: `${third ?? ''} 的实际完成` }).fill(daysFrom(today, -1))
  await expect(page.getByRole('combobox', { name: `${third ?? ''} 的状态` })).toHaveValue('done')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('形象进度须在 0 到 100 之间')
  await expect(page.getByRole('status').filter({ hasText: '本周' })).toContainText('已填报 0 项')

  await percent(second).fill('25')
  await page.getByRole('textbox', { name: `${second ?? ''} 的预计完成` }).fill(daysFrom(today, 90))
  await page.getByRole('combobox', { name: `${second ?? ''} 的延误原因` }).selectOption('材料设备')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('已填报 3 项', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '本周' })).toContainText('已填报 2 项')

  // The board: what is done is gone, the rest stands with who is responsible.
  await page.getByRole('tab', { name: '到期看板' }).click()
  const row = page.getByRole('table', { name: '到期看板' }).getByRole('row', { name: /测试工程科/ })
  await expect(row).toContainText('测试主体结构')
  await expect(row).not.toContainText('测试基坑支护')
  await app.close()
})

test('a reviewer reads the week and changes nothing', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '陈局', role: 'reviewer' } })
  await openScreen(app.page, '进度')
  await app.page.getByRole('tab', { name: '本周填报' }).click()
  await expect(app.page.getByText('只有工程联络员可以填报，这里只能查看')).toBeVisible()
  await expect(app.page.getByRole('button', { name: '保存填报' })).toHaveCount(0)
  await expect(firstCell(app.page)).toBeDisabled()
  await app.close()
})

function firstCell(page: Page) {
  return page.getByRole('table', { name: '本周填报' }).getByRole('checkbox').first()
}

function daysFrom(day: Date, days: number): string {
  const moved = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${String(moved.getFullYear())}-${pad(moved.getMonth() + 1)}-${pad(moved.getDate())}`
}
