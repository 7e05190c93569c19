import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { launchApp, makePlansLibrary, runRequest, setSize, takeScreenshots } from './app.ts'

for (const [language, words] of [
  [
    'zh-CN',
    {
      reverse: /冲销/,
      close: '结账 2024-03',
      settle: '结算',
      dossier: '资料包…',
      save: '确认更正',
      content: '内容记错',
    },
  ],
  [
    'en',
    {
      reverse: /^Reverse/,
      close: 'Close month 2024-03',
      settle: 'Settle',
      dossier: 'Package…',
      save: 'Correct',
      content: 'Its content',
    },
  ],
] as const) {
  test(`the large dialogs in ${language} stand in a window of 1280 × 720 without scrolling, and are named for every reader`, async () => {
    test.setTimeout(120_000)
    const library = await makePlansLibrary()
    const contract = await runRequest(library, 'recordContract', {
      projectId: 'pj-hetang',
      number: '测-001',
      name: '测试监理合同',
      counterparty: '测试监理有限公司',
      kind: 'supervision',
      signedOn: '2023-05-01',
      amountFen: 100_000_000,
      retentionPct: 3,
    })
    await runRequest(library, 'recordPayment', {
      projectId: 'pj-hetang',
      paidOn: '2024-03-05',
      amountFen: 12_345_600,
      payee: '测试建设工程有限公司',
      purpose: '测试进度款',
      voucherNo: '记-1',
      idempotencyKey: 'dialogs',
    })
    const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
    const { page } = app
    await page.getByRole('heading', { name: '总览' }).waitFor()
    const state = await page.evaluate(() => window.api.getState())
    await page.evaluate((settings) => window.api.saveSettings(settings), { ...state.settings, language })
    await setSize(app, 1280, 720)

    await goTo(page, '/payments')
    await page.getByRole('button', { name: words.reverse }).first().click()
    const correct = page.getByRole('dialog')
    await correct.getByText(words.content, { exact: true }).click()
    await expect(correct.getByRole('button', { name: words.save, exact: true })).toBeVisible()
    await expect(correct.getByRole('table').getByRole('row')).toHaveCount(3)
    await expectFits(page)
    await takeScreenshots(app, `correct-${language}`)
    await setSize(app, 1280, 720)
    await page.keyboard.press('Escape')

    await goTo(page, '/money?tab=periods')
    await page.getByRole('button', { name: words.close }).click()
    // The finance ledger differs: the explanation is asked for, too.
    await page.getByRole('dialog').getByRole('textbox').nth(1).fill('5')
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveCount(4)
    await expectFits(page)
    await takeScreenshots(app, `close-${language}`)
    await setSize(app, 1280, 720)
    await page.keyboard.press('Escape')

    await goTo(page, `/money?tab=contracts&contractId=${contract.id}`)
    await page.getByRole('button', { name: words.settle, exact: true }).click()
    const settle = page.getByRole('dialog').last()
    await settle.getByRole('textbox').nth(1).fill('990000')
    await expect(settle.getByRole('listitem')).toHaveCount(3)
    await expectFits(page)
    await takeScreenshots(app, `settle-${language}`)
    await setSize(app, 1280, 720)
    await page.keyboard.press('Escape')

    await goTo(page, '/checks')
    await page.getByRole('button', { name: words.dossier }).click()
    await expectFits(page)
    await app.close()
  })
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((route) => {
    location.hash = route
  }, hash)
}

/** The dialog on top needs no scroll bar, and axe finds nothing serious in the page. */
async function expectFits(page: Page): Promise<void> {
  await expect(page.locator('.ant-modal-wrap').last()).toBeVisible()
  // A dialog grows while it opens.
  await expect
    .poll(() =>
      page
        .locator('.ant-modal-wrap')
        .last()
        .evaluate((wrap) => wrap.scrollHeight - wrap.clientHeight),
    )
    .toBeLessThanOrEqual(0)
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}
