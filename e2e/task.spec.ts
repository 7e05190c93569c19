import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { readAnswer } from '../db/requests/wire.ts'
import { type App, launchApp, makePlansLibrary, runRequest } from './app.ts'

const liaison = { name: '李强', role: 'liaison' } as const
const projectId = 'pj-hetang'

test('a task is made and planned in its form, faults stand at their fields, and what else moves is seen first', async () => {
  const library = await makePlansLibrary()
  const { app, page, grid } = await openPlan(library, async (ask) => {
    const predecessorId = await ask.task({ name: '桩基', start: '2026-12-01', durationDays: 10 })
    const successorId = await ask.task({ name: '主楼', durationDays: 20 })
    await ask.any('linkTasks', { predecessorId, successorId })
  })

  await page.getByRole('button', { name: '新建任务…' }).click()
  const adding = page.getByRole('dialog', { name: '新建任务' })
  await adding.getByLabel('名称').fill('设备采购')
  await adding.getByLabel('计划开始').fill('2027年下半年')
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id),
  ).toEqual([])
  await expect(adding.getByText('即 2027年下半年：2027-07-01 至 2027-12-31')).toBeVisible()
  await adding.getByLabel('工期', { exact: true }).fill('很久')
  await adding.getByRole('button', { name: '新建' }).click()
  await expect(adding.getByText('工期须为 1 到 10000 的整数天')).toBeVisible()
  await adding.getByLabel('工期', { exact: true }).fill('30')
  await choose(page, adding.getByLabel('工期单位'), '日历日')
  await choose(page, adding.getByLabel('约束', { exact: true }), '完成不晚于')
  await adding.getByRole('button', { name: '新建' }).click()
  await expect(adding.getByText('约束须同时有类型和日期')).toBeVisible()
  await adding.getByLabel('约束日期').fill('2027-12-31')
  await adding.getByLabel('责任单位').fill('区卫生健康局')
  await page.keyboard.press('Control+s')
  await expect(adding).toHaveCount(0)
  await expect(grid.getByRole('row', { name: /设备采购/ })).toContainText('2027年下半年')

  await grid.getByRole('row', { name: /桩基/ }).getByText('桩基').click()
  await page.keyboard.press('Shift+F2')
  const form = page.getByRole('dialog', { name: '任务信息 · 桩基' })
  await form.getByLabel('工期', { exact: true }).fill('15')
  await form.getByRole('button', { name: '保存' }).click()
  const proposal = page.getByRole('dialog', { name: /^拟改：2 项任务变动/ })
  await expect(proposal).toContainText('主楼')
  await page.keyboard.press('Escape')
  await expect(form.getByLabel('工期', { exact: true })).toHaveValue('15')
  await form.getByRole('button', { name: '保存' }).click()
  await proposal.getByLabel('原因').fill('土方量增加')
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  await expect(grid.getByRole('row', { name: /桩基/ })).toContainText('2026-12-21')
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('row', { name: /桩基/ })).toContainText('2026-12-14')
  await app.close()
  const made = (await tasksOf(library)).find(({ name }) => name === '设备采购')
  expect(made).toMatchObject({
    plannedStart: '2027-41',
    durationDays: 30,
    durationUnit: 'calendarDay',
    constraintKind: 'finishNoLater',
    constraintOn: '2027-12-31',
    responsible: '区卫生健康局',
  })
})

test('links are set together by keyboard: a loop is refused with its way named, a lead moves what waits', async () => {
  const library = await makePlansLibrary()
  const { app, page, grid } = await openPlan(library, async (ask) => {
    const task = (name: string) => ask.task({ name, start: '2026-12-01', durationDays: 5 })
    await ask.any('linkTasks', { predecessorId: await task('桩基'), successorId: await task('主楼') })
    await task('饰面')
  })
  await grid.getByRole('row', { name: /桩基/ }).getByText('桩基').click()
  await page.keyboard.press('Control+F2')
  const dialog = page.getByRole('dialog', { name: '前后任务 · 桩基' })
  await dialog.getByRole('button', { name: '添加前置任务' }).click()
  await choose(page, dialog.getByLabel('前置任务 1 任务'), /主楼/)
  await dialog.getByRole('button', { name: '查看影响并保存' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('连接会形成循环：桩基 → 主楼 → 桩基')
  await dialog.getByRole('button', { name: '前置任务 移除连接 1' }).click()
  await dialog.getByLabel('后续任务 1 搭接（工作日）').fill('-2')
  await dialog.getByRole('button', { name: '添加后续任务' }).click()
  await choose(page, dialog.getByLabel('后续任务 2 任务'), /饰面/)
  await choose(page, dialog.getByLabel('后续任务 2 类型'), /SS/)
  await dialog.getByLabel('后续任务 2 搭接（工作日）').fill('3')
  await dialog.getByRole('button', { name: '查看影响并保存' }).click()
  const proposal = page.getByRole('dialog', { name: /^拟改：2 项任务变动/ })
  await expect(proposal).toContainText('饰面')
  await proposal.getByLabel('原因').fill('穿插施工')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(grid.getByRole('row', { name: /主楼/ })).toContainText('2026-12-04')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(grid.getByRole('row', { name: /饰面/ })).toContainText('2026-12-01')
  await app.close()
})

test('雨季停工 typed beside the schedule moves a task by 重排 alone, a year without data says so', async () => {
  const library = await makePlansLibrary()
  const { app, page, grid } = await openPlan(library, (ask) =>
    ask.task({ name: '土方', start: '2027-06-01', durationDays: 10 }),
  )
  const row = grid.getByRole('row', { name: /土方/ })
  await expect(row).toContainText('2027-06-14')
  await expect(page.getByText('2027 年无节假日数据，只按每周工作日推算')).toBeVisible()

  await page.getByRole('button', { name: '日历…' }).click()
  const drawer = page.getByRole('dialog', { name: '工作日历 · 荷塘卫生院升级改造工程' })
  await drawer.getByRole('button', { name: '下一年' }).click()
  await expect(drawer.getByRole('alert')).toContainText('该年无数据')
  await drawer.getByRole('button', { name: '新增例外' }).click()
  const form = page.getByRole('dialog', { name: '例外', exact: true })
  await form.getByLabel('名称').fill('雨季停工')
  await form.getByLabel('起', { exact: true }).fill('2027-06-07')
  await form.getByLabel('止', { exact: true }).fill('2027-06-01')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('终止日早于起始日')).toBeVisible()
  await form.getByLabel('止', { exact: true }).fill('2027-06-20')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(drawer.getByRole('table', { name: '例外', exact: true })).toContainText('雨季停工')
  await drawer.getByRole('button', { name: '关闭' }).click()
  await expect(row).toContainText('2027-06-14')

  await page.getByRole('button', { name: '重排…' }).click()
  const proposal = page.getByRole('dialog', { name: /^拟改：/ })
  await expect(proposal).toContainText('2027-06-28')
  await proposal.getByLabel('原因').fill('雨季停工')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('2027-06-28')
  await app.close()
})

test('100 % typed in the table asks for the day; a late task is red, and 总览 says so', async () => {
  const library = await makePlansLibrary()
  const { app, page, grid } = await openPlan(library, async (ask) => {
    await ask.task({ name: '消防报审', start: '2026-01-05', durationDays: 10 })
    const milestoneId = await ask.task({ name: '动工准备', start: '2026-01-05', durationDays: 10 })
    await ask.any('reportMilestone', { milestoneId, status: 'inProgress', progressPct: 20 })
  })
  const row = grid.getByRole('row', { name: /消防报审/ })
  await row.locator('[data-column="progress"]').click()
  await page.keyboard.press('F2')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: '填报 · 消防报审' })
  await expect(report.getByLabel('形象进度（%）')).toHaveValue('100')
  await report.getByLabel('实际开始').fill('2026-01-06')
  await report.getByRole('button', { name: '保存' }).click()
  await expect(report.getByText('状态为“已完成”时须填实际日期')).toBeVisible()
  await report.getByLabel('实际日期').fill('2026-01-20')
  await page.keyboard.press('Control+s')
  await expect(report).toHaveCount(0)
  await expect(row).toContainText('100%')
  await expect(grid.getByRole('row', { name: /动工准备/ }).locator('.red')).toContainText(/逾期 \d+ 天/)
  await page.getByRole('link', { name: '总览' }).click()
  await expect(page.getByText(/动工准备/).first()).toBeVisible()
  await app.close()
})

test('columns are chosen, a baseline is compared, as of a data date the rest follows it, all rows print, and finance sets a cost', async () => {
  const library = await makePlansLibrary()
  let id = ''
  const { app, page, grid } = await openPlan(library, async (ask) => {
    id = await ask.task({ name: '主楼', start: '2026-12-01', durationDays: 10 })
    await ask.any('setBaseline', { projectId, name: '年初计划' })
    await ask.any('moveTask', { taskId: id, start: '2026-12-08', reason: '晚开工' })
  })
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('checkbox', { name: '完成偏差' }).check()
  await page.getByRole('checkbox', { name: '费用', exact: true }).check()
  await page.keyboard.press('Escape')
  await choose(page, page.getByRole('combobox', { name: '基线' }), '年初计划')
  const row = grid.getByRole('row', { name: /主楼/ })
  await expect(row.locator('[data-column="finishVariance"]')).toHaveText('+7')
  await expect(page.locator(`.gantt-chart [data-id="${id}"] .is-baseline`)).toHaveCount(1)
  await page.getByLabel('数据日期').fill('2027-01-04')
  await page.keyboard.press('Enter')
  await expect(page.locator('.gantt-chart .day-line.is-dataDate')).toHaveCount(1)
  await page.getByRole('button', { name: '重排…' }).click()
  const proposal = page.getByRole('dialog', { name: /^拟改：/ })
  await expect(proposal).toContainText('2027-01-04')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('2026-12-08')

  await page.keyboard.press('Control+p')
  await expect(page.getByRole('heading', { name: '打印预览' })).toBeVisible()
  await expect(page.getByRole('region', { name: /^第 1/ })).toContainText('主楼')
  await page.getByRole('button', { name: '返回' }).click()
  await app.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ accelerator }) => accelerator === 'CmdOrCtrl+P')?.click()
  })
  await expect(page.getByRole('heading', { name: '打印预览' })).toBeVisible()
  await page.getByRole('button', { name: '返回' }).click()

  const { settings } = await page.evaluate(() => window.api.getState())
  await page.evaluate((changed) => window.api.saveSettings(changed), {
    ...settings,
    actor: { name: '王芳', role: 'finance' as const },
  })
  await row.locator('[data-column="name"]').click()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: '任务信息 · 主楼' })
  await expect(form.getByLabel('名称')).toBeDisabled()
  await form.getByText('直接填写', { exact: true }).click()
  await form.getByLabel('金额').fill('1.5万')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(row.locator('[data-column="cost"]')).toHaveText('1.50')
  await row.locator('[data-column="cost"]').getByRole('button').click()
  await expect(form.getByLabel('金额')).toHaveValue('15,000.00')
  await app.close()
})

interface Ask {
  /** Makes a task of the project; the answer is its id. */
  readonly task: (input: object) => Promise<string>
  readonly any: (name: string, input: object) => Promise<unknown>
}

/** Opens the plan of the project after what the story stands on was sent from the window, which is quicker than a shell. */
async function openPlan(
  library: string,
  prepare: (ask: Ask) => Promise<unknown>,
): Promise<{ app: App; page: Page; grid: Locator }> {
  const app = await launchApp({ library, actor: liaison })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const any = async (name: string, input: object) => {
    const json = await page.evaluate(
      (request: { readonly name: string; readonly input: object }) =>
        window.api.request(request.name, { ...request.input, idempotencyKey: crypto.randomUUID() }),
      { name, input },
    )
    const answer = readAnswer(json)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value
  }
  const task = async (input: object) => {
    const made = (await any('addTask', { projectId, ...input })) as { task: { id: string } }
    return made.task.id
  }
  await prepare({ any, task })
  await page.evaluate((id) => {
    location.hash = `/schedule?projectId=${id}`
  }, projectId)
  const grid = page.getByRole('treegrid', { name: '项目进度表' })
  await expect(grid).toContainText('荷塘卫生院升级改造工程')
  return { app, page, grid }
}

/** Opens a list of antd and takes an entry of it. */
async function choose(page: Page, list: Locator, entry: string | RegExp): Promise<void> {
  await list.click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-content')
    .filter({ hasText: entry })
    .click()
}

async function tasksOf(library: string): Promise<readonly { readonly name: string }[]> {
  const { items } = await runRequest(library, 'listTasks', { projectId })
  return items
}
