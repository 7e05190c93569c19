import { expect, type Locator, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest } from './app.ts'

/** As renderer/parts/chartStyle.ts has it. */
const chartColors = { plan: '#cc79a7' } as const

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

test('the chart draws the months of 用款计划; a bar opens the tasks and terms that add up to it', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const projectId = 'pj-hetang'
  for (const [year, amountFen] of [
    [2024, 60_000_000],
    [2023, 10_000_000],
  ] as const)
    await runRequest(library, 'setAnnualPlan', { projectId, year, lines: [{ fundId: null, amountFen }] })
  const dated = { costFen: 50_000_000, start: '2024-05-06', finish: '2024-06-28' }
  await runRequest(library, 'addTask', { projectId, name: '土建', ...dated })
  await runRequest(library, 'recordPayment', {
    projectId,
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
  await goTo('/money?tab=charts&year=2024&projectId=pj-hetang')
  const block = page.getByRole('region', { name: '逐月与累计支付、用款计划' })
  const chart = page.getByRole('img', { name: '逐月与累计支付、用款计划' })
  await expect(chart).toContainText('本年累计用款计划')
  await expect(block).toContainText(/用款计划 2024 年 50\.00/)

  await pressBar(page, chart, chartColors.plan)
  const entries = page.getByRole('dialog', { name: '用款计划 · 2024-06' })
  await expect(entries.getByRole('row', { name: /未签合同任务.*土建/ })).toBeVisible()
  await entries.getByRole('button', { name: '关闭' }).click()

  await app.close()
})

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
