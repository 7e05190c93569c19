import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainRow, type TableColumn, type TableRow } from '../domain/table.ts'
import { writeXlsxTable } from '../exchange/xlsx.ts'
import { print, timeOf } from './measure.ts'

const count = 100_000

/** 100k × 10 written as a workbook, against LibreOffice that loads and converts the same file. */
export async function benchXlsxOut(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cpt-bench-'))
  const file = join(folder, 'out.xlsx')
  const start = performance.now()
  let longest = 0
  let last = start
  let mostBytes = 0
  const writing = writeXlsxTable(file, sheet, rows())
  for (let step = await writing.next(); step.done !== true; step = await writing.next()) {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    mostBytes = Math.max(mostBytes, process.memoryUsage().rss)
  }
  const took = performance.now() - start
  const floor = timeOf(() =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore' },
    ),
  )
  const mib = mostBytes / 1_048_576
  const megabytes = (statSync(file).size / 1e6).toFixed(1)
  rmSync(folder, { recursive: true, force: true })
  const ratio = took / floor
  return print({
    id: 'xlsxOut',
    what: `${count} × 10 written as ${megabytes} MB; ${Math.round(mib)} MiB at most; ${Math.round(longest)} ms between two steps`,
    median: took,
    p95: took,
    floor,
    ratio,
    target: '≤ LibreOffice’s load and convert of the same; ≤ 500 MiB',
    runs: 1,
    isMet: ratio <= 1 && mib <= 500,
  })
}

function* rows(): IterableIterator<TableRow> {
  for (let place = 0; place < count; place += 1)
    yield plainRow([
      `2026-0${1 + (place % 9)}-1${place % 10}`,
      `第${place % 26}个项目`,
      `广东第${place % 997}建设工程有限公司`,
      `第${place}期进度款`,
      100_000_003 * ((place % 89) + 1) + place,
      `记-${place}`,
      '支付',
      place % 3 === 0 ? null : '按合同约定支付',
      '王芳',
      '2026-03-05T01:30:00.000Z',
    ])
}

const column = (id: string, kind: TableColumn['kind'], isSummed = false): TableColumn => ({
  id,
  title: id,
  group: null,
  kind,
  isSummed,
})

const sheet = {
  title: '支付台账',
  lines: ['编制单位：测试', '筛选：全部'],
  columns: [
    column('支付日期', 'day'),
    column('项目', 'text'),
    column('收款单位', 'text'),
    column('用途', 'text'),
    column('金额', 'money', true),
    column('凭证号', 'text'),
    column('状态', 'text'),
    column('备注', 'text'),
    column('录入人', 'text'),
    column('录入时间', 'instant'),
  ],
  rowCount: count,
  footLines: ['非会计账簿，以财务账为准。'],
  unit: 'yuan',
  language: 'zh-CN',
  paper: 'A4',
  hasFilter: true,
} as const
