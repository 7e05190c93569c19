import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { outFolder } from '../electron/build/place.ts'
import { type App, answerDialogs, launchApp, makePlansLibrary, runRequest } from './app.ts'

/** As renderer/parts/chartStyle.ts has them. */
const chartColors = { plan: '#cc79a7', paid: '#009e73' } as const

test('a chart has a name, its table shows the same figures and opens their entries, and it changes language', async () => {
  const library = await makePlansLibrary()
  for (const [paidOn, amountFen] of [
    ['2024-03-05', 123_450_000],
    ['2024-05-06', 50_000_000],
  ] as const) {
    await runRequest(library, 'recordPayment', {
      ...{ projectId: 'pj-hetang', paidOn, amountFen, payee: '测试建设公司', purpose: '测试进度款' },
      ...{ voucherNo: `记-${paidOn}`, idempotencyKey: `charts-${paidOn}` },
    })
  }
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const goTo = (route: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, route)
  await goTo('/money?tab=charts&year=2024')

  // The drawing: what it is called, and the words in it.
  const spend = page.getByRole('img', { name: '逐月与累计支付、用款计划' })
  await expect(page.getByRole('img', { name: '概算、合同、完成投资与支付' })).toBeVisible()
  await expect(spend).toContainText('本年累计支付')
  await page.getByText('English', { exact: true }).click()
  const inEnglish = page.getByRole('img', { name: 'Payments by month and so far against the cash plan' })
  await expect(inEnglish).toContainText('Paid this year so far')
  await expect(inEnglish).not.toContainText('支付')
  await page.getByText('中文', { exact: true }).click()
  await expect(spend).toContainText('本年累计支付')

  // The table of the same figures; each opens what adds up to it.
  await page.getByText('表', { exact: true }).last().click()
  const table = page.getByRole('table', { name: '逐月与累计支付、用款计划' })
  await expect(table.getByRole('row', { name: /2024-03/ })).toContainText('123.45')
  const may = table.getByRole('row', { name: /2024-05/ })
  await expect(may).toContainText('50.00')
  await may.getByRole('link', { name: /173\.45.*打开支付明细/ }).click()
  await expect(page.getByRole('heading', { name: '台账' })).toBeVisible()
  await expect(page.getByText('记-2024-03-05')).toBeVisible()
  await expect(page.getByText('记-2024-05-06')).toBeVisible()
  await app.close()
})

test('the chart draws the months of 用款计划; bars open their entries, a year without months says so, and both print', async () => {
  test.skip(spawnSync('pdftotext', ['-v']).status !== 0, 'pdftotext is not installed: no PDF can be read')
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const projectId = 'pj-hetang'
  const made = (name: string, input: object) => runRequest(library, name, { projectId, ...input })
  await made('setAnnualPlan', { year: 2024, lines: [{ fundId: null, amountFen: 60_000_000 }] })
  await made('setAnnualPlan', { year: 2023, lines: [{ fundId: null, amountFen: 10_000_000 }] })
  await made('addTask', { name: '土建', costFen: 50_000_000, start: '2024-05-06', finish: '2024-06-28' })
  await made('recordPayment', {
    ...{ paidOn: '2024-05-20', amountFen: 40_000_000, payee: '测试建设公司', purpose: '测试进度款' },
    ...{ voucherNo: '记-520', idempotencyKey: 'charts-520' },
  })
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await page.getByRole('heading', { name: '总览' }).waitFor()
  const goTo = (route: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, route)
  await expect(page.getByText('88,385.26').first()).toBeVisible()
  const overview = await printed(app, '总览')
  expect(overview.text).toContain('88,385.26')
  expect(overview.text).toContain('非会计账簿，以财务账为准')
  expect(overview.overflow).toEqual([])

  await goTo('/money?tab=charts&year=2024&projectId=pj-hetang')
  const block = page.getByRole('region', { name: '逐月与累计支付、用款计划' })
  const chart = page.getByRole('img', { name: '逐月与累计支付、用款计划' })
  await expect(chart).toContainText('本年累计用款计划')
  await expect(block).toContainText(/用款计划 2024 年 50\.00/)

  await pressBar(page, chart, chartColors.plan)
  const entries = page.getByRole('dialog', { name: '用款计划 · 2024-06' })
  await expect(entries.getByRole('row', { name: /未签合同任务.*土建/ })).toBeVisible()
  await entries.getByRole('button', { name: '关闭' }).click()

  // On paper the drawing stands with its table, under its heading with unit and date.
  const paper = await printed(app, '图表')
  expect(paper.text).toContain('逐月与累计支付、用款计划')
  expect(paper.text).toMatch(/单位：\s*万元/)
  expect(paper.text).toMatch(/截至\s*\d{4}-\d\d-\d\d/)
  expect(paper.text).toMatch(/12\s*月/)
  expect(paper.text).toContain('本年累计用款计划')
  expect(paper.text).toMatch(/2024-05 +\d/)
  expect(paper.text).toMatch(/2024-12 +\d/)
  expect(paper.overflow).toEqual([])

  await pressBar(page, chart, chartColors.paid)
  await expect(page.getByRole('heading', { name: '台账' })).toBeVisible()
  await expect(page).toHaveURL(/from=2024-05-01&to=2024-05-31/)
  await expect(page.getByText('记-520')).toBeVisible()

  // 2023 has a plan of the year and nothing in its months: a level that is called so, and no bar of any month.
  await goTo('/money?tab=charts&year=2023&projectId=pj-hetang')
  await expect(block).toContainText('用款计划没有可排到月的数，只画全年数')
  await expect(chart).toContainText('年度计划（仅有全年数）')
  // The one mark of that colour is the legend's.
  await expect(chart.locator(`path[fill="${chartColors.plan}"]`)).toHaveCount(1)
  await block.getByText('表', { exact: true }).click()
  for (const month of ['2023-01', '2023-12'])
    await expect(block.getByRole('row', { name: month })).toContainText('未排到月')
  await app.close()
})

/** The screen saved as a PDF by the app itself, in out/screenshots; its words, and those that stand beyond its edge. */
async function printed(app: App, name: string) {
  const folder = join(outFolder, 'screenshots')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `print-${name}.pdf`)
  await answerDialogs(app, file)
  await app.page.evaluate(() => window.api.print('pdf'))
  const read = (...form: string[]) =>
    spawnSync('pdftotext', [...form, file, '-'], { encoding: 'utf8' }).stdout
  const pages = read('-bbox').split('<page ').slice(1)
  const overflow = pages.flatMap((page) => {
    const width = Number(/width="([\d.]+)"/.exec(page)?.[1])
    return [...page.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g)].flatMap(([, xMax, word]) =>
      Number(xMax) > width ? [word] : [],
    )
  })
  return { text: read('-layout'), overflow }
}

/** Presses the middle of the highest bar of a colour. */
async function pressBar(page: Page, chart: Locator, color: string): Promise<void> {
  await chart.scrollIntoViewIfNeeded()
  const middle = await chart.evaluate((element, fill) => {
    const bars = [...element.querySelectorAll(`path[fill="${fill}"]`)].map((bar) =>
      bar.getBoundingClientRect(),
    )
    const highest = bars.toSorted((one, other) => other.height - one.height)[0]
    return highest === undefined
      ? null
      : { x: highest.x + highest.width / 2, y: highest.y + highest.height / 2 }
  }, color)
  expect(middle).not.toBeNull()
  await page.mouse.click(middle?.x ?? 0, middle?.y ?? 0)
}
