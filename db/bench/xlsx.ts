import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { emptySynthetic, randomNumbers, syntheticPayments } from './generate.ts'
import { print } from './measure.ts'

const count = 100_000
const folder = new URL('../../out/bench/', import.meta.url).pathname

/** A file of 100k × 10 to a checked preview, in a process of its own, against LibreOffice's load and convert of it. */
export async function benchXlsx(): Promise<boolean> {
  const library = `${folder}xlsx.cpt`
  const db = await emptySynthetic('xlsx')
  const names = db.all<{ id: string; name: string }>('SELECT id, name FROM project')
  db.sqlite.close()
  const file = `${folder}payments-100k.xlsx`
  if (!existsSync(file)) await writeSheet(file, new Map(names.map(({ id, name }) => [id, name])))

  const floor = convertByLibreOffice(file)
  const read = await previewBySelf(library, file)
  const preview = JSON.parse(read.stdout) as { counts: { new: number; error: number; duplicate: number } }
  if (preview.counts.new !== count) throw new Error(`preview of ${JSON.stringify(preview.counts)}`)
  const isFast = print({
    id: 'xlsx',
    what: `${String(count)} × 10 cells of a workbook to a checked preview, start of the process included`,
    median: read.ms,
    p95: read.ms,
    floor,
    ratio: read.ms / floor,
    target: '≤ LibreOffice’s load and convert in the same run',
    runs: 1,
    isMet: read.ms <= floor,
  })
  const isSmall = print({
    id: 'xlsx-memory',
    what: 'MiB at the most of the process that read it',
    median: read.peakMiB,
    p95: read.peakMiB,
    floor: null,
    ratio: null,
    target: '≤ 500 MiB',
    runs: 1,
    isMet: read.peakMiB <= 500,
  })
  return isFast && isSmall
}

async function writeSheet(file: string, names: ReadonlyMap<string, string>) {
  const heads = [
    '项目',
    '支付日期',
    '收款单位',
    '用途',
    '金额（元）',
    '凭证号',
    '款项性质',
    '资金来源',
    '发票号',
    '备注',
  ]
  const columns = heads.map((header) => ({
    header,
    ...(header === '支付日期' ? { numFmt: 'yyyy-mm-dd' } : {}),
  }))
  const sheet = Readable.fromWeb(writeXlsxStream(rowsOf(names), { name: '支付', columns }))
  await finished(sheet.pipe(createWriteStream(file)))
}

function* rowsOf(names: ReadonlyMap<string, string>) {
  const random = randomNumbers(7)
  for (const payment of syntheticPayments(count)) {
    yield [
      names.get(payment.projectId) ?? '',
      new Date(`${payment.paidOn}T00:00:00Z`),
      payment.payee,
      payment.purpose,
      payment.amountFen / 100,
      payment.voucherNo,
      random(2) === 0 ? '进度款' : null,
      null,
      `发票${String(random(1_000_000))}`,
      payment.memo,
    ]
  }
}

function convertByLibreOffice(file: string): number {
  const profile = `-env:UserInstallation=file://${folder}soffice`
  const args = [profile, '--headless', '--convert-to', 'csv', '--outdir', `${folder}converted`, file]
  // Its first start makes the profile: that is no part of the work.
  execFileSync('soffice', [profile, '--headless', '--terminate_after_init'], { stdio: 'ignore' })
  const started = performance.now()
  execFileSync('soffice', args, { stdio: 'ignore' })
  const took = performance.now() - started
  rmSync(`${folder}converted`, { recursive: true })
  return took
}

async function previewBySelf(library: string, file: string) {
  const cli = new URL('../cli.ts', import.meta.url).pathname
  const input = JSON.stringify({ file, kind: 'payments' })
  const started = performance.now()
  const child = spawn(process.execPath, [
    cli,
    '--actor',
    '合成',
    '--role',
    'finance',
    library,
    'previewImport',
    input,
  ])
  let stdout = ''
  let peakKiB = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  const watch = setInterval(() => {
    const status = `/proc/${String(child.pid)}/status`
    const peak = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
    peakKiB = Math.max(peakKiB, Number(peak ?? 0))
  }, 20)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the preview ended with ${String(code)}`)
  return { stdout, ms: performance.now() - started, peakMiB: peakKiB / 1024 }
}
