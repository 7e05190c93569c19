import { describe, expect, test } from 'vitest'
import type { AlertKind } from './domain/alert.ts'
import { alertsOf, day, fires, measure, pay, projectId, receive, sign } from './fixture/alert.ts'
import { draftedBudget } from './fixture/money.ts'
import { finance, liaison, openPlans } from './fixture/temporaryLibrary.ts'
import type { RequestInput } from './requests/requests.ts'

describe('each alert is there past its threshold and silent at it', () => {
  test('概算 above 可研估算 by more than 10% (政府投资条例 第十二条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true, 'feasibility')
    await draftedBudget(library, projectId, { '1.1': 1100 }, true)
    expect(await fires(library, 'budgetOverEstimate')).toBe(false)
    await draftedBudget(library, projectId, { '1.1': 1101 }, true, 'adjusted')
    expect(await alertsOf(library, 'budgetOverEstimate')).toMatchObject([
      { projectId, amountFen: 1101, limitFen: 1000, pct: 10.1, weight: 1, rule: { clause: '第十二条' } },
    ])
  })

  test('commitment, work and payment above the 概算, each on its own (第二十三条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true)
    const contractId = await sign(library, { amountFen: 1000 })
    await measure(library, contractId, 1000)
    await pay(library, contractId, 1000)
    for (const kind of ['committedOverBudget', 'doneOverBudget', 'paidOverBudget'] as const)
      expect(await fires(library, kind), kind).toBe(false)
    await sign(library, { amountFen: 1 })
    expect(await alertsOf(library, 'committedOverBudget')).toMatchObject([
      { amountFen: 1001, limitFen: 1000 },
    ])
    await measure(library, contractId, 1)
    expect(await alertsOf(library, 'doneOverBudget')).toMatchObject([{ amountFen: 1001, limitFen: 1000 }])
    await pay(library, null, 1, { kind: 'other' })
    expect(await alertsOf(library, 'paidOverBudget')).toMatchObject([{ amountFen: 1001, limitFen: 1000 }])
  })

  test('more paid in a year than its annual plan, as last adjusted (第十六条)', async () => {
    const library = await openPlans()
    const plan = { projectId, year: 2026, scope: null, period: null }
    await library.ask('setAnnualPlan', { ...plan, lines: [{ fundId: null, amountFen: 100 }] })
    await pay(library, null, 100, { kind: 'other', paidOn: '2026-01-03' })
    await pay(library, null, 900, { kind: 'other', paidOn: '2025-12-03' })
    expect(await fires(library, 'annualPlanOver')).toBe(false)
    await pay(library, null, 1, { kind: 'other', paidOn: '2026-02-03' })
    expect(await alertsOf(library, 'annualPlanOver')).toMatchObject([
      { amountFen: 101, limitFen: 100, due: '2026' },
    ])
    const adjusted = {
      ...plan,
      lines: [{ fundId: null, amountFen: 101 }],
      documentNo: '测〔1〕',
      issuedOn: day,
    }
    await library.ask('adjustAnnualPlan', { ...adjusted, reason: '追加' })
    expect(await fires(library, 'annualPlanOver')).toBe(false)
  })

  test('work far above what was paid and received looks like a contractor advancing funds (第二十二条)', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    await measure(library, contractId, 1000)
    expect(await fires(library, 'contractorAdvances')).toBe(false)
    await receive(library, 700)
    expect(await fires(library, 'contractorAdvances')).toBe(false)
    await receive(library, -1)
    expect(await alertsOf(library, 'contractorAdvances')).toMatchObject([
      { amountFen: 1000, limitFen: 699, pct: 30.1, rule: { clause: '第二十二条' } },
    ])
  })

  test('progress payments below 80% of the work, and above all of it (财建〔2022〕183号)', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    expect(await fires(library, 'progressBelowMin')).toBe(false)
    await measure(library, contractId, 1000)
    await pay(library, contractId, 799)
    expect(await alertsOf(library, 'progressBelowMin')).toMatchObject([
      { amountFen: 799, limitFen: 800, pct: 79.9, contractId, rule: { id: 'progressRate-2022' } },
    ])
    await pay(library, contractId, 1)
    expect(await fires(library, 'progressBelowMin')).toBe(false)
    await pay(library, contractId, 200)
    expect(await fires(library, 'progressAboveMax')).toBe(false)
    await pay(library, contractId, 1)
    expect(await alertsOf(library, 'progressAboveMax')).toMatchObject([{ amountFen: 1001, limitFen: 1000 }])
  })

  test('a contract of before 2022-08-01 takes 60–90% (财建〔2004〕369号)', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { signedOn: '2022-07-31' })
    await measure(library, contractId, 1000)
    await pay(library, contractId, 600)
    expect(await fires(library, 'progressBelowMin')).toBe(false)
    await pay(library, contractId, 301)
    expect(await alertsOf(library, 'progressAboveMax')).toMatchObject([{ rule: { id: 'progressRate-2004' } }])
  })

  test('overpaid after settlement comes back within 30 days', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    await pay(library, contractId, 1000)
    const settle = (settlementFen: number, settledOn: string) =>
      library.ask('settleContract', { contractId, settlementFen, settledOn, reason: '审定' })
    await settle(1000, '2026-02-01')
    expect(await fires(library, 'overpaid')).toBe(false)
    await settle(900, '2026-02-08')
    expect(await alertsOf(library, 'overpaid')).toMatchObject([
      { amountFen: 100, limitFen: 900, due: '2026-03-10', days: null },
    ])
    await settle(900, '2026-02-07')
    expect(await alertsOf(library, 'overpaid')).toMatchObject([{ due: '2026-03-09', days: 1 }])
  })

  test.each<[string, Partial<RequestInput<'recordContract'>>, AlertKind, boolean]>([
    ['an advance of 31%', { advancePct: 31 }, 'advanceRateOutside', true],
    ['an advance of 30%', { advancePct: 30 }, 'advanceRateOutside', false],
    ['a retention of 3.01%', { retentionPct: 3.01 }, 'retentionOverRule', true],
    ['a retention of 3%', { retentionPct: 3 }, 'retentionOverRule', false],
    ['61 days for a small enterprise', { isSme: true, paymentDays: 61 }, 'smeTermTooLong', true],
    ['60 days for a small enterprise', { isSme: true, paymentDays: 60 }, 'smeTermTooLong', false],
  ])('%s', async (_, terms, kind, isThere) => {
    const library = await openPlans()
    await sign(library, terms)
    expect(await fires(library, kind)).toBe(isThere)
  })

  test('an advance that the work should have recovered and nobody recorded', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { advancePct: 20 })
    await pay(library, contractId, 2000, { kind: 'advance' })
    await measure(library, contractId, 1000)
    expect(await fires(library, 'advanceUnrecovered')).toBe(false)
    await measure(library, contractId, 4000)
    expect(await alertsOf(library, 'advanceUnrecovered')).toMatchObject([{ amountFen: 0, limitFen: 1000 }])
    await library.ask('recordAdvanceRecovery', { contractId, recoveredOn: '2026-03-01', amountFen: 800 })
    expect(await fires(library, 'advanceUnrecovered')).toBe(false)
  })

  test('retention falls due, and is overdue, by the defects period', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { retentionPct: 3 })
    await library.ask('settleContract', {
      contractId,
      settlementFen: 10_000,
      settledOn: '2024-03-01',
      reason: '审定',
    })
    expect(await alertsOf(library, 'retentionUnset')).toMatchObject([{ amountFen: 300 }])
    const until = (defectsTo: string) =>
      library.ask('setRetention', { contractId, defectsFrom: '2024-04-10', defectsTo, reason: '测试' })
    await until('2026-04-10')
    expect(await fires(library, 'retentionUnset')).toBe(false)
    expect(await fires(library, 'retentionDue')).toBe(false)
    await until('2026-04-09')
    expect(await alertsOf(library, 'retentionDue')).toMatchObject([{ amountFen: 300, due: '2026-04-09' }])
    await until('2026-03-10')
    expect(await fires(library, 'retentionOverdue')).toBe(false)
    await until('2026-03-09')
    expect(await alertsOf(library, 'retentionOverdue')).toMatchObject([{ amountFen: 300, days: 1 }])
    await pay(library, contractId, 300, { kind: 'retentionRelease' })
    expect(await fires(library, 'retentionOverdue')).toBe(false)
  })

  test('a defects period beyond two years', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { retentionPct: 3 })
    const set = { contractId, defectsFrom: '2024-03-01', reason: '测试', overrideReason: '合同如此' }
    await library.ask('setRetention', { ...set, defectsTo: '2026-03-01' })
    expect(await fires(library, 'defectsPeriodTooLong')).toBe(false)
    await library.ask('setRetention', { ...set, defectsTo: '2026-03-02' })
    expect(await fires(library, 'defectsPeriodTooLong')).toBe(true)
  })

  test('a guarantee expires, or has expired, while it is needed', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { retentionPct: 3 })
    const guarantee = (guaranteeExpiresOn: string) =>
      library.ask('setRetention', {
        contractId,
        guaranteeFen: 300,
        guaranteeIssuer: '测试银行',
        guaranteeExpiresOn,
        reason: '测试',
      })
    await guarantee('2026-04-10')
    expect(await fires(library, 'guaranteeExpiring')).toBe(false)
    await guarantee('2026-04-09')
    expect(await alertsOf(library, 'guaranteeExpiring')).toMatchObject([
      { amountFen: 300, due: '2026-04-09' },
    ])
    await guarantee('2026-03-09')
    expect(await alertsOf(library, 'guaranteeExpired')).toMatchObject([{ days: 1 }])
    await guarantee('2026-03-10')
    expect(await fires(library, 'guaranteeExpired')).toBe(false)
  })

  test('what is owed to a small enterprise: soon, late, and to a large one not told', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { isSme: true })
    const large = await sign(library, { isSme: false })
    const owe = (happenedOn: string, of = contractId) =>
      library.ask('recordPaymentDue', { contractId: of, basis: 'acceptance', happenedOn, amountFen: 100 })
    await owe('2026-02-19')
    await owe('2026-01-01', large)
    expect(await fires(library, 'smeDue')).toBe(false)
    expect(await fires(library, 'smeOverdue')).toBe(false)
    await owe('2026-02-18')
    expect(await alertsOf(library, 'smeDue')).toMatchObject([{ due: '2026-03-20', amountFen: 100 }])
    await owe('2026-02-07')
    expect(await alertsOf(library, 'smeOverdue')).toMatchObject([{ due: '2026-03-09', days: 1 }])
  })

  test('what was overdue when last year ended must be published by 31 March', async () => {
    const library = await openPlans()
    const contractId = await sign(library, { isSme: true })
    const owe = (happenedOn: string) =>
      library.ask('recordPaymentDue', { contractId, basis: 'delivery', happenedOn, amountFen: 70 })
    await owe('2025-12-01')
    expect(await fires(library, 'smePublish')).toBe(false)
    await owe('2025-11-30')
    expect(await alertsOf(library, 'smePublish')).toMatchObject([
      { subject: '2025', due: '2026-03-31', count: 1, amountFen: 70 },
    ])
  })

  test('人工费 is paid in the month of the work or the one after', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    await measure(library, contractId, 100, '2026-02')
    expect(await fires(library, 'labourMissing')).toBe(false)
    await measure(library, contractId, 100, '2026-01')
    await measure(library, contractId, 100, '2025-12')
    expect(await alertsOf(library, 'labourMissing')).toMatchObject([{ count: 2, due: '2026-01' }])
    await pay(library, contractId, 10, { kind: 'labour', paidOn: '2026-01-20' })
    expect(await alertsOf(library, 'labourMissing')).toMatchObject([])
    const design = await sign(library, { kind: 'design' })
    await measure(library, design, 100, '2025-12')
    expect(await fires(library, 'labourMissing')).toBe(false)
  })

  test('竣工财务决算 within three months of the finish (财建〔2016〕503号)', async () => {
    const library = await openPlans()
    const finish = (actualFinish: string) =>
      library.ask('editProject', { projectId, actualFinish, reason: '竣工' }, liaison)
    await finish('2025-12-09')
    expect(await fires(library, 'finalAccountsLate')).toBe(false)
    await pay(library, null, 5, { kind: 'other' })
    await finish('2026-01-10')
    expect(await fires(library, 'finalAccountsDue')).toBe(false)
    await finish('2026-01-09')
    expect(await alertsOf(library, 'finalAccountsDue')).toMatchObject([{ due: '2026-04-09' }])
    await finish('2025-12-09')
    expect(await alertsOf(library, 'finalAccountsLate')).toMatchObject([{ due: '2026-03-09', days: 1 }])
    await finish('2025-12')
    expect(await fires(library, 'finalAccountsLate')).toBe(false)
    await finish('2025-12-09')
    await draftedBudget(library, projectId, { '1.1': 5 }, true, 'final')
    expect(await fires(library, 'finalAccountsLate')).toBe(false)
  })

  test('fiscal funds left after the final accounts are returned (第二十五条)', async () => {
    const library = await openPlans()
    const fundId = await receive(library, 500)
    expect(await fires(library, 'surplusToReturn')).toBe(false)
    await draftedBudget(library, projectId, { '1.1': 5 }, true, 'final')
    expect(await alertsOf(library, 'surplusToReturn')).toMatchObject([{ amountFen: 500 }])
    await pay(library, null, 500, { kind: 'other', fundSplit: [{ fundId, amountFen: 500 }] })
    expect(await fires(library, 'surplusToReturn')).toBe(false)
  })

  test('more paid than received; nothing is said where no receipt is known', async () => {
    const library = await openPlans()
    await pay(library, null, 1000, { kind: 'other' })
    expect(await fires(library, 'fundsNegative')).toBe(false)
    await receive(library, 1000)
    expect(await fires(library, 'fundsNegative')).toBe(false)
    await pay(library, null, 1, { kind: 'other' })
    expect(await alertsOf(library, 'fundsNegative')).toMatchObject([{ amountFen: 1001, limitFen: 1000 }])
  })

  test('received without an allotment, and payments without their source', async () => {
    const library = await openPlans()
    await receive(library, 100, 'allotment')
    const fundId = await receive(library, 100)
    expect(await fires(library, 'fundUnallotted')).toBe(false)
    await receive(library, 1)
    expect(await alertsOf(library, 'fundUnallotted')).toMatchObject([
      { fundId, amountFen: 101, limitFen: 100 },
    ])
    await pay(library, null, 60, { kind: 'other', fundSplit: [{ fundId, amountFen: 60 }] })
    expect(await fires(library, 'paymentsUnsplit')).toBe(false)
    await pay(library, null, 40, { kind: 'other', fundSplit: [] })
    expect(await alertsOf(library, 'paymentsUnsplit')).toMatchObject([{ amountFen: 40 }])
  })

  test('a 科目 without a cost class; 预备费 needs none (财建〔2016〕504号)', async () => {
    const library = await openPlans()
    const { version } = await draftedBudget(library, projectId, { '1.1': 5, '3.1': 5 })
    const versionId = version.id
    const own = await library.ask('setBudgetLine', { versionId, code: '4', name: '其他费用', amountFen: 5 })
    const approval = { approvalNo: '测〔1〕', approvalBody: '测试局', approvedOn: '2023-01-10' }
    await library.ask('approveBudgetVersion', { versionId, ...approval })
    expect(await alertsOf(library, 'costClassMissing')).toMatchObject([{ count: 1 }])
    const mapping = { projectId, lineKey: own.lineKey, costClass: 'deferred' as const, reason: '归集' }
    await library.ask('mapCostClass', mapping)
    expect(await fires(library, 'costClassMissing')).toBe(false)
  })

  test('one person recorded and approved (会计法 第二十五条)', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    const change = await library.ask('recordContractChange', {
      contractId,
      number: 'B1',
      title: '签证',
      amountFen: 5,
    })
    const other = { ...finance, name: '赵敏' }
    await library.ask('approveContractChange', { changeId: change.id, approvedOn: day }, other)
    expect(await fires(library, 'sameApprover')).toBe(false)
    const own = await library.ask('recordContractChange', {
      contractId,
      number: 'B2',
      title: '签证',
      amountFen: 5,
    })
    await library.ask('approveContractChange', { changeId: own.id, approvedOn: day })
    expect(await alertsOf(library, 'sameApprover')).toMatchObject([{ count: 1 }])
  })

  test('a change that waits for its approval', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    expect(await fires(library, 'changePending')).toBe(false)
    const input = { contractId, number: 'B', title: '签证', amountFen: 7 }
    const { id } = await library.ask('recordContractChange', input)
    expect(await alertsOf(library, 'changePending')).toMatchObject([{ count: 1, amountFen: 7, contractId }])
    await library.ask('approveContractChange', { changeId: id, approvedOn: day })
    expect(await fires(library, 'changePending')).toBe(false)
  })

  test('more measured than the contract is worth', async () => {
    const library = await openPlans()
    const contractId = await sign(library)
    await measure(library, contractId, 10_000)
    expect(await fires(library, 'doneOverContract')).toBe(false)
    await measure(library, contractId, 1)
    expect(await alertsOf(library, 'doneOverContract')).toMatchObject([
      { amountFen: 10_001, limitFen: 10_000 },
    ])
  })

  test('a month with entries is not closed ten days after its end', async () => {
    const library = await openPlans()
    await pay(library, null, 1, { kind: 'other', paidOn: '2026-02-03' })
    expect(await fires(library, 'monthNotClosed')).toBe(false)
    await pay(library, null, 1, { kind: 'other', paidOn: '2026-01-03' })
    expect(await alertsOf(library, 'monthNotClosed')).toMatchObject([{ count: 1, subject: '2026-01' }])
    await library.ask('closeMonth', { month: '2026-01', reason: '已核对' })
    expect(await fires(library, 'monthNotClosed')).toBe(false)
  })
})
