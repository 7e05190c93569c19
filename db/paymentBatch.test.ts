import { expect, test } from 'vitest'
import { batchEntry } from './domain/paymentBatch.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const rowOf = (changes: Parameters<typeof somePayment>[0]) =>
  batchEntry.strip().parse(somePayment({ paidOn: '2024-03-05', ...changes }))

test('a batch posts every row with its own change, and the sum equals the control total', async () => {
  const { ask } = await openPlans()
  const before = (await ask('listChanges', {})).total
  const rows = [100, 250, 5].map((amountFen) => rowOf({ amountFen }))
  const posted = await ask('recordPayments', { rows, controlFen: 355, idempotencyKey: 'batch-1' })
  expect(posted).toMatchObject({ amountFen: 355, paymentIds: { length: 3 } })
  expect((await ask('listChanges', {})).total).toBe(before + 3)
  expect(await ask('recordPayments', { rows, controlFen: 355, idempotencyKey: 'batch-1' })).toEqual(posted)
  expect((await ask('listPayments', {})).total).toBe(3)
})

test('one wrong row keeps the whole batch out, and every wrong row is named', async () => {
  const { ask, answer } = await openPlans()
  const rows = [
    rowOf({ amountFen: 100 }),
    rowOf({ amountFen: 200, paidOn: '2099-01-01' }),
    rowOf({ amountFen: 300, projectId: 'nowhere' }),
  ]
  const refused = await answer('recordPayments', { rows, idempotencyKey: 'batch-1' })
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'rowsBroken',
      fields: ['rows.1.paidOn', 'rows.2.projectId'],
      rows: [
        { row: 1, code: 'dateInFuture', fields: ['paidOn'] },
        { row: 2, code: 'projectUnknown', fields: ['projectId'] },
      ],
    },
  })
  expect((await ask('listPayments', {})).total).toBe(0)
})

test('a row that repeats one above it is a possible duplicate until a person says otherwise', async () => {
  const { ask, answer } = await openPlans()
  const row = rowOf({ amountFen: 100, payee: '甲公司' })
  expect(await answer('recordPayments', { rows: [row, row], idempotencyKey: 'batch-1' })).toMatchObject({
    error: { rows: [{ row: 1, code: 'possibleDuplicate' }] },
  })
  const confirmed = [row, { ...row, confirmDuplicate: true }]
  await ask('recordPayments', { rows: confirmed, idempotencyKey: 'batch-2' })
  expect((await ask('listPayments', {})).total).toBe(2)
})

test('rows that do not add up to the control total, or no rows at all, are refused', async () => {
  const { refusal } = await openPlans()
  const rows = [rowOf({ amountFen: 100 })]
  expect(await refusal('recordPayments', { rows, controlFen: 101, idempotencyKey: 'k' })).toEqual({
    code: 'batchSumUnequal',
    fields: ['controlFen'],
  })
  expect((await refusal('recordPayments', { rows: [], idempotencyKey: 'k' })).code).toBe('batchEmpty')
})

test('a limit counts what the rows above have used', async () => {
  const { ask, answer } = await openPlans()
  const { id: fundId } = await ask('createFund', { kind: 'own', name: '自筹' })
  await ask('recordFundReceipt', { fundId, projectId: 'pj-hetang', amountFen: 150, enteredOn: '2024-01-01' })
  const whole = (amountFen: number) => rowOf({ amountFen, fundSplit: [{ fundId, amountFen }] })
  expect(
    await answer('recordPayments', { rows: [whole(100), whole(60)], idempotencyKey: 'k' }),
  ).toMatchObject({ error: { rows: [{ row: 1, code: 'fundNegative', fields: ['fundSplit'] }] } })
  await ask('recordPayments', { rows: [whole(100), whole(50)], idempotencyKey: 'k2' })
  expect((await ask('listFunds', {})).items[0]?.balanceFen).toBe(0)
})
