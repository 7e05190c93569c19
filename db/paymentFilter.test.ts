import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openPlans, somePayment, temporaryFolder } from './fixture/temporaryLibrary.ts'
import { migrate } from './store/migrate.ts'

test('the paper says that it holds what has no 科目 and no voucher number', async () => {
  const { ask } = await openPlans()
  await ask('recordPayment', somePayment({}))
  const file = join(temporaryFolder(), '台账.xlsx')
  await ask('exportPayments', {
    ...{ file, format: 'xlsx', paper: 'A4', unit: 'yuan', language: 'zh-CN' },
    ...{ projectId: 'pj-hetang', budgetLineId: 'none', lacks: 'voucher' },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  expect(book.worksheets[0]?.getCell('A3').text).toContain('科目：未分科目；待补：缺凭证号')
})

test('the totals of payments and of reversals are those of their own entries: a refund is no reversal', async () => {
  const { ask, db } = await openPlans()
  const { id } = await ask('recordPayment', somePayment({ amountFen: 700, paidOn: '2025-02-02' }))
  await ask('recordPayment', somePayment({ amountFen: 500, paidOn: '2025-02-03' }))
  await ask('recordPayment', somePayment({ amountFen: 100, kind: 'refund', paidOn: '2025-02-04' }))
  await ask('reversePayment', {
    paymentId: id,
    reversedOn: '2025-02-05',
    reason: '重复',
    idempotencyKey: 'red-1',
  })
  for (const filter of [{}, { from: '2000-01-01' }]) {
    const { totals } = await ask('listPayments', filter)
    expect(totals).toMatchObject({ amountFen: 400, paidFen: 1_100, reversedFen: -700 })
    const netOf = async (reversals: 'none' | 'only') =>
      (await ask('listPayments', { ...filter, reversals })).totals.amountFen
    expect([await netOf('none'), await netOf('only')]).toEqual([totals.paidFen, totals.reversedFen])
  }
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })

  // A library of before kept the refund among the reversals.
  db.sqlite.exec("UPDATE paid_by_month SET reversed_fen = -800 WHERE month = '2025-02'")
  db.sqlite.pragma('user_version = 18')
  migrate(db)
  expect((await ask('listPayments', {})).totals).toMatchObject({ paidFen: 1_100, reversedFen: -700 })
})

test('of a source the ledger says what it bears: of an entry that several bear its part, in the list and on paper', async () => {
  const { ask } = await openPlans()
  const [bond, own] = [
    await ask('createFund', { kind: 'bond', name: '专项债券' }),
    await ask('createFund', { kind: 'own', name: '自筹' }),
  ]
  for (const { id: fundId } of [bond, own])
    await ask('recordFundReceipt', {
      fundId,
      ...{ projectId: 'pj-hetang', amountFen: 1_000, enteredOn: '2025-01-01' },
    })
  const fundSplit = [
    { fundId: bond.id, amountFen: 300 },
    { fundId: own.id, amountFen: 400 },
  ]
  await ask('recordPayment', somePayment({ amountFen: 700, paidOn: '2025-02-02', fundSplit }))
  await ask(
    'recordPayment',
    somePayment({ amountFen: 50, paidOn: '2025-02-03', fundSplit: [{ fundId: bond.id, amountFen: 50 }] }),
  )
  const listed = await ask('listPayments', { fundId: bond.id })
  expect(listed.totals).toMatchObject({ amountFen: 750, fundFen: 350 })
  expect((await ask('listPayments', { fundId: bond.id, text: somePayment({}).payee })).totals.fundFen).toBe(
    350,
  )
  expect((await ask('listPayments', {})).totals.fundFen).toBeNull()
  const balances = (await ask('listFunds', {})).items
  expect(balances.find(({ id }) => id === bond.id)?.paidFen).toBe(listed.totals.fundFen)

  const file = join(temporaryFolder(), '来源.xlsx')
  await ask('exportPayments', {
    ...{ file, format: 'xlsx', paper: 'A4', unit: 'yuan', language: 'zh-CN', fundId: bond.id },
    columns: ['paidOn', 'amountFen', 'fundPart'],
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const parts = [5, 6].map((row) => book.worksheets[0]?.getCell(row, 3).value)
  expect(parts).toEqual([0.5, 3])
})
