import { expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

/** A due of 1,000.00 that falls due on 2026-01-31, paid in time by an entry that is then put right in March. */
async function paidInTime(amountFen: number) {
  const { ask } = await openPlans()
  const contract = someContract({ amountFen: 1_000_000, isSme: true, paymentDays: 30 })
  const { id: contractId, projectId } = await ask('recordContract', contract)
  const due = { contractId, basis: 'acceptance' as const, happenedOn: '2026-01-01', amountFen: 100_000 }
  await ask('recordPaymentDue', due)
  const entry = { projectId, contractId, kind: 'progress' as const, overrideReason: '测试' }
  const paid = await ask('recordPayment', somePayment({ ...entry, paidOn: '2026-01-20', amountFen }))
  const correct = (how: object, paymentId = paid.id) =>
    ask('correctPayment', {
      ...{ paymentId, correctedOn: '2026-03-09', reason: '录入有误', voucherNo: null },
      how: how as { kind: 'cancel' },
      ...{ overrideReason: '测试', confirmDuplicate: true },
      idempotencyKey: `correct-${paymentId}`,
    })
  const right = {
    ...{ projectId, contractId, kind: 'progress', paidOn: '2026-03-09', amountFen: 100_000 },
    ...{ payee: '测试建设工程有限公司', purpose: '进度款', voucherNo: null, invoiceNo: null },
  }
  const standing = async () => (await ask('listPaymentDues', { contractId, state: 'all' })).items[0]
  return { correct, right, standing }
}

const inTime = { state: 'paid', unpaidFen: 0, interestFen: 0 }

test('an entry that is cancelled and entered anew was paid on its own day: no interest grows on a slip of the pen', async () => {
  const { correct, right, standing } = await paidInTime(10_000)
  const { entries } = await correct({ kind: 'replace', right })
  expect(await standing()).toMatchObject(inTime)
  await correct({ kind: 'replace', right: { ...right, purpose: '第二次更正' } }, entries[1]?.id)
  expect(await standing()).toMatchObject(inTime)
})

test('a difference entered for an amount counts on the day of the entry that it puts right', async () => {
  const { correct, standing } = await paidInTime(10_000)
  expect(await standing()).toMatchObject({ state: 'overdue', unpaidFen: 90_000, overdueDays: 38 })
  await correct({ kind: 'adjust', amountFen: 100_000 })
  expect(await standing()).toMatchObject(inTime)
})

test('what is cancelled and not entered anew was never paid: 0.05% a day from the due day', async () => {
  const { correct, standing } = await paidInTime(100_000)
  expect(await standing()).toMatchObject(inTime)
  await correct({ kind: 'cancel' })
  expect(await standing()).toMatchObject({ state: 'overdue', unpaidFen: 100_000, interestFen: 1900 })
})
