import { join } from 'node:path'
import { expect, type Page, test } from 'playwright/test'
import { crowdedWorkbook } from '../db/fixture/crowdedWorkbook.ts'
import {
  answerDialogs,
  launchApp,
  makePlansLibrary,
  runRequest,
  takeScreenshots,
  temporaryFolder,
} from './app.ts'
import { openScreen } from './ledgerPage.ts'
import { receiveFund } from './receiveFund.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('a crowded workbook: 下达 and 到位 of each row come in, then what was paid, by source, from the first of two tables', async () => {
  test.setTimeout(90_000)
  const library = await makePlansLibrary()
  for (const [kind, name] of [
    ['central', '中央'],
    ['province', '省级'],
    ['bond', '专项债券'],
  ] as const)
    await runRequest(library, 'createFund', { kind, name })
  const file = join(await temporaryFolder(), '2024年台账.xlsx')
  await crowdedWorkbook(file)
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  const rows = page.getByRole('region', { name: '逐行核对' })
  await openScreen(page, '台账')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('资金下达与到位', { exact: true }).click()
  await answerDialogs(app, file)
  await page.getByRole('button', { name: '选择文件…' }).click()

  // The first sheet is what was paid, with 到位 in a table beside it; the second is the office's table of funds.
  await expect(page.getByText('本工作表并排有 2 张表，一次读一张，其余另行导入')).toBeVisible()
  await page.getByRole('combobox', { name: '工作表' }).click()
  await page.getByTitle('2024年资金', { exact: true }).click()
  await expect(rows.getByText('新增 5')).toBeVisible()
  await rows.getByText(/^全部/).click()
  await expect(rows.getByRole('row', { name: /^4 新增 下达/ })).toContainText('5,000,000.00')
  await expect(rows.getByRole('row', { name: /^4 新增 到位/ })).toContainText('3,000,000.00')
  await expect(page.getByText('下达：与表上合计一致（第 7 行）')).toBeVisible()
  await takeScreenshots(app, 'importFunds')
  // One of the two entries stays out, the other of the same row does not.
  await page.getByRole('button', { name: '不导入 5 下达' }).click()
  await expect(rows.getByText('新增 4')).toBeVisible()
  await page.getByRole('button', { name: '恢复 5 下达' }).click()
  await page.getByRole('button', { name: '导入 5 条' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已导入' })).toContainText(
    /已导入 5 条： 下达 16,000,000.00.*到位 6,000,000.00/,
  )

  await page.getByText('支付', { exact: true }).click()
  await page.getByRole('button', { name: '选择文件…' }).click()
  await expect(page.getByRole('combobox', { name: '并排的表' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'F 合同金额 隐藏' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '统一年份' })).toHaveCount(0)
  await expect(rows.getByRole('row', { name: /^11 / })).toContainText('“2024年6月”不是日期')
  await expect(rows.getByRole('row', { name: /^9 / })).toContainText(
    '拆分合计与支付金额不等（差 50,000.00 元）',
  )
  await takeScreenshots(app, 'importCrowded')

  // The bond has not come in: its rows are refused by name. A day and a split are typed right.
  await mend(page, 11, '支付日期', '2024-06-30')
  await mend(page, 9, '资金来源', '省级 15；专项债券 20')
  await expect(rows.getByText('错误 6')).toBeVisible()
  await expect(rows.getByRole('row', { name: /^11 / })).toContainText('专项债券 余额')
  for (const projectId of ['pj-hetang', 'pj-duruan'])
    await receiveFund(page, '专项债券', 100_000_000, projectId)
  await receiveFund(page, '省级', 100_000_000, 'pj-duruan')
  await page.getByRole('checkbox', { name: '重复的也导入' }).click()
  await expect(rows.getByText('错误 0')).toBeVisible()
  await page.getByRole('button', { name: '导入 6 行' }).click()
  await expect(page.getByText('已导入 6 条，合计')).toContainText('1,644,000.00')
  await app.close()

  const { items } = await runRequest(library, 'listPayments', { sort: 'paidOn' })
  expect(items.map(({ paidOn, fundSplit }) => [paidOn, fundSplit.length])).toEqual([
    ['2024-03-05', 3],
    ['2024-03-18', 2],
    ['2024-04-02', 1],
    ['2024-05-06', 2],
    ['2024-05-09', 1],
    ['2024-06-30', 1],
  ])
})

async function mend(page: Page, row: number, field: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `改正第 ${String(row)} 行` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(field).fill(value)
  await dialog.getByRole('button', { name: '改正' }).click()
  await expect(dialog).toBeHidden()
}
