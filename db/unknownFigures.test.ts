import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const overrideReason = '测试'

describe('没有记录的数是未知，不是零', () => {
  test('a source without an entry of 下达 or 到位 has neither nor a balance; nothing paid of it is zero', async () => {
    const { ask } = await openPlans()
    const { id: fundId } = await ask('createFund', { kind: 'bond', name: '测试专项债券' })
    const fund = async () => (await ask('listFunds', { projectId: undefined })).items[0]
    expect(await fund()).toMatchObject({
      ...{ allottedFen: null, receivedFen: null, paidFen: 0, balanceFen: null },
    })
    const entry = { fundId, projectId, enteredOn: '2026-01-05' }
    await ask('recordFundReceipt', { ...entry, kind: 'allotment', amountFen: 900 })
    expect(await fund()).toMatchObject({
      ...{ allottedFen: 900, receivedFen: null, paidFen: 0, balanceFen: null },
      projects: [{ projectId, allottedFen: 900, receivedFen: null, balanceFen: null }],
    })
    expect((await ask('fundsByYear', {})).items).toMatchObject([{ allottedFen: 900, receivedFen: null }])
    const opening = async () => (await ask('cashPlan', { year: 2026, projectId })).sources[0]?.openingFen
    await ask('setAnnualPlan', { projectId, year: 2026, lines: [{ fundId, amountFen: 700 }] })
    expect(await opening()).toBe(null)
    const receipt = await ask('recordFundReceipt', { ...entry, amountFen: 500 })
    expect(await fund()).toMatchObject({ allottedFen: 900, receivedFen: 500, balanceFen: 500 })
    expect(await opening()).toBe(0)
    // Taken back by a reversal nobody knows again; given back as an entry of its own it is known to be nothing.
    await ask('reverseFundEntry', { entryId: receipt.id, reason: '录入有误', reversedOn: '2026-01-06' })
    expect(await fund()).toMatchObject({ allottedFen: 900, receivedFen: null, balanceFen: null })
    for (const amountFen of [500, -500]) await ask('recordFundReceipt', { ...entry, amountFen })
    expect(await fund()).toMatchObject({ allottedFen: 900, receivedFen: 0, balanceFen: 0 })
    expect(await opening()).toBe(0)
  })

  test('a receipt without an entry of 下达 is told as such, not as above 0.00', async () => {
    const { ask } = await openPlans()
    const { id: fundId } = await ask('createFund', { kind: 'bond', name: '测试专项债券' })
    const entry = { fundId, projectId, enteredOn: '2026-01-05' }
    await ask('recordFundReceipt', { ...entry, amountFen: 500 })
    const told = async () =>
      (await ask('listAlerts', { projectId })).items
        .filter(({ kind }) => kind === 'fundUnallotted')
        .map(({ amountFen, limitFen }) => [amountFen, limitFen])
    expect(await told()).toEqual([[500, null]])
    await ask('recordFundReceipt', { ...entry, kind: 'allotment', amountFen: 400 })
    expect(await told()).toEqual([[500, 400]])
    await ask('recordFundReceipt', { ...entry, kind: 'allotment', amountFen: 100 })
    expect(await told()).toEqual([])
  })

  test('a sum over sources leaves out those of which nothing was entered', async () => {
    const { ask } = await openPlans()
    const { id: fundId } = await ask('createFund', { kind: 'bond', name: '测试专项债券' })
    await ask('recordFundReceipt', { fundId, projectId, amountFen: 500, enteredOn: '2026-01-05' })
    await ask('recordFundReceipt', {
      ...{ fundId, projectId: 'pj-duruan', amountFen: 90, enteredOn: '2026-01-05', kind: 'allotment' },
    })
    const [fund] = (await ask('listFunds', {})).items
    expect(fund).toMatchObject({ allottedFen: 90, receivedFen: 500, balanceFen: 500 })
    expect(fund?.projects.map(({ receivedFen }) => receivedFen).toSorted()).toEqual([500, null])
  })

  test('work and payments without a 科目 may belong to any class of 建设成本: beside them no class is known to be zero', async () => {
    const library = await openPlans()
    const { ask } = library
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.3': 100 }, true)
    const contract = await ask('recordContract', someContract({ amountFen: 900 }))
    const work = { contractId: contract.id, month: '2026-02', overrideReason }
    const cost = async (name: string) =>
      (await ask('costByClass', { projectId })).items.find(({ costClass }) => costClass === name)
    const budgetLineId = lineIdOf('1.1')
    await ask('recordProgressValue', {
      ...{ ...work, amountFen: 300, split: [{ budgetLineId, amountFen: 300 }] },
    })
    await ask('recordPayment', { ...somePayment({ amountFen: 40, budgetLineId }), overrideReason })
    expect(await cost('construction')).toMatchObject({ budgetFen: 5000, doneFen: 300, paidFen: 40 })
    expect(await cost('equipment')).toMatchObject({ budgetFen: 100, doneFen: 0, paidFen: 0 })
    await ask('recordProgressValue', {
      ...{ ...work, amountFen: 20, split: [{ budgetLineId: null, amountFen: 20 }] },
    })
    await ask('recordPayment', { ...somePayment({ amountFen: 7 }), overrideReason })
    expect(await cost('construction')).toMatchObject({ budgetFen: 5000, doneFen: 300, paidFen: 40 })
    expect(await cost('equipment')).toMatchObject({
      ...{ budgetFen: 100, doneFen: null, paidFen: null },
      lines: [{ code: '1.3', budgetFen: 100, doneFen: null, paidFen: null }],
    })
    // The approved 概算 has no line of this class: it granted none.
    expect(await cost('transferOut')).toMatchObject({ budgetFen: 0, doneFen: null, paidFen: null, lines: [] })
    expect((await ask('costByClass', { projectId })).items.at(-1)).toMatchObject({
      ...{ costClass: null, doneFen: 20, paidFen: 7 },
      lines: [{ lineKey: null, doneFen: 20, paidFen: 7 }],
    })
    expect((await ask('costByClass', { projectId })).total).toMatchObject({ doneFen: 320, paidFen: 47 })
  })
})
