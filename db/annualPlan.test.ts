import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const year = 2026

describe('年度投资计划', () => {
  test('holds the six columns, the total from the plan and labelled so until a 概算 is approved', async () => {
    const library = await openPlans()
    const { ask } = library
    const fund = await ask('createFund', { kind: 'bond', name: '专项债券' })
    await ask('setAnnualPlan', {
      projectId,
      year,
      documentNo: '测发改〔2026〕5号',
      issuedOn: '2026-01-20',
      lines: [
        { fundId: fund.id, amountFen: 6_000 },
        { fundId: null, amountFen: 4_000 },
      ],
    })
    const project = await ask('getProject', { projectId })
    const [row] = (await ask('listAnnualPlans', { year })).items
    expect(row).toMatchObject({
      projectName: project.name,
      scope: project.scope,
      plannedStart: project.plannedStart,
      plannedFinish: project.plannedFinish,
      totalFen: project.amountFen,
      totalBasis: 'plan',
      planFen: 10_000,
      version: 1,
      doneFen: null,
      donePct: null,
      paidFen: 0,
      paidPct: 0,
    })
    expect(row?.sources.map(({ fundName, planFen }) => [fundName, planFen])).toEqual([
      ['专项债券', 6_000],
      [null, 4_000],
    ])
    await draftedBudget(library, projectId, { '1.1': 777 }, true)
    expect((await ask('listAnnualPlans', { year })).items[0]).toMatchObject({
      totalFen: 777,
      totalBasis: 'budget',
    })
    // That 概算 was approved in 2023: the plan of an earlier year did not have it.
    await ask('setAnnualPlan', { projectId, year: 2022, lines: [{ fundId: null, amountFen: 1 }] })
    expect((await ask('listAnnualPlans', { year: 2022 })).items[0]).toMatchObject({ totalBasis: 'plan' })
  })

  test('an adjustment is a new version with document, date and reason; the old one stays', async () => {
    const { ask, refusal, db } = await openPlans()
    const fund = await ask('createFund', { kind: 'bond', name: '专项债券' })
    const lines = [{ fundId: fund.id, amountFen: 500 }]
    const adjustment = {
      projectId,
      year,
      documentNo: '测发改〔2026〕9号',
      issuedOn: '2026-03-01',
      reason: '债券资金增加',
      lines: [{ fundId: fund.id, amountFen: 800 }],
    }
    expect((await refusal('adjustAnnualPlan', adjustment)).code).toBe('annualPlanUnknown')
    await ask('setAnnualPlan', { projectId, year, lines, issuedOn: '2026-01-20' })
    expect((await refusal('setAnnualPlan', { projectId, year, lines })).code).toBe('annualPlanExists')
    expect(await refusal('adjustAnnualPlan', { ...adjustment, reason: '' })).toEqual({
      code: 'reasonMissing',
      fields: ['reason'],
    })
    expect((await refusal('adjustAnnualPlan', { ...adjustment, issuedOn: '2026-01-01' })).code).toBe(
      'annualPlanIssuedEarlier',
    )
    expect((await refusal('adjustAnnualPlan', { ...adjustment, lines })).code).toBe('nothingChanged')
    await ask('adjustAnnualPlan', adjustment)
    const { row, versions } = await ask('annualPlan', { projectId, year })
    expect(row).toMatchObject({ firstFen: 500, planFen: 800, adjustedFen: 300, version: 2 })
    expect(versions.map(({ version, amountFen, reason }) => [version, amountFen, reason])).toEqual([
      [2, 800, '债券资金增加'],
      [1, 500, null],
    ])
    expect(() => db.sqlite.exec('UPDATE annual_plan_line SET amount_fen = 1')).toThrow(/immutable/)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })

  test('a source stands in it once, money is written by finance alone, and an unknown amount is not zero', async () => {
    const { ask, refusal } = await openPlans()
    const twice = [
      { fundId: null, amountFen: 1 },
      { fundId: null, amountFen: 2 },
    ]
    expect((await refusal('setAnnualPlan', { projectId, year, lines: twice })).code).toBe(
      'annualPlanSourceTwice',
    )
    expect((await refusal('setAnnualPlan', { projectId, year, lines: [] })).code).toBe('annualPlanEmpty')
    expect((await refusal('setAnnualPlan', { projectId, year: 26, lines: [] })).code).toBe('yearInvalid')
    for (const actor of [liaison, reviewer])
      expect((await refusal('setAnnualPlan', { projectId, year, lines: [twice[0]] }, actor)).code).toBe(
        'roleForbidden',
      )
    await ask('setAnnualPlan', { projectId, year, lines: [{ fundId: null, amountFen: null }] })
    await ask('setAnnualPlan', { projectId: 'ep-dahuai', year, lines: [{ fundId: null, amountFen: 70 }] })
    const { sums, items } = await ask('listAnnualPlans', { year }, reviewer)
    expect(items.find((row) => row.projectId === projectId)).toMatchObject({ planFen: null, paidPct: null })
    expect(sums).toMatchObject({ planFen: 70, unknown: { plan: 1, done: 2 } })
  })

  test('execution counts work and cash of the year alone, by source; work never measured is unknown', async () => {
    const { ask } = await openPlans()
    const fund = await ask('createFund', { kind: 'bond', name: '专项债券' })
    await ask('recordFundReceipt', { fundId: fund.id, projectId, amountFen: 10_000, enteredOn: '2025-01-05' })
    await ask('setAnnualPlan', { projectId, year, lines: [{ fundId: fund.id, amountFen: 1_000 }] })
    const pay = async (paidOn: string, amountFen: number, isSplit: boolean) =>
      await ask('recordPayment', {
        ...somePayment({ projectId, paidOn, amountFen }),
        fundSplit: isSplit ? [{ fundId: fund.id, amountFen }] : [],
      })
    await pay('2025-12-31', 900, true)
    await pay('2026-01-01', 250, true)
    await pay('2026-02-01', 50, false)
    const unmeasured = (await ask('listAnnualPlans', { year })).items[0]
    expect(unmeasured).toMatchObject({ paidFen: 300, paidPct: 30, doneFen: null })
    expect(unmeasured?.sources).toMatchObject([
      { fundId: fund.id, planFen: 1_000, paidFen: 250, paidPct: 25 },
      { fundId: null, planFen: null, paidFen: 50, paidPct: null },
    ])
    const contract = await ask('recordContract', someContract())
    await ask('recordProgressValue', { contractId: contract.id, month: '2025-12', amountFen: 5 })
    expect((await ask('listAnnualPlans', { year })).items[0]).toMatchObject({ doneFen: 0, donePct: 0 })
    await ask('recordProgressValue', { contractId: contract.id, month: '2026-02', amountFen: 400 })
    expect((await ask('listAnnualPlans', { year })).sums).toMatchObject({
      doneFen: 400,
      donePct: 40,
      paidPct: 30,
    })
  })

  test('after any plans and adjustments every total is the sum of its known parts, and the chain is sound', async () => {
    const projects = ['pj-hetang', 'ep-dahuai'] as const
    const part = fc.record({
      fund: fc.integer({ min: 0, max: 2 }),
      amountFen: fc.option(fc.integer({ min: 0, max: 9_999_999_999 }), { nil: null }),
    })
    const step = fc.record({
      project: fc.constantFrom(...projects),
      parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ fund }) => fund }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { ask, answer, close } = await openPlans()
        const funds = [null, (await ask('createFund', { kind: 'own', name: '自筹' })).id]
        funds.push((await ask('createFund', { kind: 'bond', name: '债券' })).id)
        const truth = new Map<string, readonly (number | null)[]>()
        for (const [index, { project, parts }] of steps.entries()) {
          const lines = parts.map(({ fund, amountFen }) => ({ fundId: funds[fund] ?? null, amountFen }))
          const content = { projectId: project, year, lines }
          const adjustment = { ...content, documentNo: String(index), issuedOn: '2026-03-01', reason: '调' }
          const got = truth.has(project)
            ? await answer('adjustAnnualPlan', adjustment)
            : await answer('setAnnualPlan', content)
          if (got.ok)
            truth.set(
              project,
              lines.map(({ amountFen }) => amountFen),
            )
          else expect(got.error.code).toBe('nothingChanged')
        }
        const { items, sums } = await ask('listAnnualPlans', { year })
        const known = (amounts: readonly (number | null)[]) => {
          const some = amounts.filter((amount) => amount !== null)
          return some.length === 0 ? null : some.reduce((sum, amount) => sum + amount, 0)
        }
        expect(new Map(items.map((row) => [row.projectId, row.planFen]))).toEqual(
          new Map([...truth].map(([id, amounts]) => [id, known(amounts)])),
        )
        expect(sums.planFen).toBe(known([...truth.values()].flat()))
        expect(known(sums.sources.map(({ planFen }) => planFen))).toBe(sums.planFen)
        expect((await ask('verifyLibrary', {})).isSound).toBe(true)
        close()
      }),
      { numRuns: 12 },
    )
  })
})
