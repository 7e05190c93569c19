import { describe, expect, test } from 'vitest'
import { draftedBudget } from './fixture/money.ts'
import { openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

describe('概算版本', () => {
  test('the plan’s figure is a version of its own, derived and not copied', async () => {
    const { ask, refusal } = await openPlans()
    const project = await ask('getProject', { projectId })
    const [plan] = (await ask('listBudgetVersions', { projectId })).items
    expect(plan).toMatchObject({ kind: 'plan', isDerived: true, isLimit: false, totalFen: project.amountFen })
    expect(await refusal('createBudgetVersion', { projectId, kind: 'plan' })).toEqual({
      code: 'budgetPlanDerived',
      fields: ['kind'],
    })
    expect((await ask('fourBooks', { projectId })).total.budgetFen).toBeNull()
  })

  test('amounts stand on leaves and add up the tree', async () => {
    const library = await openPlans()
    const { version, lines } = await draftedBudget(library, projectId, { '1.1': 700, '1.2': 35, '2.05': 1 })
    expect(lines.find(({ code }) => code === '1')).toMatchObject({
      totalFen: 735,
      amountFen: null,
      isLeaf: false,
    })
    expect(lines.find(({ code }) => code === '3')?.totalFen).toBeNull()
    const listed = await library.ask('listBudgetLines', { versionId: version.id })
    expect(listed.version.totalFen).toBe(736)
    const top = lines.find(({ code }) => code === '1')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, lineId: top?.id, amountFen: 5 })).code,
    ).toBe('budgetLineHasLines')
    const leaf = lines.find(({ code }) => code === '1.1')
    expect(
      (
        await library.refusal('setBudgetLine', {
          versionId: version.id,
          parentId: leaf?.id,
          code: '1.1.1',
          name: '门诊楼',
        })
      ).code,
    ).toBe('budgetLineHasAmount')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, lineId: top?.id, parentId: leaf?.id }))
        .code,
    ).toBe('budgetLineHasAmount')
    expect(
      (await library.refusal('setBudgetLine', { versionId: version.id, code: '1.1', name: '又一个' })).code,
    ).toBe('budgetLineCodeTaken')
  })

  test('an approved version is locked, the next one starts as its copy, and the two are compared by line', async () => {
    const { ask, refusal, ...library } = await openPlans()
    const { version, lines } = await draftedBudget(
      { ask, ...library },
      projectId,
      { '1.1': 700, '2.05': 50 },
      true,
    )
    const leaf = lines.find(({ code }) => code === '1.1')
    expect(
      (await refusal('setBudgetLine', { versionId: version.id, lineId: leaf?.id, amountFen: 1 })).code,
    ).toBe('budgetVersionApproved')
    expect(() =>
      library.db.sqlite.exec('UPDATE budget_line SET amount_fen = 1 WHERE amount_fen IS NOT NULL'),
    ).toThrow(/locked/)
    const next = await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    expect(next).toMatchObject({ copiedFromId: version.id, totalFen: 750, state: 'draft' })
    const copied = (await ask('listBudgetLines', { versionId: next.id })).items
    const raised = copied.find(({ code }) => code === '1.1')
    await ask('setBudgetLine', { versionId: next.id, lineId: raised?.id ?? '', amountFen: 900 })
    const compared = await ask('compareBudgetVersions', { fromId: version.id, toId: next.id })
    expect(compared.deltaFen).toBe(200)
    expect(compared.items.find(({ code }) => code === '1')).toMatchObject({
      fromFen: 700,
      toFen: 900,
      deltaFen: 200,
    })
    expect(compared.items.find(({ code }) => code === '2.05')).toMatchObject({ deltaFen: 0 })
  })

  test('a comparison shows what was added, dropped and renamed, each where it stands in the tree', async () => {
    const library = await openPlans()
    const { ask } = library
    const { version } = await draftedBudget(library, projectId, { '1.1': 700, '1.2': 40, '1.3': 60 }, true)
    const { id: versionId } = await ask('createBudgetVersion', { projectId, kind: 'adjusted' })
    const lines = (await ask('listBudgetLines', { versionId })).items
    const idOf = (code: string) => lines.find((line) => line.code === code)?.id ?? ''
    await ask('setBudgetLine', { versionId, lineId: idOf('1.3'), name: '设备购置及安装' })
    await ask('setBudgetLine', { versionId, parentId: idOf('1'), code: '1.4', name: '智能化', amountFen: 5 })
    await ask('removeBudgetLine', { versionId, lineId: idOf('1.2') })
    await ask('removeBudgetLine', { versionId, lineId: idOf('3') })
    const { items, deltaFen } = await ask('compareBudgetVersions', { fromId: version.id, toId: versionId })
    const shown = items.map(({ code, depth, presence }) => `${' '.repeat(depth)}${code} ${presence}`)
    expect(shown.slice(0, 5)).toEqual(['1 both', ' 1.1 both', ' 1.2 dropped', ' 1.3 both', ' 1.4 added'])
    expect(shown.slice(-3)).toEqual(['3 dropped', ' 3.1 dropped', ' 3.2 dropped'])
    expect(items.find(({ code }) => code === '1.3')).toMatchObject({ fromName: '设备购置', deltaFen: 0 })
    expect(items.find(({ code }) => code === '1.2')).toMatchObject({
      fromFen: 40,
      toFen: null,
      deltaFen: -40,
    })
    expect(items.filter(({ isLeaf }) => isLeaf).reduce((sum, line) => sum + (line.deltaFen ?? 0), 0)).toBe(
      deltaFen,
    )
  })

  test('the newest approved 初设概算 or 调整概算 is the limit; a draft or a 可研估算 is none', async () => {
    const library = await openPlans()
    await draftedBudget(library, projectId, { '1.1': 500 }, true, 'feasibility')
    expect((await library.ask('fourBooks', { projectId })).total.budgetFen).toBeNull()
    await draftedBudget(library, projectId, { '1.1': 520 }, true)
    await draftedBudget(library, projectId, { '1.1': 900 }, false, 'adjusted')
    expect((await library.ask('fourBooks', { projectId })).total.budgetFen).toBe(520)
    // Approved on the same day, the one recorded later is the newer.
    await draftedBudget(library, projectId, { '1.1': 540 }, true, 'adjusted')
    expect((await library.ask('fourBooks', { projectId })).total.budgetFen).toBe(540)
  })
})
