import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'
import { warningsOf } from './fixture/warnings.ts'
import type { RequestInput } from './requests/requests.ts'

const projectId = 'pj-hetang'

describe('each rule fires past its threshold and is silent at it', () => {
  test('概算 above 可研估算 by more than 10% (政府投资条例 第十二条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true, 'feasibility')
    const approve = async (amountFen: number) => {
      const { version } = await draftedBudget(library, projectId, { '1.1': amountFen })
      const approval = { approvalNo: '测〔1〕', approvalBody: '测试局', approvedOn: '2023-02-01' }
      return await warningsOf(library, 'approveBudgetVersion', { versionId: version.id, ...approval })
    }
    expect(await approve(1101)).toEqual(['budgetOverEstimate'])
    expect(await approve(1100)).toEqual([])
  })

  test('contracts above the approved 概算 (第二十三条)', async () => {
    const library = await openPlans()
    expect(await warningsOf(library, 'recordContract', someContract({ amountFen: 10 }))).toEqual([])
    await draftedBudget(library, projectId, { '1.1': 1000 }, true)
    const contract = (amountFen: number) => warningsOf(library, 'recordContract', someContract({ amountFen }))
    expect(await contract(991)).toEqual(['overBudget'])
    expect(await contract(990)).toEqual([])
  })

  test('an approved change above the 概算 (第二十三条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true)
    const contract = await library.ask('recordContract', someContract({ amountFen: 1000 }))
    const change = async (amountFen: number) =>
      (
        await library.ask('recordContractChange', {
          contractId: contract.id,
          number: 'B',
          title: '签证',
          amountFen,
        })
      ).id
    const approve = (changeId: string) =>
      warningsOf(library, 'approveContractChange', { changeId, approvedOn: '2026-03-01' })
    expect(await approve(await change(1))).toEqual(['overBudget'])
    expect(await approve(await change(-1))).toEqual([])
  })

  test('a settlement above the 概算 (第二十三条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true)
    const contract = await library.ask('recordContract', someContract({ amountFen: 900 }))
    const settle = (settlementFen: number) => {
      const input = { contractId: contract.id, settlementFen, settledOn: '2026-03-01', reason: '审定' }
      return warningsOf(library, 'settleContract', input)
    }
    expect(await settle(1001)).toEqual(['overBudget'])
    expect(await settle(1000)).toEqual([])
  })

  test('payments above the 概算 (第二十三条)', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 1000 }, true)
    const pay = (amountFen: number) => warningsOf(library, 'recordPayment', somePayment({ amountFen }))
    expect(await pay(1001)).toEqual(['overBudget'])
    expect(await pay(1000)).toEqual([])
  })

  test.each<[string, Partial<RequestInput<'recordContract'>>, string[]]>([
    ['an advance of 31% (财建〔2004〕369号)', { advancePct: 31 }, ['advanceRateOutside']],
    ['an advance of 9%', { advancePct: 9 }, ['advanceRateOutside']],
    ['an advance of 30%', { advancePct: 30 }, []],
    ['an advance of 10%', { advancePct: 10 }, []],
    ['no advance', { advancePct: 0 }, []],
    ['progress payments of 79% (财建〔2022〕183号)', { progressPct: 79 }, ['progressRateOutside']],
    ['progress payments of 80%', { progressPct: 80 }, []],
    [
      'progress payments of 91%, signed before (财建〔2004〕369号)',
      { progressPct: 91, signedOn: '2022-07-31' },
      ['progressRateOutside'],
    ],
    ['progress payments of 60%, signed before', { progressPct: 60, signedOn: '2022-07-31' }, []],
    ['a retention of 3.01% (建质〔2017〕138号)', { retentionPct: 3.01 }, ['retentionOverRule']],
    ['a retention of 3%', { retentionPct: 3 }, []],
    ['61 days for a small enterprise (国令802号)', { isSme: true, paymentDays: 61 }, ['smeTermTooLong']],
    ['60 days for a small enterprise', { isSme: true, paymentDays: 60 }, []],
    ['61 days for a large one', { isSme: false, paymentDays: 61 }, []],
  ])('%s', async (_, terms, codes) => {
    expect(await warningsOf(await openPlans(), 'recordContract', someContract(terms))).toEqual(codes)
  })

  test('a contract on 预备费, which has no spend of its own', async () => {
    const library = await openPlans()
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 1000, '3.1': 1000 }, true)
    const on = (code: string) => {
      const budgetLineId = lineIdOf(code)
      const split = someContract({ amountFen: 100, lines: [{ budgetLineId, amountFen: 100 }] })
      return warningsOf(library, 'recordContract', split)
    }
    expect(await on('3.1')).toEqual(['contingencySpent'])
    expect(await on('1.1')).toEqual([])
  })

  test('progress payments: all of the work done from 2022-08-01, at most 90% of it before', async () => {
    const library = await openPlans()
    const pay = async (signedOn: string, amountFen: number) => {
      const contract = await library.ask('recordContract', someContract({ signedOn, amountFen: 10_000 }))
      await library.ask('recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen: 1000 })
      const payment = somePayment({ contractId: contract.id, kind: 'progress', amountFen })
      return await warningsOf(library, 'recordPayment', payment)
    }
    expect(await pay('2022-08-01', 1001)).toContain('overProgressRate')
    expect(await pay('2022-08-01', 1000)).toEqual([])
    expect(await pay('2022-07-31', 901)).toEqual(['overProgressRate'])
    expect(await pay('2022-07-31', 900)).toEqual([])
  })

  test('retention is held back until it is released', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 10_000, retentionPct: 3 }))
    await library.ask('recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen: 1000 })
    const pay = (kind: 'progress' | 'retentionRelease', amountFen: number) =>
      warningsOf(library, 'recordPayment', somePayment({ contractId: contract.id, kind, amountFen }))
    expect(await pay('progress', 971)).toEqual(['overRetention'])
    expect(await pay('progress', 970)).toEqual([])
    expect(await pay('retentionRelease', 31)).toEqual(['overRetention'])
    expect(await pay('retentionRelease', 30)).toEqual([])
  })

  test('an advance is what the contract grants', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 10_000, advancePct: 20 }))
    const pay = (amountFen: number) =>
      warningsOf(
        library,
        'recordPayment',
        somePayment({ contractId: contract.id, kind: 'advance', amountFen }),
      )
    const change = { contractId: contract.id, number: 'B-1', title: '增项', amountFen: 5000 }
    const { id: changeId } = await library.ask('recordContractChange', change)
    await library.ask('approveContractChange', { changeId, approvedOn: '2026-03-01' })
    // Of the amount as signed: a change grants no advance.
    expect(await pay(2001)).toEqual(['overAdvance'])
    expect(await pay(2000)).toEqual([])
  })

  test('funds received do not cover an unsplit payment (第二十二条); none recorded says nothing', async () => {
    const library = await openPlans()
    const pay = (amountFen: number) => warningsOf(library, 'recordPayment', somePayment({ amountFen }))
    expect(await pay(5000)).toEqual([])
    const fund = await library.ask('createFund', { kind: 'bond', name: '专项债券' })
    await library.ask('recordFundReceipt', {
      fundId: fund.id,
      projectId,
      amountFen: 100,
      enteredOn: '2026-01-01',
    })
    expect(await pay(101)).toEqual(['fundsShort'])
    expect(await pay(100)).toEqual([])
  })

  test('more work measured than the contract is worth', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 1000 }))
    const measure = (amountFen: number) =>
      warningsOf(library, 'recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen })
    expect(await measure(1001)).toEqual(['doneOverContract'])
    expect(await measure(1000)).toEqual([])
    expect(
      (
        await library.refusal('recordProgressValue', {
          contractId: contract.id,
          month: '2026-03',
          amountFen: -1001,
        })
      ).code,
    ).toBe('progressValueNegative')
  })

  test('above the contract’s price no reason helps', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 1000 }))
    const pay = (amountFen: number) =>
      somePayment({ contractId: contract.id, amountFen, overrideReason: '领导已批' })
    expect((await library.refusal('recordPayment', pay(1001))).code).toBe('overContract')
    await library.ask('recordPayment', pay(1000))
  })
})

test('the reason for passing over a warning stays in the chain', async () => {
  const { ask } = await openPlans()
  const contract = await ask(
    'recordContract',
    someContract({ retentionPct: 5, overrideReason: '合同签订在前' }),
  )
  const [change] = (await ask('listChanges', { entityId: contract.id })).items
  expect(change).toMatchObject({ reason: '合同签订在前' })
})

test('what may be paid now is the smallest limit, each with its rule row', async () => {
  const library = await openPlans()
  const { ask } = library
  await draftedBudget(library, projectId, { '1.1': 100_000 }, true)
  const contract = await ask(
    'recordContract',
    someContract({ amountFen: 10_000, advancePct: 10, retentionPct: 3 }),
  )
  const contractId = contract.id
  await ask('recordPayment', somePayment({ contractId, kind: 'advance', amountFen: 1000 }))
  await ask('recordProgressValue', { contractId, month: '2026-02', amountFen: 5000 })
  const payable = await ask('payableNow', { contractId, onDay: '2026-03-10' })
  expect(payable).toMatchObject({
    committedFen: 10_000,
    doneFen: 5000,
    paidFen: 1000,
    advanceLeftFen: 500,
    retentionHeldFen: 150,
    fundsInHandFen: null,
    payableFen: 4350,
    minimum: { amountFen: 3000, rule: { id: 'progressRate-2022' } },
  })
  expect(payable.limits.map(({ kind, amountFen, rule }) => [kind, amountFen, rule.id])).toEqual([
    ['contract', 9000, 'overContract'],
    ['progressRate', 4500, 'progressRate-2022'],
    ['retention', 4350, 'retentionRate'],
    ['budget', 99_000, 'overBudget'],
  ])
  expect(await ask('payableNow', { contractId, onDay: '2026-01-31' })).toMatchObject({ doneFen: null })
})

test('a correction of a contract is measured by the rules of its own district', async () => {
  const library = await openPlans()
  const { ask } = library
  const regions = new Map((await ask('listPlans', {})).items.map(({ id, region }) => [id, region] as const))
  const local = {
    code: 'retentionRate' as const,
    text: '外区规定',
    basis: '测〔1〕',
    status: 'checked' as const,
  }
  const own = await ask('getProject', { projectId })
  const other = [...regions].find(([id]) => id !== own.planId)?.[1] ?? ''
  await ask('addRule', { ...local, region: other, threshold: { maxPct: 1 }, reason: '外区' })
  const contract = await ask('recordContract', someContract({ retentionPct: 2 }))
  const put = (retentionPct: number) =>
    warningsOf(library, 'correctContract', { contractId: contract.id, retentionPct, reason: '录入有误' })
  expect(await put(3)).toEqual([])
  expect(await put(3.01)).toEqual(['retentionOverRule'])
})

test('an edited rule holds from then on, and keeps its reason', async () => {
  const library = await openPlans()
  const edit = { ruleId: 'retentionRate', threshold: { maxPct: 5 }, reason: '本地规定' }
  expect((await library.refusal('editRule', { ...edit, threshold: { most: 5 } })).code).toBe(
    'ruleThresholdUnknown',
  )
  expect((await library.refusal('editRule', { ruleId: 'retentionRate', reason: '无' })).code).toBe(
    'nothingChanged',
  )
  await library.ask('editRule', edit)
  expect(await warningsOf(library, 'recordContract', someContract({ retentionPct: 5 }))).toEqual([])
  await library.ask('editRule', { ...edit, threshold: { maxPct: 4 }, status: 'unchecked' })
  expect(await warningsOf(library, 'recordContract', someContract({ retentionPct: 5 }))).toEqual([
    'retentionOverRule',
  ])
  expect((await library.ask('listRules', {})).items.find(({ id }) => id === 'retentionRate')).toMatchObject({
    isEdited: true,
    status: 'unchecked',
    threshold: { maxPct: 4 },
  })
  expect(await library.ask('verifyLibrary', {})).toMatchObject({ isSound: true })
})
