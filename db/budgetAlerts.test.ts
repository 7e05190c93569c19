import { describe, expect, test } from 'vitest'
import { alertsOf, day, fires, measure, pay, projectId, receive, sign } from './fixture/alert.ts'
import { draftedBudget } from './fixture/money.ts'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

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
})
