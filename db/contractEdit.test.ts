import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const reason = '录入有误'

describe('更正合同', () => {
  test('a typed slip is put right with its reason, the split with it, and the four books follow', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const [first, second] = ['1.1', '1.2'].map(lineIdOf)
    const contract = await ask(
      'recordContract',
      someContract({ amountFen: 1000, lines: [{ budgetLineId: first ?? '', amountFen: 1000 }] }),
    )
    const contractId = contract.id
    const put = (changes: object) => ({ contractId, reason, ...changes })
    expect((await refusal('correctContract', put({}))).code).toBe('nothingChanged')
    await ask('correctContract', put({ amountFen: 1100, name: '施工总承包' }))
    expect((await ask('getContract', { contractId })).lines).toMatchObject([
      { budgetLineId: first, amountFen: 1100 },
    ])
    const split = [
      { budgetLineId: first ?? '', amountFen: 1020 },
      { budgetLineId: second ?? '', amountFen: 80 },
    ]
    await ask('correctContract', put({ lines: split }))
    expect((await refusal('correctContract', put({ amountFen: 1101 }))).code).toBe('lineSplitUnequal')
    const books = await ask('fourBooks', { projectId })
    expect(books.items.find(({ code }) => code === '1.2')?.contractFen).toBe(80)
    expect(books.total.contractFen).toBe(1100)
    await ask('recordProgressValue', {
      contractId,
      month: '2023-06',
      amountFen: 500,
      split: split.map((part, index) => ({ ...part, amountFen: index === 0 ? 400 : 100 })),
    })
    expect((await refusal('correctContract', put({ signedOn: '2023-07-01' }))).code).toBe(
      'contractSignedAfterEntries',
    )
    await ask('correctContract', put({ signedOn: '2023-06-30', paymentDays: 30, isSme: true }))
    await ask('settleContract', {
      contractId,
      settlementFen: 1090,
      settledOn: '2026-03-01',
      reason,
      overrideReason: reason,
    })
    expect((await refusal('correctContract', put({ amountFen: 1200, lines: split }))).code).toBe(
      'lineSplitUnequal',
    )
    expect(
      (await refusal('correctContract', put({ lines: [{ budgetLineId: null, amountFen: 1100 }] }))).code,
    ).toBe('contractSettled')
    await ask('correctContract', put({ counterparty: '另一公司' }))
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  })

  test('a pending 签证 is put right or withdrawn; an approved one is neither', async () => {
    const { ask, refusal } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 1000 }))
    const sign = (number: string) =>
      ask('recordContractChange', { contractId: contract.id, number, title: '签证', amountFen: 100 })
    const [one, two] = [await sign('B-1'), await sign('B-2')]
    await ask('correctContractChange', { changeId: one.id, amountFen: 150, reason })
    expect((await ask('getContract', { contractId: contract.id })).pendingChangeFen).toBe(250)
    await ask('withdrawContractChange', { changeId: two.id, reason })
    await ask('approveContractChange', { changeId: one.id, approvedOn: '2026-03-01' })
    expect(await ask('getContract', { contractId: contract.id })).toMatchObject({
      committedFen: 1150,
      pendingChangeFen: 0,
    })
    for (const name of ['correctContractChange', 'withdrawContractChange'])
      expect((await refusal(name, { changeId: one.id, reason })).code).toBe('contractChangeApproved')
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })
})

describe('预备费', () => {
  test('an approved draw moves 预备费 to the 科目 that needs it; beyond what is left it needs a reason', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 1000, '3.1': 100 }, true)
    const budgetLineId = lineIdOf('1.1')
    const contract = await ask(
      'recordContract',
      someContract({ amountFen: 1000, lines: [{ budgetLineId, amountFen: 1000 }] }),
    )
    const draw = (number: string, amountFen: number) =>
      ask('recordContractChange', {
        ...{ contractId: contract.id, number, title: '地质变化', amountFen },
        drawsOnContingency: true,
      })
    const [one, two] = [await draw('B-1', 70), await draw('B-2', 31)]
    expect(await ask('getContingency', { projectId })).toMatchObject({
      ...{ budgetFen: 100, usedFen: 0, pendingFen: 101, leftFen: 100, total: 2 },
    })
    await ask('approveContractChange', { changeId: one.id, approvedOn: '2026-03-01' })
    const books = await ask('fourBooks', { projectId })
    const on = (code: string) => books.items.find((line) => line.code === code)
    expect(on('1.1')).toMatchObject({ budgetFen: 1000, drawnFen: 70, contractFen: 1070, balanceFen: 0 })
    expect(on('3')).toMatchObject({ budgetFen: 100, drawnFen: -70, balanceFen: 30 })
    expect(books.total.balanceFen).toBe(30)
    const approval = { changeId: two.id, approvedOn: '2026-03-01' }
    expect((await refusal('approveContractChange', approval)).code).toBe('warningsNeedReason')
    await ask('approveContractChange', { ...approval, overrideReason: reason })
    expect(await ask('getContingency', { projectId })).toMatchObject({ usedFen: 101, leftFen: -1 })
  })
})
