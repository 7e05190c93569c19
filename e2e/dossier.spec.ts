import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Page, test } from 'playwright/test'
import { openPromise } from 'yauzl'
import { answerDialogs, launchApp, makePlansLibrary, runRequest, temporaryFolder } from './app.ts'
import { openScreen } from './ledgerPage.ts'

const finance = { name: '王芳', role: 'finance' } as const

test('the files of a month leave as one package with their hashes; a long one can be stopped and leaves nothing', async () => {
  test.setTimeout(120_000)
  const library = await makePlansLibrary()
  const folder = await temporaryFolder()
  const march = await attached(library, folder, '2024-03-05', '三月发票.pdf', Buffer.from('%PDF-1.4 三月'))
  await attached(library, folder, '2024-04-05', '四月发票.pdf', randomBytes(80 * 1024 * 1024))
  const app = await launchApp({ library, actor: finance })
  const { page } = app

  // The ledger says which payments have files, and opens them there.
  await openScreen(page, '台账')
  await page.getByRole('button', { name: /2024-03-05 .*的附件，1 个文件/ }).click()
  await expect(page.getByRole('dialog')).toContainText('三月发票.pdf')
  await page.keyboard.press('Escape')

  await openScreen(page, '核对')
  const dialog = await openDossier(page)
  await dialog.getByLabel('期间').fill('三月')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '资料包' })).toBeDisabled()
  await dialog.getByLabel('期间').fill('2024年3月')
  const zip = join(folder, '三月.zip')
  await answerDialogs(app, zip)
  await dialog.getByRole('button', { name: '资料包' }).click()
  await expect(dialog.getByRole('status')).toContainText('三月.zip：1 个文件')
  const parts = await partsOf(zip)
  const invoice = [...parts.keys()].find((name) => name.endsWith('三月发票.pdf')) ?? ''
  expect([...parts.keys()].map((name) => basename(name)).toSorted()).toEqual(
    ['index.xlsx', 'sha256sums.txt', '三月发票.pdf'].toSorted(),
  )
  expect(
    createHash('sha256')
      .update(parts.get(invoice) ?? '')
      .digest('hex'),
  ).toBe(march)
  expect(parts.get('sha256sums.txt')?.toString('utf8')).toContain(`${march}  ${invoice}`)
  expect(await rowsOf(parts.get('index.xlsx'))).toContainEqual(expect.arrayContaining([march, invoice]))

  // All of it is large: its progress is shown, and cancel leaves neither a package nor a part of one.
  const stopped = join(folder, '全部.zip')
  await answerDialogs(app, stopped)
  await dialog.getByLabel('期间').fill('')
  await dialog.getByRole('button', { name: '资料包' }).click()
  await expect(dialog.getByRole('status')).toContainText('正在打包附件')
  await dialog.getByRole('button', { name: '取消' }).click()
  await expect(dialog.getByRole('button', { name: '资料包' })).toBeEnabled()
  expect(existsSync(stopped)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('全部'))).toEqual([])
  await dialog.getByRole('button', { name: '资料包' }).click()
  await expect(dialog.getByRole('status')).toContainText('2 个文件', { timeout: 30_000 })
  expect(statSync(stopped).size).toBeGreaterThan(80 * 1024 * 1024)
  await app.close()
})

async function openDossier(page: Page) {
  await page.getByRole('button', { name: '资料包…' }).click()
  return page.getByRole('dialog', { name: '资料包' })
}

/** A payment of that day with the file on it; answers its hash. */
async function attached(library: string, folder: string, paidOn: string, name: string, bytes: Buffer) {
  const file = join(folder, name)
  await writeFile(file, bytes)
  const payment = await runRequest(library, 'recordPayment', {
    projectId: 'pj-hetang',
    paidOn,
    amountFen: 100_000,
    payee: '测试公司',
    purpose: '测试',
    idempotencyKey: paidOn,
  })
  const { sha256 } = await runRequest(library, 'stageFile', { file })
  await runRequest(library, 'attachFile', { subject: 'payment', subjectId: payment.id, sha256, name })
  return sha256
}

async function partsOf(file: string): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openPromise(file)
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk))
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

async function rowsOf(bytes: Buffer | undefined): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes ?? []).buffer)
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values : []))
  return rows
}
