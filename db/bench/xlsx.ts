import { execFileSync } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { z } from 'zod'
import { startDbProcess } from '../fixture/dbProcess.ts'
import { benchFile, emptySynthetic, randomNumbers, syntheticPayments } from './generate.ts'
import { print, summary } from './measure.ts'

const count = 100_000
const runs = 5
const folder = new URL('../../out/bench/', import.meta.url).pathname

/** A file of 100k × 10 to a checked preview, in a process of its own, against LibreOffice's load and convert of it. */
export async function benchXlsx(): Promise<boolean> {
  const { library, file } = await workbookOf100k()
  const both = []
  for (let run = 0; run < runs; run += 1) {
    const floor = convertByLibreOffice(file)
    const read = await previewBySelf(library, file)
    if (read.counts.new !== count) throw new Error(`preview of ${JSON.stringify(read.counts)}`)
    both.push({ floor, ...read })
  }
  const floor = summary(both.map((run) => run.floor)).median
  const times = summary(both.map(({ ms }) => ms))
  const peakMiB = Math.max(...both.map((run) => run.peakMiB))
  const isFast = print({
    id: 'xlsx',
    what: `${String(count)} × 10 cells of a workbook to a checked preview, start of the process and opening included`,
    ...times,
    floor,
    ratio: times.median / floor,
    target: '≤ LibreOffice’s load and convert in the same run',
    isMet: times.median <= floor,
  })
  const isSmall = print({
    id: 'xlsx-memory',
    what: 'MiB at the most of the process that read it',
    median: peakMiB,
    p95: peakMiB,
    floor: null,
    ratio: null,
    target: '≤ 500 MiB',
    runs,
    isMet: peakMiB <= 500,
  })
  return isFast && isSmall
}

/** A workbook of 100k × 10 cells, and an empty library that knows its projects. */
export async function workbookOf100k(): Promise<{ readonly library: string; readonly file: string }> {
  const db = await emptySynthetic('xlsx')
  const names = db.all<{ id: string; name: string }>('SELECT id, name FROM project')
  db.sqlite.close()
  const file = `${folder}payments-100k.xlsx`
  if (!existsSync(file)) await writeSheet(file, new Map(names.map(({ id, name }) => [id, name])))
  return { library: benchFile('xlsx'), file }
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

/** By the db process as the app starts it: its bundle, over its wire. */
async function previewBySelf(library: string, file: string) {
  const started = performance.now()
  const child = await startDbProcess(folder, new URL('../../out/app/db/process.js', import.meta.url))
  let peakKiB = 0
  const watch = setInterval(() => {
    const status = `/proc/${String(child.pid)}/status`
    const peak = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
    peakKiB = Math.max(peakKiB, Number(peak ?? 0))
  }, 20)
  await child.open(library)
  const answer = await child.request('previewImport', { file, kind: 'payments' })
  const ms = performance.now() - started
  clearInterval(watch)
  await child.stop()
  if (!answer.ok) throw new Error(answer.error.message)
  return { counts: previewCounts.parse(answer.value).counts, ms, peakMiB: peakKiB / 1024 }
}

const previewCounts = z.object({
  counts: z.object({ new: z.int(), error: z.int(), duplicate: z.int() }),
})
