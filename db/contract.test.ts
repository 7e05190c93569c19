import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { liaison, openPlans, reviewer } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

describe('合同', () => {
  test('committed counts approved changes once, pending ones apart, and the settlement price in their place', async () => {
    const { ask } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    const change = await ask('recordContractChange', {
      contractId: contract.id,
      number: 'B-1',
      title: '基坑加深',
      amountFen: 200,
    })
    expect(await ask('getContract', { contractId: contract.id })).toMatchObject({
      committedFen: 1000,
      pendingChangeFen: 200,
    })
    await ask('approveContractChange', { changeId: change.id, approvedOn: '2026-03-01' })
    expect(await ask('getContract', { contractId: contract.id })).toMatchObject({
      committedFen: 1200,
      pendingChangeFen: 0,
    })
    await ask('settleContract', {
      contractId: contract.id,
      settlementFen: 1150,
      settledOn: '2026-03-05',
      reason: '审定',
    })
    const settled = await ask('getContract', { contractId: contract.id })
    expect(settled).toMatchObject({
      committedFen: 1150,
      amountFen: 1000,
      approvedChangeFen: 200,
      state: 'settled',
    })
    expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).contractFen).toBe(1150)
  })

  test('a settlement holds the approved changes, so it is no earlier than they; corrected to another day it holds from that day', async () => {
    const { ask, refusal } = await openPlans()
    const { id: contractId } = await ask('recordContract', someContract({ amountFen: 1000 }))
    const change = { contractId, number: 'B-1', title: '基坑加深', amountFen: 200 }
    const { id: changeId } = await ask('recordContractChange', change)
    await ask('approveContractChange', { changeId, approvedOn: '2026-02-10' })
    const settle = (settledOn: string, settlementFen: number) => ({
      ...{ contractId, settlementFen, settledOn },
      reason: '审定',
    })
    expect(await refusal('settleContract', settle('2026-02-09', 1100))).toEqual({
      code: 'settledBeforeChange',
      fields: ['settledOn'],
    })
    const committedOn = async (onDay: string) =>
      (await ask('payableNow', { contractId, onDay, kind: 'settlement' })).committedFen
    await ask('settleContract', settle('2026-03-05', 1100))
    expect(await committedOn('2026-03-04')).toBe(1200)
    await ask('settleContract', settle('2026-02-10', 1050))
    expect(await committedOn('2026-02-10')).toBe(1050)
    expect(await committedOn('2026-02-09')).toBe(1000)
    const { items } = await ask('listCommitments', { contractId })
    expect(items.filter(({ kind }) => kind === 'settlement').map(({ since }) => since)).toEqual([
      '2026-02-10',
      '2026-02-10',
    ])
  })

  test('a change is approved between signing and today, and takes out no more than the contract is worth', async () => {
    const { ask, refusal } = await openPlans()
    const { id: contractId } = await ask('recordContract', someContract({ amountFen: 1000 }))
    const approval = async (amountFen: number) => {
      const change = { contractId, number: 'B-1', title: '减项', amountFen }
      return { changeId: (await ask('recordContractChange', change)).id, approvedOn: '2026-03-01' }
    }
    expect(await refusal('approveContractChange', await approval(-1001))).toEqual({
      code: 'contractNegative',
      fields: ['changeId'],
    })
    const dated = await approval(-1000)
    for (const [approvedOn, code] of [
      ['2023-04-30', 'dateBeforeContract'],
      ['2026-03-11', 'dateInFuture'],
    ] as const)
      expect(await refusal('approveContractChange', { ...dated, approvedOn })).toEqual({
        code,
        fields: ['approvedOn'],
      })
    await ask('approveContractChange', dated)
    expect((await ask('getContract', { contractId })).committedFen).toBe(0)
  })

  test('no more work is taken back than was measured by then, on each 科目', async () => {
    const library = await openPlans()
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 5000 }, true)
    const [first = '', second = ''] = ['1.1', '1.2'].map(lineIdOf)
    const on = (budgetLineId: string, amountFen: number) => [{ budgetLineId, amountFen }]
    const split = [...on(first, 600), ...on(second, 400)]
    const { id: contractId } = await library.ask(
      'recordContract',
      someContract({ amountFen: 1000, lines: split }),
    )
    await library.ask('recordProgressValue', {
      contractId,
      month: '2026-01',
      amountFen: 300,
      split: on(first, 300),
    })
    await library.ask('recordProgressValue', {
      contractId,
      month: '2026-02',
      amountFen: 100,
      split: on(second, 100),
    })
    const take = (month: string, line: string, amountFen: number) => ({
      ...{ contractId, month, amountFen: -amountFen, split: on(line, -amountFen) },
      overrideReason: '多计',
    })
    for (const [month, line, amountFen] of [
      ['2026-02', second, 101],
      ['2026-01', second, 1],
      ['2025-12', first, 1],
      ['2026-02', first, 301],
    ] as const)
      expect((await library.refusal('recordProgressValue', take(month, line, amountFen))).code).toBe(
        'progressValueNegative',
      )
    await library.ask('recordProgressValue', take('2026-02', second, 100))
    await library.ask('recordProgressValue', take('2026-01', first, 300))
    expect((await library.ask('fourBooks', { projectId })).total.doneFen).toBe(0)
  })

  test('a split that does not add up, and a 科目 of another project, are refused', async () => {
    const library = await openPlans()
    const { lineIdOf } = await draftedBudget(library, 'pj-duruan', { '1.1': 500 })
    const lineId = lineIdOf('1.1')
    const split = (budgetLineId: string | null, amountFen: number) =>
      someContract({ amountFen: 1000, lines: [{ budgetLineId, amountFen }] })
    for (const amountFen of [999, 1001])
      expect((await library.refusal('recordContract', split(null, amountFen))).code).toBe('lineSplitUnequal')
    expect((await library.refusal('recordContract', split(lineId, 1000))).code).toBe('budgetLineUnknown')
  })
})

test('only finance writes money; everyone reads it', async () => {
  const { ask, refusal } = await openPlans()
  for (const actor of [liaison, reviewer]) {
    expect((await refusal('recordContract', someContract({}), actor)).code).toBe('roleForbidden')
    expect((await refusal('closeMonth', { month: '2026-02', reason: '结' }, actor)).code).toBe(
      'roleForbidden',
    )
    expect((await refusal('createBudgetVersion', { projectId, kind: 'preliminary' }, actor)).code).toBe(
      'roleForbidden',
    )
    expect((await ask('fourBooks', {}, actor)).projects).toHaveLength(26)
    expect((await ask('listRules', {}, actor)).items.length).toBeGreaterThan(0)
  }
})

test('the portfolio says of how many projects a book is unknown', async () => {
  const library = await openPlans()
  await draftedBudget(library, projectId, { '1.1': 500 }, true)
  const all = await library.ask('fourBooks', {})
  expect(all.total).toMatchObject({ budgetFen: 500, contractFen: null, doneFen: null, paidFen: 0 })
  expect(all.unknown).toEqual({ budget: 25, contract: 26, done: 26 })
})
