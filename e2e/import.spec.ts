import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { messyPayments } from '../db/fixture/messyWorkbook.ts'
import { readAnswer } from '../db/requests/wire.ts'
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

test('a messy workbook is imported after two rows were mended, and taken back whole', async () => {
  test.setTimeout(90_000)
  const library = await makePlansLibrary()
  const file = join(await temporaryFolder(), '2023年支付台账.xlsx')
  await messyPayments(file)
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await answerDialogs(app, file)
  await page.getByRole('button', { name: '选择文件…' }).click()

  // The first sheet is a cover without heads: another one is chosen, and no dialog asks for the file again.
  await expect(page.getByText('没有找到表头')).toBeVisible()
  await answerDialogs(app, null)
  await choose(page, '工作表', '2023年支付')
  const rows = page.getByRole('region', { name: '逐行核对' })
  await expect(rows.getByText('错误 2')).toBeVisible()
  await expect(page.getByText('表中已注明')).toBeVisible()
  await expect(page.getByText(/^表上合计（第 15 行）3,617,500.00 元，各行之和 2,819,000.00 元/)).toBeVisible()
  await expect(page.getByRole('button', { name: '导入 5 行' })).toBeDisabled()
  const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    axe.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
  await takeScreenshots(app, 'importPreview')

  await page.getByRole('button', { name: '改正第 13 行' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/“二〇二三年底”不是日期/)).toBeVisible()
  await dialog.getByLabel('支付日期').fill('2023-12-29')
  await dialog.getByRole('button', { name: '改正' }).click()
  await expect(rows.getByText('错误 1')).toBeVisible()
  await choose(page, '指 不存在的卫生院', '棠下镇卫生院住院大楼建设项目')
  await expect(rows.getByText('错误 0')).toBeVisible()
  await page.getByRole('button', { name: '导入 7 行' }).click()
  await expect(page.getByText('已导入 7 条，合计')).toContainText('2,469,000.00')

  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByLabel('筛选合计')).toContainText('2,469,000.00')
  await page.goBack()
  const past = page.getByRole('region', { name: '历次导入' })
  await past.getByRole('button', { name: '撤销导入' }).click()
  await page.getByRole('dialog').getByLabel('原因').fill('导错了年度')
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(past.getByText(/已撤销.*导错了年度/)).toBeVisible()
  await takeScreenshots(app, 'importList')
  await app.close()
  const { totals } = await runRequest(library, 'listPayments', {})
  expect(totals).toMatchObject({ count: 14, amountFen: 0 })
})

test('cells pasted from a spreadsheet go through the same check; a source that is not there is made at once, and a payment tells its row', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: finance })
  const { page } = app
  await openScreen(page, '台账')
  await app.electron.evaluate(({ clipboard }, text) => {
    void clipboard.writeText(text)
  }, '项目\t付款日期\t收款单位\t摘要\t金额(元)\t资金来源\n荷塘卫生院升级改造工程\t2024.3.5\t甲公司\t进度款\t1,200.50\t区债')
  // On the list itself: no field takes them.
  await page.keyboard.press('Control+V')
  await expect(page.getByRole('region', { name: '逐行核对' })).toBeVisible()
  // No path comes from the page, beside a preview or alone.
  for (const input of [
    { file: '/etc/hostname', kind: 'payments' },
    { file: '/etc/hostname', previewId: 'x' },
  ])
    for (const name of ['previewImport', 'applyImport']) {
      const refused = await page.evaluate(([asked, given]) => window.api.request(asked, given), [
        name,
        input,
      ] as const)
      expect(readAnswer(refused)).toMatchObject({ ok: false, error: { code: 'inputMalformed' } })
    }
  // 区债 is no source yet: it is made where it is missed, and gets its money, which the row would overdraw.
  await page.getByRole('button', { name: '新增来源“区债”…' }).click()
  const made = page.getByRole('dialog', { name: '新增来源' })
  await expect(made.getByLabel('名称')).toHaveValue('区债')
  await made.getByRole('button', { name: /保\s?存/ }).click()
  const rows = page.getByRole('region', { name: '逐行核对' })
  await expect(rows).toContainText(/区债.*余额/)
  await receiveFund(page, '区债', 120_050)
  await rows.getByText(/^全部/).click()
  await page.getByRole('button', { name: '不导入 2' }).click()
  await page.getByRole('button', { name: '恢复 2' }).click()

  // How the sheet is read is kept under a name, and goes again with a reason.
  await page.getByRole('button', { name: '保存列对应' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('区债台账')
  await page.getByRole('textbox', { name: '名称' }).press('Enter')
  await page.getByRole('button', { name: '已存的列对应 1' }).click()
  await page.getByRole('button', { name: '删除“区债台账”' }).click()
  const remove = page.getByRole('dialog', { name: '删除列对应“区债台账”' })
  await remove.getByLabel('原因').fill('不再用')
  await remove.getByRole('button', { name: /删\s?除/ }).click()
  await expect(page.getByRole('button', { name: /已存的列对应/ })).toHaveCount(0)

  await page.getByRole('button', { name: '导入 1 行' }).click()
  await expect(page.getByText('已导入 1 条，合计')).toContainText('1,200.50')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('cell', { name: '甲公司', exact: true }).click()
  await page.getByRole('link', { name: '从 粘贴的单元格 第 2 行导入' }).click()
  const batch = page.getByRole('dialog', { name: '支付 · 粘贴的单元格' })
  await expect(batch.getByRole('table', { name: '导入明细' })).toContainText('甲公司 · 进度款')
  await batch.getByRole('button', { name: '关闭' }).click()
  await page
    .getByRole('region', { name: '历次导入' })
    .getByRole('link', { name: /打开这次导入的明细/ })
    .click()
  await expect(batch).toContainText('导入 1 条，合计 1,200.50')
  await app.close()
})

/** Opens the list and takes an item; opens it again where the screen was drawn anew in between. */
async function choose(page: Page, list: string, item: string): Promise<void> {
  await expect(async () => {
    await page.getByRole('combobox', { name: list }).click({ timeout: 2_000 })
    await page.getByTitle(item, { exact: true }).click({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}
