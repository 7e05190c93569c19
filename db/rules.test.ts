import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'
import type { RequestInput } from './requests/requests.ts'

const projectId = 'pj-hetang'
type Library = Awaited<ReturnType<typeof openPlans>>

/** Codes of the warnings that the request gives without a reason; none where it goes through. */
async function warningsOf({ answer }: Library, name: string, input: object): Promise<string[]> {
  const got = await answer(name, input)
  if (got.ok) return []
  expect(got.error).toMatchObject({ code: 'warningsNeedReason', fields: ['overrideReason'] })
  expect(got.error.message).not.toContain('{')
  return String(got.error.params['codes']).split(',')
}

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

  test('an advance is what the contract grants', async () => {
    const library = await openPlans()
    const contract = await library.ask('recordContract', someContract({ amountFen: 10_000, advancePct: 20 }))
    const pay = (amountFen: number) =>
      warningsOf(
        library,
        'recordPayment',
        somePayment({ contractId: contract.id, kind: 'advance', amountFen }),
      )
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
