import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, test } from 'playwright/test'
import { type App, answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'
import { fillEntry, openScreen, saveEntry } from './ledgerPage.ts'

const payment = {
  projectId: 'pj-hetang',
  paidOn: '2024-03-05',
  amountFen: 12_345_600,
  payee: '测试建设工程有限公司',
  purpose: '测试进度款',
  voucherNo: '记-1',
  idempotencyKey: 'attachment-story',
}

test('files are put on a payment, opened as a copy, saved, removed with a reason, and 校验账本 counts them', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  await runRequest(library, 'recordPayment', payment)
  const folder = await temporaryFolder()
  const invoice = join(folder, '发票 001.pdf')
  await writeFile(invoice, '%PDF-1.4 测试发票')
  const program = join(folder, '付款申请.pdf')
  await writeFile(program, 'MZ not a document')
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '台账')
  await page.getByRole('cell', { name: '123,456.00', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: /支付/ })
  const standings = drawer.getByRole('list', { name: '应附文件' })
  await expect(standings).toContainText('缺 付款申请')
  await expect(standings).toContainText('缺 发票')

  // Dropped: its name says which document it is.
  await dropFile(app, drawer.getByRole('region', { name: '附件' }), invoice)
  await expect(standings).toContainText('发票：已附')
  // The same file again, and one that is empty, are told and change nothing.
  const empty = join(folder, '空.pdf')
  await writeFile(empty, '')
  await dropFile(app, drawer.getByRole('region', { name: '附件' }), invoice)
  await expect(drawer.getByRole('alert')).toContainText('发票 001.pdf：该记录已附有这个文件')
  await dropFile(app, drawer.getByRole('region', { name: '附件' }), empty)
  await expect(drawer.getByRole('alert')).toContainText('空.pdf：文件是空的')
  await expect(drawer.getByRole('list', { name: '附件', exact: true }).getByRole('listitem')).toHaveCount(1)
  // Chosen in the dialog.
  await answerDialogs(app, program)
  await drawer.getByRole('button', { name: '选择文件…' }).click()
  await expect(standings).toContainText('付款申请：已附')

  // A document opens from a copy of its own; what can run never does.
  await watchOpened(app)
  await drawer.getByRole('button', { name: '发票 001.pdf', exact: true }).click()
  await expect.poll(() => opened(app)).toHaveLength(1)
  const [copy = ''] = await opened(app)
  expect(copy.startsWith(join(app.userDataDir, 'opened'))).toBe(true)
  expect(readFileSync(copy).equals(readFileSync(invoice))).toBe(true)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  await drawer.getByRole('button', { name: '付款申请.pdf', exact: true }).click()
  await expect(page.getByText(/不直接打开/)).toBeVisible()
  expect(await opened(app)).toHaveLength(1)

  const saved = join(folder, '另存.pdf')
  await answerDialogs(app, saved)
  await drawer.getByRole('button', { name: '另存 发票 001.pdf' }).click()
  await expect.poll(() => existsSync(saved)).toBe(true)

  await drawer.getByRole('button', { name: '移除 付款申请.pdf' }).click()
  const asked = page.getByRole('dialog', { name: '移除附件：付款申请.pdf' })
  await asked.getByRole('button', { name: /移\s?除/ }).click()
  await expect(asked.getByText('请填写原因')).toBeVisible()
  await asked.getByLabel('原因').fill('不是付款申请')
  await asked.getByRole('button', { name: /移\s?除/ }).click()
  await expect(standings).toContainText('缺 付款申请')
  await drawer.getByText('显示已移除的附件').click()
  await expect(drawer.getByRole('list', { name: '附件', exact: true })).toContainText(
    '王芳 移除：不是付款申请',
  )
  await drawer.getByRole('button', { name: '不需要 付款申请' }).click()
  const waive = page.getByRole('dialog', { name: '标为不需要：付款申请' })
  await waive.getByLabel('原因').fill('零星采购')
  await waive.getByRole('button', { name: '不需要' }).click()
  await expect(standings).toContainText('付款申请：不需要（零星采购）')

  await app.close()
  expect(existsSync(join(app.userDataDir, 'opened'))).toBe(false)
  expect(await runRequest(library, 'listMissingDocuments', {})).toMatchObject({ total: 0 })
  expect(await runRequest(library, 'verifyLibrary', {})).toMatchObject({ isSound: true })
})

test('a file chosen before the payment is saved is attached with it', async () => {
  const library = await makePlansLibrary()
  const folder = await temporaryFolder()
  const invoice = join(folder, '发票 9.pdf')
  await writeFile(invoice, '%PDF-1.4 九')
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  const { page } = app
  await openScreen(page, '台账')
  await page.keyboard.press('Control+n')
  const record = page.getByRole('region', { name: '记一笔支付' })
  await answerDialogs(app, invoice)
  await record.getByRole('button', { name: '随附文件' }).click()
  await expect(record.getByRole('list', { name: '随附文件' })).toContainText('发票 9.pdf')
  await fillEntry(page, {
    project: '荷塘',
    paidOn: '2024-03-20',
    amount: '1234',
    payee: '测试公司',
    purpose: '测试',
  })
  await saveEntry(page)
  await expect(record.getByRole('status')).toContainText('本次已记 1 笔')
  await expect(record.getByRole('list', { name: '随附文件' })).toHaveCount(0)
  await app.close()
  expect(await runRequest(library, 'listAttachments', { projectId: 'pj-hetang' })).toMatchObject({
    total: 1,
    items: [{ name: '发票 9.pdf', document: '发票', subject: 'payment' }],
  })
})

test('a script in the page cannot name a path: a made-up file reads nothing', async () => {
  const library = await makePlansLibrary()
  const app = await launchApp({ library, actor: { name: '王芳', role: 'finance' } })
  await app.page.getByRole('heading', { name: '总览' }).waitFor()
  for (const dropped of [
    [{ name: '/etc/passwd', size: 3 }],
    ['/etc/passwd'],
    [{ path: '/etc/passwd', name: 'passwd', size: 3 }],
  ]) {
    const answer = await app.page.evaluate(
      // The page's own code cannot be trusted to keep to the type.
      (files) => window.api.chooseFiles(files as never).catch((error: unknown) => ({ ok: false, error })),
      dropped,
    )
    expect(answer).toMatchObject({ ok: false })
  }
  const made = await app.page.evaluate(() => window.api.chooseFiles([new File(['x'], '/etc/passwd')]))
  expect(made).toMatchObject({ ok: false, error: { code: 'inputMalformed' } })
  expect(readdirSync(app.userDataDir)).not.toContain('opened')
  await app.close()
})

/** Drops a file that lies on the disk, as the system's file manager would. */
async function dropFile(app: App, target: Locator, path: string): Promise<void> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('nothing to drop on')
  const client = await app.page.context().newCDPSession(app.page)
  const at = { x: box.x + box.width / 2, y: box.y + 8 }
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at, data })
  await client.detach()
}

async function watchOpened(app: App): Promise<void> {
  await app.electron.evaluate(({ shell }) => {
    const seen: string[] = []
    Object.assign(globalThis, { openedPaths: seen })
    shell.openPath = (path) => {
      seen.push(path)
      return Promise.resolve('')
    }
  })
}

async function opened(app: App): Promise<readonly string[]> {
  return await app.electron.evaluate(() => (globalThis as unknown as { openedPaths: string[] }).openedPaths)
}
