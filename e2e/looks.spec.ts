import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import {
  answerDialogs,
  launchApp,
  makePlansLibrary,
  runRequest,
  setSize,
  takeScreenshots,
  temporaryFolder,
} from './app.ts'

const screens = [
  ['overview', '/', '总览', 'Overview'],
  ['projects', '/projects', '项目', 'Projects'],
  ['project', '/projects/pj-hetang', '荷塘卫生院升级改造工程', '荷塘卫生院升级改造工程'],
  ['schedule', '/schedule', '进度', 'Schedule'],
  ['scheduleProject', '/schedule?projectId=pj-hetang', '进度', 'Schedule'],
  ['week', '/schedule?tab=week', '进度', 'Schedule'],
  ['board', '/schedule?tab=board', '进度', 'Schedule'],
  ['earned', '/schedule?tab=earned', '进度', 'Schedule'],
  ['money', '/money', '资金', 'Funds'],
  ['moneyProject', '/money?projectId=pj-hetang', '资金', 'Funds'],
  ['charts', '/money?tab=charts', '资金', 'Funds'],
  ['chartsProject', '/money?tab=charts&projectId=pj-hetang', '资金', 'Funds'],
  ['work', '/money?tab=work&projectId=pj-hetang&year=2024', '资金', 'Funds'],
  ['contracts', '/money?tab=contracts', '资金', 'Funds'],
  ['budgets', '/money?tab=budgets&projectId=pj-hetang', '资金', 'Funds'],
  ['funds', '/money?tab=funds', '资金', 'Funds'],
  ['annual', '/money?tab=annual', '资金', 'Funds'],
  ['holdings', '/money?tab=holdings', '资金', 'Funds'],
  ['dues', '/money?tab=dues', '资金', 'Funds'],
  ['periods', '/money?tab=periods', '资金', 'Funds'],
  ['payments', '/payments', '台账', 'Ledger'],
  ['import', '/import?kind=payments', '导入', 'Import'],
  ['boardPrint', '/schedule/board?planId=', '打印预览', 'Print preview'],
  ['weekPrint', '/schedule/week', '打印预览', 'Print preview'],
  ['record', '/payments?new=1', '台账', 'Ledger'],
  ['batch', '/payments/batch', '连续录入', 'Batch entry'],
  ['monthlyReport', '/reports', '报表', 'Reports'],
  ['paymentLedger', '/reports?report=paymentLedger&paper=A3', '报表', 'Reports'],
  ['checks', '/checks', '核对', 'Checks'],
  ['settings', '/settings', '设置', 'Settings'],
] as const

for (const [column, language] of [
  [2, 'zh-CN'],
  [3, 'en'],
] as const) {
  test(`every screen in ${language}: no serious fault for assistive technology, nothing wider than the window, pictures at two sizes`, async () => {
    test.setTimeout(240_000)
    const library = await makePlansLibrary()
    for (const [index, amountFen] of [123_456_789, 50_000_000, 800].entries()) {
      await runRequest(library, 'recordPayment', {
        projectId: 'pj-hetang',
        paidOn: `2024-0${String(index + 3)}-05`,
        amountFen,
        payee: `测试建设工程有限公司（第${String(index + 1)}项目部）`,
        purpose: '测试工程进度款',
        voucherNo: `记-${String(index)}`,
        idempotencyKey: `looks-key-${String(index)}`,
      })
    }
    await runRequest(library, 'createBudgetVersion', { projectId: 'pj-hetang', kind: 'preliminary' })
    await runRequest(library, 'createFund', { kind: 'bond', name: '测试专项债券' })
    await runRequest(library, 'recordContract', {
      projectId: 'pj-hetang',
      number: '测-001',
      name: '测试施工总承包合同',
      counterparty: '测试建设工程有限公司',
      kind: 'construction',
      signedOn: '2023-05-01',
      amountFen: 9_500_000_000,
    })
    const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
    const { page } = app
    await page.getByRole('heading', { name: '总览' }).waitFor()
    const state = await page.evaluate(() => window.api.getState())
    await page.evaluate((settings) => window.api.saveSettings(settings), { ...state.settings, language })
    for (const screen of screens) {
      const [name, route] = screen
      await page.evaluate((hash) => {
        location.hash = hash
      }, route)
      await expect(page.getByRole('heading', { name: screen[column] }).first()).toBeVisible()
      await expect(page.getByText(/^(正在读取|Loading)/)).toHaveCount(0)
      await setSize(app, 1280, 720)
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wider, `${name} is wider than the window`).toBeLessThanOrEqual(0)
      expect(await crowded(page), `${name} is crowded`).toEqual([])
      // Electron's context opens no second page for axe's frames: the legacy mode tests this page alone.
      const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      // Soft: one run names the faults of every screen.
      expect
        .soft(
          serious.map(
            ({ id, nodes }) => `${name} ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
          ),
        )
        .toEqual([])
      await takeScreenshots(app, `${name}-${language}`)
    }
    await app.close()
  })
}

for (const [language, words] of [
  [
    'zh-CN',
    {
      menu: '进度文件',
      mspdi: '导入 Project XML…',
      confirm: /^更新进度计划/,
      file: '选择文件…',
      rows: '逐行核对',
    },
  ],
  [
    'en',
    {
      menu: 'Files',
      mspdi: 'Import Project XML…',
      confirm: /^Update the plan/,
      file: 'Choose a file…',
      rows: 'Row by row',
    },
  ],
] as const) {
  test(`what a schedule file changes and what a sheet of tasks comes to, in ${language}`, async () => {
    const library = await makePlansLibrary()
    const folder = await temporaryFolder()
    const xml = join(folder, '施工总进度计划（调整）.xml')
    await runRequest(library, 'applyTemplate', { projectId: 'pj-hetang', startOn: '2026-03-02' }, 'liaison')
    await runRequest(library, 'exportMspdi', { projectId: 'pj-hetang', file: xml }, 'liaison')
    const written = await readFile(xml, 'utf8')
    await writeFile(
      xml,
      written
        .replace('<Name>主体结构</Name>', '<Name>主体结构（含人防）</Name>')
        .replace(
          '</Tasks>',
          '<Task><UID>900</UID><Name>人防验收</Name></Task></Tasks><Resources><Resource><UID>1</UID></Resource></Resources>',
        ),
    )
    const csv = join(folder, '总进度.csv')
    await writeFile(
      csv,
      'WBS,任务名称,开始,完成,工期,前置任务,责任单位\r\n1,施工,,,,,\r\n1.1,基础工程,2026-03-02,2026年上半年,60,,测试建设公司\r\n1.2,主体工程,,2026年,十个月,1.1FS+5d,\r\n1.3,装修工程,,,90,1.2,\r\n',
    )
    const app = await launchApp({ library, actor: { name: '李强', role: 'liaison' } })
    const { page } = app
    await page.getByRole('heading', { name: '总览' }).waitFor()
    const state = await page.evaluate(() => window.api.getState())
    await page.evaluate((settings) => window.api.saveSettings(settings), { ...state.settings, language })
    await page.evaluate(() => {
      location.hash = '/schedule?projectId=pj-hetang'
    })
    await answerDialogs(app, xml)
    await page.getByRole('button', { name: words.menu }).click()
    await page.getByRole('menuitem', { name: words.mspdi }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: words.confirm })).toBeVisible()
    await setSize(app, 1280, 720)
    await expectSound(page)
    await takeScreenshots(app, `scheduleFile-${language}`)
    await page.keyboard.press('Escape')

    await page.evaluate(() => {
      location.hash = '/import?kind=tasks&projectId=pj-hetang'
    })
    await answerDialogs(app, csv)
    await page.getByRole('button', { name: words.file }).click()
    await expect(page.getByRole('table', { name: words.rows })).toBeVisible()
    await setSize(app, 1280, 720)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await expectSound(page)
    await takeScreenshots(app, `importTasks-${language}`)
    await app.close()
  })
}

test('the first start at two sizes', async () => {
  const app = await launchApp()
  await app.page.getByLabel('姓名').waitFor()
  const found = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id),
  ).toEqual([])
  await takeScreenshots(app, 'start-zh-CN')
  await app.close()
})

test('the language switches at once and stays', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  await app.page.getByText('English', { exact: true }).click()
  await expect(app.page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await expect(app.page.getByRole('region', { name: /蓬江区/ })).toContainText('88,385.26')
  await app.close()
  const again = await launchApp({ library, userDataDir: app.userDataDir })
  await expect(again.page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await again.close()
})

/** Tools that take more than one line, and a list of contracts that has to be scrolled sideways. */
function crowded(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll('.schedule-tools')]
      .filter(({ clientHeight }) => clientHeight > 44)
      .map(({ ariaLabel }) => ariaLabel ?? ''),
    ...[...document.querySelectorAll('.contract-table')]
      .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)
      .map(() => 'contracts'),
  ])
}

/** Axe finds nothing serious in the page. */
async function expectSound(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}
