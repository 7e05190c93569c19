import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const reason = '录入有误'

describe('每个数都能追到它的记录', () => {
  test('the commitments and the measured work of a 科目 add up to its figure, 未分科目 as well', async () => {
    const library = await openPlans()
    const { ask } = library
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lineIdOf('1.1')
    const contract = await ask(
      'recordContract',
      someContract({
        amountFen: 900,
        lines: [
          { budgetLineId, amountFen: 700 },
          { budgetLineId: null, amountFen: 200 },
        ],
      }),
    )
    const change = await ask('recordContractChange', {
      ...{ contractId: contract.id, number: 'B-1', title: '签证', amountFen: 30 },
      budgetLineId,
    })
    await ask('approveContractChange', { changeId: change.id, approvedOn: '2026-03-01' })
    await ask('recordContractChange', { contractId: contract.id, number: 'B-2', title: '签证', amountFen: 5 })
    await ask('recordProgressValue', {
      ...{ contractId: contract.id, month: '2026-02', amountFen: 600 },
      split: [
        { budgetLineId, amountFen: 450 },
        { budgetLineId: null, amountFen: 150 },
      ],
    })
    // A later version keeps the 科目 under another id.
    const next = await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    await ask('approveBudgetVersion', {
      ...{ versionId: next.id, approvalNo: '测〔2〕', approvalBody: '测试局', approvedOn: '2026-02-01' },
    })
    const books = await ask('fourBooks', { projectId })
    for (const line of books.items) {
      const lineKey = line.lineKey ?? 'none'
      expect((await ask('listCommitments', { projectId, lineKey })).amountFen).toBe(line.contractFen)
      expect((await ask('listCommitments', { projectId, lineKey, state: 'pending' })).amountFen).toBe(
        line.pendingFen,
      )
      expect((await ask('listProgressValues', { projectId, lineKey })).amountFen).toBe(line.doneFen)
    }
    expect(
      (await ask('listCommitments', { projectId })).items.map(({ kind, amountFen }) => [kind, amountFen]),
    ).toEqual([
      ['change', 30],
      ['signed', 200],
      ['signed', 700],
    ])
  })

  test('完成投资 by month, contract and 科目 adds up across the year grid; what is taken back needs a reason', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { lineIdOf } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lineIdOf('1.1')
    const contract = await ask(
      'recordContract',
      someContract({ amountFen: 1000, lines: [{ budgetLineId, amountFen: 1000 }] }),
    )
    const contractId = contract.id
    for (const [month, amountFen] of [
      ['2023-12', 100],
      ['2024-01', 200],
      ['2024-01', 50],
    ] as const)
      await ask('recordProgressValue', { contractId, month, amountFen })
    expect(await refusal('recordProgressValue', { contractId, month: '2024-01', amountFen: -50 })).toEqual({
      code: 'warningsNeedReason',
      fields: ['overrideReason'],
    })
    await ask('recordProgressValue', { contractId, month: '2024-01', amountFen: -50, overrideReason: reason })
    const grid = await ask('progressGrid', { projectId, year: 2024 })
    expect(grid.years).toEqual([2023, 2024])
    expect(grid.items[0]).toMatchObject({
      ...{ beforeFen: 100, yearFen: 200, cumulativeFen: 300, committedFen: 1000, donePct: 30 },
      lines: [{ code: '1.1', yearFen: 200 }],
    })
    expect(grid.items[0]?.months.slice(0, 2)).toEqual([200, null])
    expect(grid.total.cumulativeFen).toBe(300)
    // Nothing measured is unknown, not 0: in a year without work, and on a contract that never had any.
    expect((await ask('progressGrid', { projectId, year: 2025 })).items[0]).toMatchObject({
      ...{ yearFen: null, cumulativeFen: 300, donePct: 30 },
    })
    await ask('recordContract', someContract({ amountFen: 10, signedOn: '2024-01-01' }))
    const [, idle] = (await ask('progressGrid', { projectId, year: 2024 })).items
    expect(idle).toMatchObject({ yearFen: null, cumulativeFen: null, donePct: null })
  })

  test('the books by month add up to the books, with the 概算 that held at each month’s end', async () => {
    const library = await openPlans()
    const { ask } = library
    await draftedBudget(library, projectId, { '1.1': 5000 }, true)
    const contract = await ask('recordContract', someContract({ amountFen: 1000, signedOn: '2022-05-01' }))
    await ask('recordProgressValue', { contractId: contract.id, month: '2023-02', amountFen: 300 })
    await ask('recordPayment', {
      ...somePayment({ amountFen: 40, paidOn: '2023-02-03' }),
      overrideReason: reason,
    })
    expect((await ask('booksByMonth', { projectId })).items).toEqual([
      { projectId, month: '2022-05', budgetFen: null, contractFen: 1000, doneFen: 0, paidFen: 0 },
      { projectId, month: '2023-02', budgetFen: 5000, contractFen: 0, doneFen: 300, paidFen: 40 },
    ])
  })
})
