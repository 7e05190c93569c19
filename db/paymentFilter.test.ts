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
