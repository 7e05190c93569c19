import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messyPayments, plainWorkbook } from './fixture/messyWorkbook.ts'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'
import { serve } from './serve.ts'

async function messy() {
  const library = await openPlans()
  const file = join(temporaryFolder(), '支付台账.xlsx')
  await messyPayments(file)
  const mapping = { sheet: '2023年支付' }
  const preview = await library.ask('previewImport', { file, kind: 'payments', mapping })
  return { ...library, source: file, mapping, preview }
}

test('a messy workbook is read as a person reads it, and what is no payment is listed with the reason', async () => {
  const { ask, preview } = await messy()
  expect(preview).toMatchObject({
    header: { first: 4, last: 5 },
    unit: 'wan',
    isUnitWritten: true,
    missing: [],
    counts: { new: 5, duplicate: 1, error: 2, leftOut: 8 },
    amountFen: 120_500_000 + 80_000_000 + 150_000 + 35_000_000 + 6_250_000,
    unknownNames: [{ field: 'project', text: '不存在的卫生院', rowCount: 1 }],
  })
  const { items } = await ask('listImportRows', { previewId: preview.previewId })
  expect(items.map(({ row, state }) => [row, state])).toEqual([
    [1, 'leftOut'],
    [2, 'leftOut'],
    [4, 'leftOut'],
    [5, 'leftOut'],
    [6, 'new'],
    [7, 'new'],
    [8, 'new'],
    [9, 'leftOut'],
    [10, 'new'],
    [11, 'new'],
    [12, 'error'],
    [13, 'error'],
    [14, 'duplicate'],
    [15, 'leftOut'],
    [17, 'leftOut'],
    [18, 'leftOut'],
  ])
  const said = Object.fromEntries(
    items.flatMap(({ row, reasons }) => (reasons[0] === undefined ? [] : [[row, reasons[0].code]])),
  )
  expect(said).toMatchObject({
    1: 'importTitleRow',
    4: 'importHeaderRow',
    9: 'importSubtotalRow',
    12: 'importNameUnknown',
    13: 'dateUnread',
    14: 'importDuplicateRow',
    15: 'importSubtotalRow',
    17: 'importNoteRow',
    18: 'importNoteRow',
  })
  expect(items.find(({ row }) => row === 11)?.cells.paidOn).toBe('45078')
})

test('errors hold the import back until they are mended or left out; then one command brings all, one undo takes it back', async () => {
  const { ask, refusal, preview } = await messy()
  const { previewId } = preview
  expect(await refusal('applyImport', { previewId })).toEqual({
    code: 'importHasErrors',
    fields: ['leavesErrors'],
  })
  expect((await ask('listPayments', {})).total).toBe(0)

  await ask('correctImportRow', { previewId, row: 13, values: { paidOn: '2023-12-31' } })
  const mended = await ask('correctImportRow', { previewId, row: 12, choice: 'leave' })
  expect(mended.counts).toEqual({ new: 6, update: 0, duplicate: 1, error: 0, leftOut: 9, warned: 0 })
  const batch = await ask('applyImport', { previewId, idempotencyKey: previewId })
  expect(batch).toMatchObject({
    recordCount: 6,
    source: '支付台账.xlsx',
    sheet: '2023年支付',
    undoneAt: null,
  })
  // The answer was lost: the same press again imports nothing more.
  expect(await ask('applyImport', { previewId, idempotencyKey: previewId })).toEqual(batch)

  const listed = await ask('listPayments', { sort: 'paidOn' })
  expect(listed.totals.amountFen).toBe(preview.amountFen + 3_000_000)
  expect(listed.items.map(({ paidOn, kind }) => [paidOn, kind])).toEqual([
    ['2023-03-05', 'progress'],
    ['2023-03-18', 'progress'],
    ['2023-04-02', 'other'],
    ['2023-05-06', 'advance'],
    ['2023-06-01', null],
    ['2023-12-31', null],
  ])

  const undone = await ask('undoImport', { importId: batch.id, reason: '导错了文件' })
  expect(undone).toMatchObject({ undoneBy: '王芳', undoReason: '导错了文件' })
  const after = await ask('listPayments', {})
  expect(after.totals).toMatchObject({ count: 12, amountFen: 0 })
  expect(
    after.items
      .filter(({ reversesId }) => reversesId !== null)
      .every(({ reason }) => reason === '导错了文件'),
  ).toBe(true)
  expect(await refusal('undoImport', { importId: batch.id, reason: '再撤' })).toMatchObject({
    code: 'importUndone',
  })
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('what the library holds already is 重复, by day and payee or by voucher, unless a person takes it', async () => {
  const { ask } = await openPlans()
  await ask(
    'recordPayment',
    somePayment({ amountFen: 12_300, payee: '甲公司', paidOn: '2025-03-05', voucherNo: '记-1' }),
  )
  const file = join(temporaryFolder(), 'a.csv')
  writeFileSync(
    file,
    '项目,付款日期,收款单位,用途,金额（元）,凭证号\r\n荷塘卫生院升级改造工程,2025/3/5,甲 公司,进度款,123,\r\n荷塘卫生院升级改造工程,2025/3/6,乙公司,进度款,123,记-１\r\n荷塘卫生院升级改造工程,2025/3/7,丙公司,"进度款,二期",123,记-2\r\n',
  )
  const preview = await ask('previewImport', { file, kind: 'payments' })
  expect(preview).toMatchObject({ unit: 'yuan', counts: { new: 1, duplicate: 2, error: 0 } })
  const taken = await ask('correctImportRow', { previewId: preview.previewId, row: 3, choice: 'take' })
  expect(taken.counts).toMatchObject({ new: 2, duplicate: 1 })
  const all = await ask('previewImport', { previewId: preview.previewId, mapping: { takesDuplicates: true } })
  expect(all.counts).toMatchObject({ new: 3, duplicate: 0 })
})

test('an import keeps to closed months, prices of contracts and balances of sources, counting the rows above', async () => {
  const { ask } = await openPlans()
  await ask('recordContract', someContract({ number: 'HT-1', amountFen: 10_000, name: '合同一' }))
  const fund = await ask('createFund', { kind: 'district', name: '区级财政' })
  await ask('recordFundReceipt', {
    fundId: fund.id,
    projectId: 'pj-hetang',
    amountFen: 5_000,
    enteredOn: '2024-01-02',
  })
  await ask('closeMonth', { month: '2024-02', reason: '月结' })
  const file = join(temporaryFolder(), 'b.xlsx')
  await plainWorkbook(file, [
    ['付款日期', '收款单位', '用途', '金额', '合同号', '资金来源'],
    ['2024-03-01', '甲', '一', 60, 'HT-1', null],
    ['2024-03-02', '甲', '二', 60, 'HT-1', null],
    ['2024-02-03', '甲', '三', 1, 'HT-1', null],
    ['2024-03-04', '甲', '四', 40, 'HT-1', '区级财政'],
    ['2024-03-05', '甲', '五', 20, null, '区级财政'],
  ])
  const preview = await ask('previewImport', { file, kind: 'payments', mapping: { projectId: 'pj-hetang' } })
  const { items } = await ask('listImportRows', { previewId: preview.previewId })
  expect(items.map(({ row, state, reasons }) => [row, state, reasons[0]?.code])).toEqual([
    [1, 'leftOut', 'importHeaderRow'],
    [2, 'new', undefined],
    [3, 'error', 'overContract'],
    [4, 'error', 'monthClosed'],
    [5, 'new', undefined],
    [6, 'error', 'fundNegative'],
  ])
})

test('an import that is stopped on its way leaves nothing behind, and can be pressed again', async () => {
  const { db, ask } = await openPlans()
  const rows = Array.from({ length: 3000 }, (_, index) =>
    ['荷塘卫生院升级改造工程', '2024-3-5', `甲公司${String(index)}`, '进度款', '1'].join('\t'),
  )
  const pasted = ['项目\t付款日期\t收款单位\t用途\t金额（元）', ...rows].join('\n')
  const { previewId, counts } = await ask('previewImport', { pasted, kind: 'payments' })
  expect(counts.new).toBe(3000)
  const stopAt = async (last: number) => {
    let steps = 0
    const serving = {
      db,
      isViewOnly: false,
      device: 'test',
      now: () => new Date('2026-03-10T10:00:00'),
      onFault: () => undefined,
    }
    const call = {
      name: 'applyImport',
      input: { previewId, idempotencyKey: previewId },
      actor: { name: '王芳', role: 'finance' },
      language: 'zh-CN' as const,
    }
    return await serve(serving, call, () => {
      steps += 1
      return Promise.resolve(steps < last)
    })
  }
  for (const last of [1, 4, 8, 9]) {
    expect(await stopAt(last)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await ask('listPayments', {})).totals).toMatchObject({ count: 0, amountFen: 0 })
    expect((await ask('listImports', {})).total).toBe(0)
  }
  expect(await stopAt(1000)).toMatchObject({ ok: true, value: { recordCount: 3000 } })
  expect((await ask('listPayments', {})).totals).toMatchObject({ count: 3000, amountFen: 300_000 })
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})
