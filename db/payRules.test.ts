import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'
import { warningsOf } from './fixture/warnings.ts'

const projectId = 'pj-hetang'

describe('what the terms of a contract and the days of its money bind', () => {
  test('a contract that grants 85% of the work done binds at 85%, and says so', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 10_000, progressPct: 85 }))
    const contractId = contract.id
    await library.ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 1000 })
    const { limits, payableFen } = await library.ask('payableNow', { contractId, onDay: '2026-03-10' })
    expect(limits.find(({ kind }) => kind === 'progressRate')).toMatchObject({
      amountFen: 850,
      contractPct: 85,
      rule: { id: 'progressRate-2022' },
    })
    expect(payableFen).toBe(850)
    const pay = (amountFen: number) =>
      warningsOf(library, 'recordPayment', somePayment({ contractId, kind: 'progress', amountFen }))
    expect(await pay(851)).toEqual(['overProgressRate'])
    expect(await pay(850)).toEqual([])
  })

  test('retention goes back once the 缺陷责任期 is over; before, it wants a reason', async () => {
    const library = await openPlans()
    const { ask } = library
    const { id: contractId } = await ask(
      'recordContract',
      someContract({ amountFen: 10_000, retentionPct: 3 }),
    )
    await ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 1000 })
    await ask('setRetention', {
      contractId,
      defectsFrom: '2025-03-05',
      defectsTo: '2026-03-05',
      reason: '竣工',
    })
    const pay = (kind: 'retentionRelease' | 'progress', paidOn: string) =>
      warningsOf(library, 'recordPayment', somePayment({ contractId, kind, paidOn, amountFen: 30 }))
    expect(await pay('retentionRelease', '2026-03-05')).toEqual(['retentionEarly'])
    expect(await pay('progress', '2026-03-05')).toEqual([])
    const { limits } = await ask('payableNow', { contractId, onDay: '2026-03-05', kind: 'retentionRelease' })
    expect(limits.find(({ kind }) => kind === 'release')).toMatchObject({
      amountFen: 0,
      rule: { id: 'retentionRelease' },
    })
    expect(await pay('retentionRelease', '2026-03-06')).toEqual([])
  })

  test('a guarantee replaces cash retention until it expires, in what may be paid and in the list alike', async () => {
    const library = await openPlans()
    const { ask } = library
    const { id: contractId } = await ask(
      'recordContract',
      someContract({ amountFen: 10_000, retentionPct: 3 }),
    )
    await ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 1000 })
    const held = async (guaranteeExpiresOn: string, defects: object = {}) => {
      const guarantee = { guaranteeFen: 20, guaranteeIssuer: '测试银行', guaranteeExpiresOn }
      await ask('setRetention', {
        contractId,
        ...guarantee,
        ...defects,
        reason: '换保函',
        overrideReason: '测试',
      })
      const { retentionHeldFen } = await ask('payableNow', { contractId, onDay: '2026-03-10' })
      const [row] = (await ask('listRetentions', {})).items
      expect(row?.heldFen).toBe(retentionHeldFen)
      return [retentionHeldFen, row?.guaranteeFen, row?.state]
    }
    expect(await held('2026-03-10')).toEqual([10, 20, 'held'])
    expect(await held('2026-03-09')).toEqual([30, null, 'held'])
    const covered = { defectsFrom: '2024-03-09', defectsTo: '2026-03-09' }
    expect(await held('2026-03-09', covered)).toEqual([10, 20, 'overdue'])
  })

  test('a source that pays before its money came (第二十二条), typed or imported', async () => {
    const library = await openPlans()
    const { ask } = library
    const fundId = (await ask('createFund', { kind: 'bond', name: '专项债券' })).id
    await ask('recordFundReceipt', { fundId, projectId, amountFen: 100, enteredOn: '2026-01-01' })
    await ask('recordFundReceipt', { fundId, projectId, amountFen: 900, enteredOn: '2026-03-01' })
    const pay = (paidOn: string, amountFen: number) => {
      const input = somePayment({ paidOn, amountFen, fundSplit: [{ fundId, amountFen }] })
      return warningsOf(library, 'recordPayment', input)
    }
    expect(await pay('2026-02-28', 101)).toEqual(['fundsShort'])
    expect(await pay('2026-03-01', 101)).toEqual([])
    const asked = { projectId, paidOn: '2026-02-28', amountFen: 101 }
    const fundSplit = [{ fundId, amountFen: 101 }]
    expect(await ask('paymentWarnings', { ...asked, fundSplit })).toEqual({ codes: ['fundsShort'] })
    const importOn = async (day: string, fund: string) => {
      const head = '项目\t日期\t收款单位\t用途\t金额\t资金来源'
      const pasted = `${head}\n荷塘卫生院升级改造工程\t${day}\t甲公司\t${day}${fund}\t1.01\t${fund}`
      const mapping = { unit: 'yuan' as const }
      const { previewId } = await ask('previewImport', { pasted, kind: 'payments', mapping })
      return await warningsOf(library, 'applyImport', { previewId })
    }
    expect(await importOn('2026-02-27', '专项债券')).toEqual(['fundsShort'])
    expect(await importOn('2026-03-02', '专项债券')).toEqual([])
    // By rule no more than had come by the day, of which 2.02 are paid by now: the row stays unsplit and warns, too.
    expect(await importOn('2026-02-26', '')).toEqual(['fundsShort'])
  })
})

test('a change that draws more than is left of 预备费 wants a reason, though the 概算 as a whole has room', async () => {
  const library = await openPlans()
  const { ask } = library
  await draftedBudget(library, projectId, { '1.1': 5000, '3.1': 100 }, true)
  const { id: contractId } = await ask('recordContract', someContract({ amountFen: 1000 }))
  const approving = async (amountFen: number, drawsOnContingency: boolean) => {
    const change = {
      contractId,
      number: `B-${String(amountFen)}`,
      title: '签证',
      amountFen,
      drawsOnContingency,
    }
    const { id: changeId } = await ask('recordContractChange', change)
    return await warningsOf(library, 'approveContractChange', { changeId, approvedOn: '2026-03-01' })
  }
  expect(await approving(101, true)).toEqual(['contingencyShort'])
  expect(await approving(101, false)).toEqual([])
  expect(await approving(100, true)).toEqual([])
  expect(await ask('getContingency', { projectId })).toMatchObject({
    usedFen: 100,
    leftFen: 0,
    pendingFen: 101,
  })
  // What takes work out gives back: it never wants a reason.
  expect(await approving(-30, true)).toEqual([])
  expect((await ask('getContingency', { projectId })).leftFen).toBe(30)
})
