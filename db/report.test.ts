import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { reportKinds } from './domain/report/report.ts'
import { calcSheets, hasCalc } from './fixture/calc.ts'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('月报 counts the month, the year and everything before, done and paid apart', async () => {
  const { ask } = await kept()
  const report = await ask('getReport', { report: 'monthlyReport', month: '2026-02', unit: 'yuan' })
  expect(report).toMatchObject({ title: '投资完成情况月报', period: '2026年2月', office: '基建台账' })
  expect(row(report, '荷塘卫生院升级改造工程')).toEqual([
    '荷塘卫生院升级改造工程',
    15_339_570_000,
    500_000_00,
    20_000_00,
    30_000_00,
    80_000_00,
    6,
    2_000_00,
    3_000_00,
    7_000_00,
    0.6,
  ])
})

test('what nobody recorded is a word, and the total says how many it leaves out', async () => {
  const { ask } = await kept()
  const report = await ask('getReport', { report: 'monthlyReport', month: '2026-02' })
  expect(row(report, '体育公园项目').slice(1, 6)).toEqual(['未公布', '未录入', '未录入', '未录入', '未录入'])
  expect(report.total?.[0]).toBe(
    '合计（共 26 条；总投资不含未公布 21 项；年度计划、完成投资、支付不含未录入 25 项）',
  )
  expect(report.total?.[5]).toBe(80_000_00)
})

test('a total of which nothing is known is that word, on the screen and in the workbook, never 0', async () => {
  const { ask } = await openPlans()
  const report = await ask('getReport', { report: 'monthlyReport', month: '2026-02' })
  expect(report.total?.slice(1, 6)).toEqual([8_275_826_000_0, '未录入', '未录入', '未录入', '未录入'])
  const file = join(temporaryFolder(), '月报.xlsx')
  await ask('exportReport', { report: 'monthlyReport', month: '2026-02', file })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const total =
    book.worksheets[0]
      ?.getColumn(1)
      .values.findIndex((cell) => typeof cell === 'string' && cell.startsWith('合计')) ?? 0
  expect(book.worksheets[0]?.getRow(total).getCell(3).value).toBe('未录入')
  expect(book.worksheets[0]?.getRow(total).height).toBeGreaterThan(30)
})

test('月报 says which total is derived, and that a published total is not the sum of its items', async () => {
  const { ask } = await kept()
  const { gaps, notes } = await ask('getReport', { report: 'monthlyReport', month: '2026-02' })
  expect(gaps.map(({ text }) => text)).toContain(
    '蓬江区卫生与健康事业“十四五”规划：规划公布合计 88,385.26，分项合计 80,758.26，差额 7,627.00，待核。',
  )
  expect(notes).toContain('总投资为推算数（按规划所列标准计算，规划未列总额）：80家村卫生室新建或改造。')
})

test('a plan counts in the total once, its projects stand below it', async () => {
  const { ask } = await kept()
  const { rows, total } = await ask('getReport', { report: 'monthlyReport', month: '2026-02' })
  const plans = rows.filter(({ level }) => level === 0)
  expect(plans.map(({ cells }) => cells[0])).toEqual([
    '蓬江区卫生与健康事业“十四五”规划',
    '恩平市卫生健康事业发展“十四五”规划',
  ])
  expect(plans[0]?.cells[1]).toBe(80_758_260_000)
  expect(total?.[1]).toBe(plans.reduce((sum, { cells }) => sum + Number(cells[1]), 0))
})

test('年度投资计划表 has the six columns of 第十六条', async () => {
  const { ask } = await kept()
  const { columns, rows, total } = await ask('getReport', { report: 'annualPlan', year: 2026 })
  expect(columns.slice(1).map(({ title }) => title)).toEqual([
    '项目名称',
    '建设内容及规模',
    '建设工期',
    '项目总投资',
    '年度投资额',
    '资金来源',
  ])
  expect(rows.map(({ cells }) => cells[6])).toEqual(['未落实 50.00'])
  expect(total?.[5]).toBe(500_000_00)
})

test('资金使用台账 runs in the order of days, nets what was reversed, and is summed up in words', async () => {
  const { ask } = await kept()
  const wrong = await ask('recordPayment', somePayment({ paidOn: '2026-03-01', amountFen: 99 }))
  await ask('reversePayment', {
    paymentId: wrong.id,
    reason: '录错',
    reversedOn: '2026-03-02',
    idempotencyKey: 'reverse',
  })
  const report = await ask('getReport', { report: 'paymentLedger', from: '2026-01-01', to: '2026-12-31' })
  expect(report.rows.map(({ cells }) => cells[1])).toEqual([
    '2026-01-10',
    '2026-02-10',
    '2026-03-01',
    '2026-03-02',
  ])
  expect(report.inWords).toBe('叁仟元整')
  expect(report.period).toBe('2026-01-01 至 2026-12-31')
  expect(report.unit).toBe('yuan')
})

test('质保金台账 holds the contract’s share of what was done', async () => {
  const { ask } = await kept()
  const report = await ask('getReport', { report: 'retentionLedger' })
  expect(report.rows[0]?.cells.slice(5)).toEqual([3, 80_000_00, 2_400_00, null, 0, 2_400_00, '未录入'])
})

test('a table too long to read is refused on the screen and written as a workbook', async () => {
  const { ask, refusal, db } = await kept()
  db.run(
    `WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 3001)
      INSERT INTO payment (id, project_id, paid_on, amount_fen, payee, purpose, recorded_at, actor_name)
      SELECT 'many-' || n, 'pj-hetang', '2025-01-01', 100, '甲', '款', '2025-01-01T00:00:00.000Z', '王芳' FROM place`,
  )
  db.run(
    `INSERT INTO paid_by_month (project_id, month, paid_fen, reversed_fen, payment_count)
      VALUES ('pj-hetang', '2025-01', 300100, 0, 3001)`,
  )
  const asked = { report: 'paymentLedger', from: '2025-01-01', to: '2025-01-31' } as const
  expect(await refusal('getReport', asked)).toEqual({ code: 'reportTooLong', fields: ['report'] })
  const file = join(temporaryFolder(), '台账.xlsx')
  expect(await ask('exportReport', { ...asked, file })).toEqual({ file, rowCount: 3001 })
})

test.each(reportKinds)('%s as a workbook is the table on the screen, with its lines', async (kind) => {
  const { ask } = await kept()
  const report = await ask('getReport', { report: kind, unit: 'yuan' })
  const sheet = await workbook(await exported(ask, kind))
  expect(sheet.getCell('A1').value).toBe(report.title)
  expect(sheet.getCell('A2').value).toContain('编制单位：基建台账')
  expect(sheet.getCell('A2').value).toContain('单位：元')
  const head = report.columns.some(({ group }) => group !== null) ? 4 : 3
  report.rows.forEach(({ cells }, place) => {
    const written = sheet.getRow(head + 1 + place)
    cells.forEach((cell, at) => {
      const column = report.columns[at]
      if (column?.kind !== 'money') return
      const { text } = written.getCell(at + 1)
      if (typeof cell === 'number') expect(Number(text)).toBe(cell / 100)
      else expect(text).toBe(cell ?? '')
    })
  })
  const lines = sheet.getColumn(1).values.map(String)
  expect(lines.at(-1)).toBe(`非会计账簿，以财务账为准。账本链头：${report.headHash}`)
  expect(sheet.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape' })
})

test.skipIf(!hasCalc)(
  'LibreOffice opens each with our sums (skipped where it is not installed)',
  async () => {
    const { ask } = await kept()
    const folder = temporaryFolder()
    for (const report of reportKinds)
      await ask('exportReport', { report, unit: 'yuan', file: join(folder, `${report}.xlsx`) })
    const sheets = calcSheets(reportKinds.map((report) => join(folder, `${report}.xlsx`)))
    for (const [place, report] of reportKinds.entries()) {
      const { total, columns } = await ask('getReport', { report, unit: 'yuan' })
      const read = sheets[place]?.find(([label]) => label?.startsWith('合计') === true)
      const sums = columns.map(({ isSummed }, at) =>
        isSummed ? Math.round(Number(read?.[at]?.replaceAll(',', '')) * 100) : null,
      )
      expect(sums).toEqual(columns.map(({ isSummed }, at) => (isSummed ? total?.[at] : null)))
    }
  },
  60_000,
)

/** Two months of work and of payments on one contract, and an annual plan. */
async function kept() {
  const library = await openPlans()
  const { ask } = library
  const contract = await ask('recordContract', someContract({ amountFen: 1_000_000_00, retentionPct: 3 }))
  for (const [month, amountFen] of [
    ['2025-12', 50_000_00],
    ['2026-01', 10_000_00],
    ['2026-02', 20_000_00],
  ] as const)
    await ask('recordProgressValue', { contractId: contract.id, month, amountFen })
  for (const [paidOn, amountFen] of [
    ['2025-12-10', 4_000_00],
    ['2026-01-10', 1_000_00],
    ['2026-02-10', 2_000_00],
  ] as const)
    await ask(
      'recordPayment',
      somePayment({ paidOn, amountFen, contractId: contract.id, overrideReason: '测试' }),
    )
  await ask('setAnnualPlan', {
    projectId: 'pj-hetang',
    year: 2026,
    lines: [{ fundId: null, amountFen: 500_000_00 }],
  })
  return library
}

type Ask = Awaited<ReturnType<typeof openPlans>>['ask']

async function exported(ask: Ask, report: (typeof reportKinds)[number]): Promise<string> {
  const file = join(temporaryFolder(), '报表.xlsx')
  await ask('exportReport', { report, unit: 'yuan', paper: 'A3', file })
  return file
}

async function workbook(file: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

function row({ rows }: { readonly rows: readonly { readonly cells: readonly unknown[] }[] }, name: string) {
  return rows.find(({ cells }) => cells[0] === name)?.cells ?? []
}
