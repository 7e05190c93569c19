import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const reason = '录入有误'

describe('概算科目', () => {
  test('a column of amounts is taken whole or not at all, and sums up the tree', async () => {
    const { ask, refusal, ...library } = await openPlans()
    const { version, lines } = await draftedBudget({ ask, ...library }, projectId, {})
    const idOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
    const amounts = [
      { lineId: idOf('1.1'), amountFen: 800 },
      { lineId: idOf('1.2'), amountFen: null },
      { lineId: idOf('1.3'), amountFen: 1 },
    ]
    const bad = [...amounts, { lineId: idOf('2'), amountFen: 5 }]
    expect(await refusal('setBudgetAmounts', { versionId: version.id, amounts: bad })).toEqual({
      code: 'budgetLineHasLines',
      fields: ['amounts.3.amountFen'],
    })
    expect((await ask('listBudgetLines', { versionId: version.id })).version.totalFen).toBeNull()
    expect(await ask('setBudgetAmounts', { versionId: version.id, amounts })).toMatchObject({ totalFen: 801 })
  })

  test('a line moves before another and under another; below itself or under an amount it does not', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { version, lines } = await draftedBudget(library, projectId, { '1.1': 800 })
    const idOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
    const move = (code: string, parent: string | null, before: string | null) => ({
      versionId: version.id,
      lineId: idOf(code),
      parentId: parent === null ? null : idOf(parent),
      beforeId: before === null ? null : idOf(before),
    })
    const codes = async () =>
      (await ask('listBudgetLines', { versionId: version.id })).items.map(({ code }) => code)
    await ask('moveBudgetLine', move('1.3', '1', '1.1'))
    expect((await codes()).slice(0, 4)).toEqual(['1', '1.3', '1.1', '1.2'])
    await ask('moveBudgetLine', move('1.3', '2', null))
    expect((await codes()).slice(0, 4)).toEqual(['1', '1.1', '1.2', '2'])
    expect((await refusal('moveBudgetLine', move('1', '1.2', null))).code).toBe('budgetLineLoop')
    expect((await refusal('moveBudgetLine', move('1.2', '1.1', null))).code).toBe('budgetLineHasAmount')
    expect((await refusal('moveBudgetLine', move('1.1', '1', '1.2'))).code).toBe('nothingChanged')
  })

  test('a line goes with all below it, unless something stands on it; the chain keeps it and stays sound', async () => {
    const library = await openPlans()
    const { ask, refusal, db } = library
    const { version, lines } = await draftedBudget(library, projectId, { '1.1': 800 })
    const idOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
    await ask('removeBudgetLine', { versionId: version.id, lineId: idOf('2') })
    const left = (await ask('listBudgetLines', { versionId: version.id })).items
    expect(left.some(({ code }) => code.startsWith('2'))).toBe(false)
    expect((await ask('listChanges', { entityId: idOf('2.05') })).items[0]).toMatchObject({
      request: 'removeBudgetLine',
      after: null,
      before: { code: '2.05' },
    })
    await ask('setBudgetLine', { versionId: version.id, code: '2', name: '其他费用' })
    await ask(
      'recordContract',
      someContract({ amountFen: 10, lines: [{ budgetLineId: idOf('1.1'), amountFen: 10 }] }),
    )
    expect((await refusal('removeBudgetLine', { versionId: version.id, lineId: idOf('1') })).code).toBe(
      'budgetLineUsed',
    )
    expect((await refusal('removeBudgetVersion', { versionId: version.id, reason })).code).toBe(
      'budgetLineUsed',
    )
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
    // The same written by hand, past the chain, is found.
    db.sqlite.exec(`DELETE FROM budget_line WHERE code = '1.2'`)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: false })
  })

  test('a draft can be thrown away, an approved version cannot', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { version } = await draftedBudget(library, projectId, { '1.1': 800 }, true)
    const copy = await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    await ask('editBudgetVersion', {
      versionId: copy.id,
      approvalNo: '测〔2〕',
      approvalBody: null,
      note: '调概',
    })
    expect((await refusal('removeBudgetVersion', { versionId: version.id, reason })).code).toBe(
      'budgetVersionApproved',
    )
    await ask('removeBudgetVersion', { versionId: copy.id, reason })
    const { items } = await ask('listBudgetVersions', { projectId })
    expect(items.map(({ id }) => id)).toEqual(['plan:pj-hetang', version.id])
    expect(() => library.db.sqlite.exec('DELETE FROM budget_version')).toThrow(/locked/)
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })
})

describe('建设成本', () => {
  test('a 科目 of a locked version is mapped anew with a reason, and what was paid follows it', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { lines } = await draftedBudget(library, projectId, { '1.1': 800, '1.3': 50, '3.1': 10 }, true)
    const line = lines.find(({ code }) => code === '1.3')
    await ask('recordPayment', {
      ...somePayment({ amountFen: 40 }),
      budgetLineId: line?.id ?? null,
      overrideReason: reason,
    })
    await ask('recordPayment', { ...somePayment({ amountFen: 2 }), overrideReason: reason })
    const paid = async () =>
      (await ask('costByClass', { projectId })).items.map(({ costClass, budgetFen, paidFen }) => [
        costClass,
        budgetFen,
        paidFen,
      ])
    expect(await paid()).toEqual([
      ['construction', 800, 0],
      ['equipment', 50, 40],
      ['deferred', 0, 0],
      ['otherInvestment', 0, 0],
      ['writeOff', 0, 0],
      ['transferOut', 0, 0],
      [null, 10, 2],
    ])
    const mapping = { projectId, lineKey: line?.lineKey ?? '', costClass: 'transferOut' as const, reason }
    await ask('mapCostClass', mapping)
    expect((await refusal('mapCostClass', mapping)).code).toBe('nothingChanged')
    expect((await paid()).filter(([, , fen]) => fen !== 0)).toEqual([
      ['transferOut', 50, 40],
      [null, 10, 2],
    ])
    expect((await refusal('mapCostClass', mapping, reviewer)).code).toBe('roleForbidden')
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })
})

describe('更正合同', () => {
  test('a typed slip is put right with its reason, the split with it, and the four books follow', async () => {
    const library = await openPlans()
    const { ask, refusal } = library
    const { lines } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const [first, second] = ['1.1', '1.2'].map((code) => lines.find((line) => line.code === code)?.id ?? '')
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
    const { lines } = await draftedBudget(library, projectId, { '1.1': 1000, '3.1': 100 }, true)
    const budgetLineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
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

describe('每个数都能追到它的记录', () => {
  test('the commitments and the measured work of a 科目 add up to its figure, 未分科目 as well', async () => {
    const library = await openPlans()
    const { ask } = library
    const { lines } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
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
    const { lines } = await draftedBudget(library, projectId, { '1.1': 5000, '1.2': 100 }, true)
    const budgetLineId = lines.find(({ code }) => code === '1.1')?.id ?? ''
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
