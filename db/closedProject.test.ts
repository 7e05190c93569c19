import { expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const reason = '测试'

test('a closed project takes nothing more into any of its books, and an archived one neither', async () => {
  const library = await openPlans()
  const { ask, refusal } = library
  const { version, lines } = await draftedBudget(library, projectId, { '1.1': 1000 })
  const [versionId, lineId] = [version.id, lines.find(({ code }) => code === '1.1')?.id ?? '']
  const { id: contractId } = await ask('recordContract', someContract({ amountFen: 1000, advancePct: 10 }))
  const { id: changeId } = await ask('recordContractChange', {
    ...{ contractId, number: 'B-1', title: '签证', amountFen: 10 },
  })
  const { id: fundId } = await ask('createFund', { kind: 'own', name: '自筹' })
  const receipt = { fundId, projectId, amountFen: 500, enteredOn: '2026-01-05' }
  const entry = await ask('recordFundReceipt', receipt)
  const paid = await ask('recordPayment', somePayment({ contractId, kind: 'advance', amountFen: 100 }))
  const due = { contractId, basis: 'acceptance' as const, happenedOn: '2026-01-05', amountFen: 5 }
  const { id: dueId } = await ask('recordPaymentDue', due)
  const plan = { projectId, year: 2026, lines: [{ fundId, amountFen: 5 }], scope: null, period: null }
  const commands: readonly (readonly [string, object])[] = [
    ['createBudgetVersion', { projectId, kind: 'adjusted' }],
    ['setBudgetLine', { versionId, lineId, amountFen: 5 }],
    ['setBudgetAmounts', { versionId, amounts: [{ lineId, amountFen: 5 }] }],
    ['moveBudgetLine', { versionId, lineId, parentId: null, beforeId: null }],
    ['removeBudgetLine', { versionId, lineId }],
    ['editBudgetVersion', { versionId, note: '注' }],
    ['removeBudgetVersion', { versionId, reason }],
    [
      'approveBudgetVersion',
      { versionId, approvalNo: '测〔1〕', approvalBody: '测试局', approvedOn: '2026-01-05' },
    ],
    ['recordContract', someContract()],
    ['correctContract', { contractId, name: '另名', reason }],
    ['recordContractChange', { contractId, number: 'B-2', title: '签证', amountFen: 10 }],
    ['correctContractChange', { changeId, amountFen: 20, reason }],
    ['withdrawContractChange', { changeId, reason }],
    ['approveContractChange', { changeId, approvedOn: '2026-01-05' }],
    ['settleContract', { contractId, settlementFen: 900, settledOn: '2026-01-05', reason }],
    ['recordProgressValue', { contractId, month: '2026-01', amountFen: 5 }],
    ['recordFundReceipt', receipt],
    ['reverseFundEntry', { entryId: entry.id, reason, reversedOn: '2026-03-05' }],
    ['recordPayment', somePayment({ contractId, amountFen: 5 })],
    ['reversePayment', { paymentId: paid.id, reason, reversedOn: '2026-03-09', idempotencyKey: 'r' }],
    ['recordAdvanceRecovery', { contractId, recoveredOn: '2026-03-06', amountFen: 5 }],
    ['setRetention', { contractId, note: '注', reason }],
    ['recordPaymentDue', due],
    ['withdrawPaymentDue', { dueId, reason }],
    ['setAnnualPlan', plan],
  ]
  for (const [state, code] of [
    ['closed', 'projectClosed'],
    ['archived', 'projectArchived'],
  ] as const) {
    await ask('setProjectState', { projectId, state, reason })
    const before = await ask('getLibrary', {})
    for (const [name, input] of commands) expect((await refusal(name, input)).code, name).toBe(code)
    expect(await ask('getLibrary', {})).toEqual(before)
  }
})
