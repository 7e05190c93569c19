import { expect, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, takeScreenshots } from './app.ts'
import { clipboardHtml, clipboardText } from './clipboardHtml.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('pasted cells are read by what they hold where the spreadsheet says it, else as shown, which is told', async () => {
  const app = await launchApp({ library: await makePlansLibrary(), actor: finance })
  const { page } = app
  for (const program of ['wps', 'libreOffice', 'googleSheets'] as const) {
    await pasteOnLedger(page, { html: clipboardHtml[program], text: clipboardText })
    const rows = await read(page)
    await expect(rows.getByRole('row', { name: /甲公司/ })).toContainText('1,234.56')
    await expect(rows.getByRole('row', { name: /甲公司/ })).toContainText('2024-03-05')
    await expect(rows.getByRole('row', { name: /乙公司/ })).toContainText('12,345.67')
    await expect(page.getByText(/按显示的样子读取/)).toHaveCount(0)
  }
  await pasteOnLedger(page, { html: clipboardHtml.excel, text: clipboardText })
  const rows = await read(page)
  await expect(rows.getByRole('row', { name: /甲公司/ })).toContainText('1,235.00')
  await expect(page.getByText(/^2 个数按显示的样子读取/)).toBeVisible()
  // What the sheet hides comes along with the copy, and is marked as in a file.
  await expect(page.getByRole('list', { name: '列对应' }).getByText('隐藏')).toHaveCount(1)
  await expect(page.getByText(/^其中 1 行在表格里是隐藏的/)).toBeVisible()
  await takeScreenshots(app, 'importPasted')

  await pasteOnLedger(page, { text: clipboardText })
  await expect((await read(page)).getByRole('row', { name: /乙公司/ })).toContainText('12,346.00')
  await expect(page.getByText(/^2 个数按显示的样子读取/)).toBeVisible()

  // Neither a script nor an address in what is pasted does anything.
  await pasteOnLedger(page, {
    html: `<table><tr><td>付款日期</td><td>收款单位</td><td>摘要</td><td>金额</td></tr><tr><td>2024-3-5</td><td><img src="https://example.invalid/x.png" onerror="document.title='ran'">丁公司<script>document.title='ran'</script></td><td>费</td><td>1</td></tr></table>`,
  })
  await expect((await read(page)).getByRole('row', { name: /丁公司/ })).toBeVisible()
  expect(await page.title()).not.toBe('ran')
  await app.close()
})

/** A copy as a spreadsheet makes it, pasted on the ledger of one project: no field takes it. */
async function pasteOnLedger(
  page: Page,
  flavours: { readonly html?: string; readonly text?: string },
): Promise<void> {
  await openScreen(page, '台账')
  await page.evaluate(() => {
    location.hash = '#/payments?projectId=pj-hetang'
  })
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeVisible()
  await expect(page.getByText('荷塘卫生院升级改造工程').first()).toBeVisible()
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (text !== undefined) clipboardData.setData('text/plain', text)
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, flavours)
}

async function read(page: Page) {
  const rows = page.getByRole('region', { name: '逐行核对' })
  await expect(rows).toBeVisible()
  await rows.getByText(/^全部/).click()
  return rows
}
