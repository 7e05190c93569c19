import { expect, test } from 'vitest'
import { someSheet } from './fixture/someFile.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

const hetang = '荷塘卫生院升级改造工程'

const payments = () =>
  someSheet(
    ['项目', '付款日期', '收款单位', '用途', '付款金额（元）'],
    [hetang, '2024-02-03', '甲公司', '第一笔', '100'],
    [hetang, '2024-03-04', '乙公司', '第二笔', '200'],
  )
const receipts = () =>
  someSheet(
    ['资金来源', '项目', '到位金额（元）', '到位日期'],
    ['区级财政资金', hetang, '100', '2024-02-05'],
    ['区级财政资金', hetang, '200', '2024-03-05'],
  )

test('payments of a month that was closed since are taken back in an open month, and in no other', async () => {
  const { ask, refusal } = await openPlans()
  const batch = await ask('applyImport', { file: payments(), kind: 'payments' })
  await ask('closeMonth', { month: '2024-02', reason: '月结' })
  const undo = { importId: batch.id, reason: '重做' }
  expect(await refusal('undoImport', undo)).toMatchObject({ code: 'monthClosed', fields: ['undoneOn'] })
  expect((await ask('listPayments', {})).total).toBe(2)
  await ask('undoImport', { ...undo, undoneOn: '2024-04-01' })
  expect((await ask('fourBooks', { projectId: 'pj-hetang' })).total.paidFen).toBe(0)
})

test('receipts keep to closed months, coming in and going again', async () => {
  const { ask, refusal } = await openPlans()
  await ask('createFund', { kind: 'district', name: '区级财政资金' })
  const batch = await ask('applyImport', { file: receipts(), kind: 'funds' })
  await ask('closeMonth', { month: '2024-02', reason: '月结' })
  const undo = { importId: batch.id, reason: '重做' }
  expect(await refusal('undoImport', undo)).toMatchObject({ code: 'monthClosed', fields: ['undoneOn'] })
  expect((await ask('listFunds', {})).items[0]).toMatchObject({ receivedFen: 30_000 })
  await ask('undoImport', { ...undo, undoneOn: '2024-04-01' })
  const preview = await ask('previewImport', { file: receipts(), kind: 'funds' })
  expect(preview.counts).toMatchObject({ new: 1, error: 1 })
  const { items } = await ask('listImportRows', { previewId: preview.previewId, state: 'error' })
  expect(items[0]).toMatchObject({ row: 2, reasons: [{ code: 'monthClosed' }] })
})

test('an import of which a payment was cancelled since is not taken back a second time', async () => {
  const { ask, refusal } = await openPlans()
  const batch = await ask('applyImport', { file: payments(), kind: 'payments' })
  const { items } = await ask('listPayments', {})
  const [cancelled] = items.filter(({ payee }) => payee === '甲公司')
  await ask('reversePayment', {
    ...{ paymentId: cancelled?.id ?? '', reason: '重复录入', reversedOn: '2024-02-03' },
    idempotencyKey: 'reversed',
  })
  expect(await refusal('undoImport', { importId: batch.id, reason: '重做' })).toMatchObject({
    code: 'importReversedPart',
  })
  expect((await ask('fourBooks', { projectId: 'pj-hetang' })).total.paidFen).toBe(20_000)
})
