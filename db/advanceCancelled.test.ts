import { expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

test('an advance of which something was recovered is cancelled only once the recovery was taken back', async () => {
  const { ask, refusal } = await openPlans()
  const { id: contractId } = await ask('recordContract', someContract({ amountFen: 10_000, advancePct: 20 }))
  const paid = await ask('recordPayment', somePayment({ contractId, kind: 'advance', amountFen: 2000 }))
  await ask('recordAdvanceRecovery', { contractId, recoveredOn: '2026-03-06', amountFen: 500 })
  const to = { paymentId: paid.id, reason: '重复付款' }
  const cancel = { ...to, reversedOn: '2026-03-09', idempotencyKey: 'cancel' }
  const adjust = (amountFen: number) => ({
    ...{ ...to, correctedOn: '2026-03-09', voucherNo: null, idempotencyKey: `adjust-${String(amountFen)}` },
    how: { kind: 'adjust' as const, amountFen },
  })
  expect(await refusal('reversePayment', cancel)).toEqual({ code: 'advanceRecovered', fields: ['paymentId'] })
  expect((await refusal('correctPayment', adjust(499))).code).toBe('advanceRecovered')
  await ask('correctPayment', adjust(500))
  expect((await ask('listPayments', {})).total).toBe(2)
  await ask('recordAdvanceRecovery', { contractId, recoveredOn: '2026-03-09', amountFen: -500 })
  await ask('reversePayment', cancel)
  expect((await ask('listAdvances', { state: 'all' })).items[0]).toMatchObject({ paidFen: 0, leftFen: 0 })
})
