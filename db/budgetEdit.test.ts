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
    // The payment without a 科目 may belong to any class: beside it nothing is known to be zero.
    expect(await paid()).toEqual([
      ['construction', 800, null],
      ['equipment', 50, 40],
      ['deferred', 0, null],
      ['otherInvestment', 0, null],
      ['writeOff', 0, null],
      ['transferOut', 0, null],
      [null, 10, 2],
    ])
    const mapping = { projectId, lineKey: line?.lineKey ?? '', costClass: 'transferOut' as const, reason }
    await ask('mapCostClass', mapping)
    expect((await refusal('mapCostClass', mapping)).code).toBe('nothingChanged')
    expect((await paid()).filter(([, , fen]) => fen !== null)).toEqual([
      ['transferOut', 50, 40],
      [null, 10, 2],
    ])
    expect((await refusal('mapCostClass', mapping, reviewer)).code).toBe('roleForbidden')
    expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  })
})
