import { expect, test } from 'vitest'
import { someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

/** A contract of 1,000 分 with 3% retention of which 900 were paid. */
async function paidContract() {
  const library = await openPlans()
  const { ask } = library
  const { id: contractId } = await ask('recordContract', someContract({ amountFen: 1000, retentionPct: 3 }))
  await ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 950 })
  await ask('recordPayment', somePayment({ contractId, amountFen: 900, kind: 'progress' }))
  return { ...library, contractId }
}

test('before a settlement is set it says what it leaves to pay, keeps back, or was overpaid and by when that returns', async () => {
  const { ask, contractId } = await paidContract()
  const preview = (settlementFen: number) =>
    ask('previewSettlement', { contractId, settlementFen, settledOn: '2026-03-09' })
  expect(await preview(980)).toMatchObject({
    ...{ committedFen: 1000, retentionDueFen: 29, retentionHeldFen: 29, paidFen: 900, leftFen: 51 },
    ...{ overpaidFen: 0, overpaidDueOn: null },
  })
  expect(await preview(900)).toMatchObject({ leftFen: 0, overpaidFen: 0, overpaidDueOn: null })
  expect(await preview(880)).toMatchObject({
    ...{ leftFen: 0, overpaidFen: 20, overpaidDueOn: '2026-04-08', overpaidRule: { code: 'overpaidReturn' } },
  })
})

test('after the settlement no change is taken, what was overpaid comes back as a refund, and no more than that is paid again', async () => {
  const { ask, refusal, contractId } = await paidContract()
  await ask('settleContract', { contractId, settlementFen: 880, settledOn: '2026-03-09', reason: '审定' })
  expect(
    await refusal('recordContractChange', { contractId, number: 'B-1', title: '签证', amountFen: 5 }),
  ).toEqual({ code: 'contractSettled', fields: ['contractId'] })
  const pay = (kind: 'refund' | 'settlement', amountFen: number) =>
    somePayment({ contractId, kind, amountFen, paidOn: '2026-03-10' })
  expect((await refusal('recordPayment', pay('settlement', 1))).code).toBe('overContract')
  await ask('recordPayment', pay('refund', 47))
  expect(await ask('getContract', { contractId })).toMatchObject({ paidFen: 853, committedFen: 880 })
  // 880 less 3% (26.4, to the 分 26) less 853: one 分; beyond it only the retention is left.
  const payable = await ask('payableNow', { contractId, onDay: '2026-03-10', kind: 'settlement' })
  expect(payable).toMatchObject({ retentionHeldFen: 26, payableFen: 1 })
  expect((await refusal('recordPayment', pay('settlement', 2))).code).toBe('warningsNeedReason')
  await ask('recordPayment', pay('settlement', 1))
  await ask('recordPayment', { ...pay('settlement', 26), kind: 'retentionRelease' })
  expect((await ask('fourBooks', { projectId: 'pj-hetang' })).total).toMatchObject({
    ...{ contractFen: 880, paidFen: 880, unpaidFen: 0 },
  })
})
