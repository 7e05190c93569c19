import { describe, expect, test } from 'vitest'
import { alertsOf, day, fires, measure, pay, receive, sign } from './fixture/alert.ts'
import { finance, openPlans } from './fixture/temporaryLibrary.ts'

describe('each alert is there past its threshold and silent at it', () => {
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
