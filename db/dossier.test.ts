import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { attached, someFile } from './fixture/someFile.ts'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const hostile = [
  '..／..／x.txt',
  'con.txt',
  'NUL',
  'a:b*c?.txt',
  '=cmd|calc.txt',
  '票.PDF',
  '票.pdf',
  `${'长'.repeat(190)}.txt`,
  '尾点. .',
  '-rf',
  '\u202etxt.exe',
]

describe('资料包', () => {
  test('whatever the files are called, it unpacks into its own folder, and sha256sum -c accepts every file', async () => {
    const library = await openPlans()
    const { ask } = library
    const payment = await ask('recordPayment', somePayment({ payee: '../../etc/“某”公司: <a>|CON' }))
    for (const [index, name] of hostile.entries()) {
      const { sha256 } = await ask('stageFile', { file: someFile('x', Buffer.from(`内容 ${String(index)}`)) })
      const record = { subject: 'payment', subjectId: payment.id } as const
      const got = await library.answer('attachFile', { ...record, sha256, name })
      if (!got.ok) expect(['attachmentNameInvalid', 'controlCharacter']).toContain(got.error.code)
    }
    const file = join(temporaryFolder(), '包.zip')
    const written = await ask('exportDossier', { projectId, file })
    const parts = unzipSync(readFileSync(file))
    const names = Object.keys(parts)
    expect(names).toHaveLength(written.fileCount + 2)
    const folder = join(temporaryFolder(), 'out')
    for (const [name, bytes] of Object.entries(parts)) {
      expect(name).not.toMatch(/^\/|\\|(^|\/)\.\.(\/|$)|[<>:"|?*\p{Cc}]/u)
      for (const part of name.split('/')) {
        expect(part).not.toMatch(/[. ]$/)
        expect(part).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i)
      }
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      expect(existsSync(path)).toBe(false)
      writeFileSync(path, bytes)
    }
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(() =>
      execFileSync('sha256sum', ['-c', '--strict', 'sha256sums.txt'], { cwd: folder }),
    ).not.toThrow()
    const sums = readFileSync(join(folder, 'sha256sums.txt'), 'utf8')
    writeFileSync(join(folder, names.find((name) => name.includes('支付')) ?? ''), '改动')
    expect(() =>
      execFileSync('sha256sum', ['-c', 'sha256sums.txt'], { cwd: folder, stdio: 'ignore' }),
    ).toThrow()
    expect(sums.trim().split('\n')).toHaveLength(written.fileCount + 1)
  })

  test('its index names every file with record, hash and size, and holds no live formula', async () => {
    const library = await openPlans()
    const { ask } = library
    const payment = await ask('recordPayment', somePayment())
    const bytes = Buffer.from('%PDF-1.4 发票')
    await attached(library, someFile('=1+1.pdf', bytes), {
      subject: 'payment',
      subjectId: payment.id,
      document: '发票',
      note: '@SUM(A1)',
    })
    const file = join(temporaryFolder(), '包.zip')
    await ask('exportDossier', { projectId, file })
    const parts = unzipSync(readFileSync(file))
    const book = new ExcelJS.Workbook()
    // Its typings ask for a Buffer of an older Node.
    await book.xlsx.load(Uint8Array.from(parts['index.xlsx'] ?? []).buffer)
    const rows: unknown[][] = []
    book.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values : []))
    const line = rows.find((row) => row.includes('发票')) ?? []
    expect(line).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(line).toContain(bytes.length)
    expect(line).toContain('=1+1.pdf')
    expect(line.some((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell)).toBe(false)
  })

  test('is of one project, one contract or one period alone; removed files are not in it', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const contract = await ask('recordContract', someContract())
    const put = async (name: string, subject: 'contract' | 'payment' | 'project', subjectId: string) =>
      await attached(library, someFile(name, Buffer.from(name)), { subject, subjectId })
    const early = await ask('recordPayment', somePayment({ paidOn: '2025-12-31' }))
    const late = await ask('recordPayment', somePayment({ paidOn: '2026-02-01' }))
    await put('合同.txt', 'contract', contract.id)
    await put('早.txt', 'payment', early.id)
    await put('晚.txt', 'payment', late.id)
    await put('别处.txt', 'project', 'ep-dahuai')
    const gone = await put('移除.txt', 'payment', late.id)
    await ask('removeAttachment', { attachmentId: gone.id, reason: '传错' })
    const file = join(temporaryFolder(), '包.zip')
    const namesIn = async (scope: object) => {
      await ask('exportDossier', { ...scope, file })
      return Object.keys(unzipSync(readFileSync(file)))
        .map((name) => name.split('/').at(-1))
        .filter((name) => name?.endsWith('.txt') === true && name !== 'sha256sums.txt')
        .toSorted()
    }
    expect(await namesIn({ projectId })).toEqual(['合同.txt', '早.txt', '晚.txt'])
    expect(await namesIn({ contractId: contract.id })).toEqual(['合同.txt'])
    expect(await namesIn({ from: '2026-01-01', to: '2026-12-31' })).toEqual(['晚.txt'])
    expect((await refusal('exportDossier', { from: '2030-01-01', file })).code).toBe('dossierEmpty')
  })

  test('a damaged content stops it, and no package is left behind', async () => {
    const library = await openPlans()
    await attached(library, someFile('甲.txt', Buffer.alloc(300_000, 65)), {
      subject: 'project',
      subjectId: projectId,
    })
    library.db.sqlite.exec(`UPDATE content_chunk SET bytes = x'00' WHERE position = 0`)
    const file = join(temporaryFolder(), '包.zip')
    expect((await library.refusal('exportDossier', { projectId, file })).code).toBe('contentDamaged')
    expect(existsSync(file)).toBe(false)
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
