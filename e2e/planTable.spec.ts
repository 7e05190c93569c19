import { expect, test } from 'playwright/test'
import { type App, launchApp, makePlansLibrary, runRequest } from './app.ts'

const projectId = 'pj-hetang'

let app: App
test.beforeAll(async () => {
  const library = await makePlansLibrary()
  for (const [name, start] of [
    ['桩基', '2027-03-01'],
    ['主楼', '2027-05-03'],
    ['装修', '2027-08-02'],
  ] as const)
    await runRequest(library, 'addTask', { projectId, name, start, durationDays: 10 }, 'liaison')
  await runRequest(library, 'setBaseline', { projectId, name: '年初计划' }, 'liaison')
  app = await launchApp({ library, actor: { name: '李强', role: 'liaison' } })
  await app.page.getByRole('heading', { name: '总览' }).waitFor()
  await app.page.evaluate((id) => {
    location.hash = `/schedule?projectId=${id}`
  }, projectId)
  await expect(app.page.getByRole('treegrid', { name: '项目进度表' })).toContainText('装修')
})
test.afterAll(async () => {
  await app.close()
})

test('what can be done with a task is asked for with the second button or from the keyboard, and done', async () => {
  const { page } = app
  const grid = page.getByRole('treegrid', { name: '项目进度表' })
  const row = grid.getByRole('row', { name: /主楼/ })
  const menu = page.getByRole('menu', { name: '主楼 可做的操作' })
  const level = () => row.getAttribute('aria-level')
  const before = await level()

  await row.locator('[data-column="name"]').click({ button: 'right' })
  await expect(menu.getByRole('menuitem')).toHaveText([
    ...[/^任务信息…/, /^前后任务…/, /^填报…/, /^在下方新建/, /^降级/, /^升级/, /^上移/, /^下移/, /^移除…/],
  ])
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  await row.locator('[data-column="name"]').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: /^降级/ }).click()
  await expect.poll(level).not.toBe(before)
  await page.getByRole('button', { name: /^撤销/ }).first().click()
  await expect.poll(level).toBe(before)

  await row.locator('[data-column="name"]').click()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: /^填报…/ }).click()
  await expect(page.getByRole('dialog', { name: '填报 · 主楼' })).toBeVisible()
  await page.keyboard.press('Escape')

  await row.locator('[data-column="name"]').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: /^移除…/ }).click()
  const removing = page.getByRole('dialog').filter({ hasText: '主楼' })
  await removing.getByLabel('原因').fill('并入装修')
  await removing.getByRole('button', { name: /移\s?除/ }).click()
  await expect(row).toHaveCount(0)
})

test('a baseline is removed with a reason; the one that the plan gave stays', async () => {
  const { page } = app
  await page.getByRole('button', { name: '设立基线' }).click()
  const dialog = page.getByRole('dialog', { name: '设立基线' })
  const baselines = dialog.getByRole('table', { name: '基线' })
  await expect(baselines.getByRole('row', { name: /规划/ }).getByRole('button')).toHaveCount(0)
  await baselines.getByRole('button', { name: '移除基线“年初计划”' }).click()
  const asked = page.getByRole('dialog', { name: '移除基线“年初计划”' })
  await asked.getByRole('button', { name: '移除基线' }).click()
  await expect(asked.getByRole('alert').first()).toBeVisible()
  await asked.getByLabel('原因').fill('重新编制')
  await asked.getByRole('button', { name: '移除基线' }).click()
  await expect(baselines.getByRole('row', { name: /年初计划/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('an exception is edited, a calendar is removed with a reason, and each is taken back', async () => {
  const { page } = app
  await page.getByRole('button', { name: '日历…' }).click()
  const drawer = page.getByRole('dialog', { name: '工作日历 · 荷塘卫生院升级改造工程' })
  const exceptions = drawer.getByRole('table', { name: '例外', exact: true })
  const calendars = drawer.getByRole('table', { name: '日历', exact: true })
  const undo = page.locator('.ant-message').getByRole('button', { name: '撤销' }).last()

  await drawer.getByRole('button', { name: '新增日历' }).click()
  const adding = page.getByRole('dialog', { name: '日历', exact: true })
  await adding.getByLabel('名称').fill('两班制')
  await adding.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(calendars.getByRole('row', { name: /两班制/ })).toBeVisible()

  const form = page.getByRole('dialog', { name: '例外', exact: true })
  await drawer.getByRole('button', { name: '新增例外' }).click()
  await form.getByLabel('名称').fill('雨季停工')
  await form.getByLabel('起', { exact: true }).fill('2027-06-07')
  await form.getByLabel('止', { exact: true }).fill('2027-06-11')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  const rain = exceptions.getByRole('row', { name: /雨季停工/ })
  await expect(rain).toContainText('2027-06-11')

  await rain.getByRole('button', { name: '设置“雨季停工”' }).click()
  await expect(form.getByLabel('起', { exact: true })).toHaveValue('2027-06-07')
  await form.getByLabel('止', { exact: true }).fill('2027-06-18')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await expect(rain).toContainText('2027-06-18')
  await undo.click()
  await expect(rain).toContainText('2027-06-11')

  await rain.getByRole('button', { name: '移除“雨季停工”' }).click()
  await expect(rain).toHaveCount(0)
  await undo.click()
  await expect(rain).toContainText('2027-06-11')

  await calendars.getByRole('button', { name: '移除“两班制”' }).click()
  const asked = page.getByRole('dialog', { name: '移除日历' })
  await asked.getByLabel('原因').fill('没有采用')
  await asked.getByRole('button', { name: /^移\s?除$/ }).click()
  await expect(calendars.getByRole('row', { name: /两班制/ })).toHaveCount(0)
  await undo.click()
  await expect(calendars.getByRole('row', { name: /两班制/ })).toBeVisible()
})
