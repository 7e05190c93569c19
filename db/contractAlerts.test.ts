import { describe, expect, test } from 'vitest'
import type { AlertKind } from './domain/alert.ts'
import { alertsOf, day, fires, measure, pay, receive, sign } from './fixture/alert.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'
import type { RequestInput } from './requests/requests.ts'

describe('each alert is there past its threshold and silent at it', () => {
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
})
