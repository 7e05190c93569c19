import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftedBudget, someContract } from './fixture/money.ts'
import { liaison, openPlans, reviewer, somePayment } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'
const year = 2026
const sum = (amounts: readonly number[]) => amounts.reduce((total, fen) => total + fen, 0)

describe('用款计划', () => {
  test('months go to the sources of the year’s plan, can be set one by one, and stand beside funds and payments', async () => {
    const { ask, refusal } = await openPlans()
    const bond = await ask('createFund', { kind: 'bond', name: '债券' })
    const own = await ask('createFund', { kind: 'own', name: '自筹' })
    await ask('setAnnualPlan', {
      projectId,
      year,
      lines: [
        { fundId: bond.id, amountFen: 300 },
        { fundId: own.id, amountFen: 100 },
      ],
    })
    await ask('recordFundReceipt', { fundId: bond.id, projectId, amountFen: 1_000, enteredOn: '2025-10-01' })
    const contract = await ask('recordContract', someContract({ amountFen: 48_000, signedOn: '2025-05-01' }))
    await ask('recordPayment', {
      ...somePayment({ amountFen: 70, paidOn: '2026-02-03', contractId: contract.id, kind: 'progress' }),
      fundSplit: [{ fundId: bond.id, amountFen: 70 }],
      overrideReason: '测试',
    })
    await ask('recordPayment', somePayment({ amountFen: 5, paidOn: '2026-02-04', overrideReason: '测试' }))
    const task = { projectId, name: '主体结构', contractId: contract.id }
    await ask('addTask', { ...task, start: '2026-01-01', finish: '2026-02-28' })
    const before = await ask('cashPlan', { year, projectId })
    const [row] = before.items
    expect(row).toMatchObject({ openFen: 48_000, marks: [], laterFen: 0, undatedFen: 0 })
    expect(row?.planFen.slice(0, 3)).toEqual([24_000, 24_000, 0])
    expect(row?.sources.map(({ fundName, months }) => [fundName, months[0]?.planFen])).toEqual([
      ['债券', 18_000],
      ['自筹', 6_000],
    ])
    expect(row?.paidFen[1]).toBe(70)
    expect(before.paidFen[1]).toBe(75)
    expect(before.sources.find(({ fundId }) => fundId === bond.id)).toMatchObject({
      openingFen: 1_000,
      shortFrom: 1,
      annualFen: 300,
    })

    const set = { contractId: contract.id, fundId: bond.id, year, month: 1, amountFen: 500, reason: '按进度' }
    for (const actor of [liaison, reviewer])
      expect((await refusal('adjustCashPlan', set, actor)).code).toBe('roleForbidden')
    expect((await refusal('adjustCashPlan', { ...set, month: 13 })).code).toBe('monthInvalid')
    expect((await refusal('adjustCashPlan', { ...set, reason: '' })).code).toBe('reasonMissing')
    await ask('adjustCashPlan', set)
    const after = await ask('cashPlan', { year, projectId })
    expect(after.items[0]).toMatchObject({ undatedFen: 17_500, openFen: 48_000 })
    expect(after.adjustedCount).toBe(1)
    expect(after.items[0]?.sources[0]?.months[0]).toEqual({
      planFen: 500,
      reckonedFen: expect.any(Number) as number,
      isAdjusted: true,
    })
    expect(after.planFen[0]).toBe(6_500)
    expect(after.sources.find(({ fundId }) => fundId === bond.id)?.shortFrom).toBe(2)
    await ask('adjustCashPlan', { ...set, amountFen: null, reason: '恢复推算' })
    expect((await ask('cashPlan', { year, projectId })).planFen).toEqual(before.planFen)
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })
  test('tasks without a contract, 科目 under contract counted once, undated ones and those without a cost all stand in it', async () => {
    const { ask } = await openPlans()
    const { lines } = await draftedBudget({ ask }, projectId, { '1.1': 1_000 }, true)
    const line = lines.find(({ code }) => code === '1.1')
    const budgetLineId = line?.id ?? ''
    await ask('addTask', { projectId, name: '土建', budgetLineId, start: '2026-04-01', finish: '2026-04-30' })
    await ask('addTask', { projectId, name: '绿化', costFen: 70 })
    await ask('addTask', { projectId, name: '标识', start: '2026-06-01', finish: '2026-06-02' })
    await ask('recordContract', {
      ...someContract({ amountFen: 800, retentionPct: 3, signedOn: '2025-05-01' }),
      lines: [{ budgetLineId, amountFen: 800 }],
      overrideReason: '测试',
    })
    const plan = await ask('cashPlan', { year, projectId })
    expect(
      plan.items.map(({ name, openFen, undatedFen, laterFen }) => ({ name, openFen, undatedFen, laterFen })),
    ).toEqual([
      { name: '测试施工合同', openFen: 800, undatedFen: 0, laterFen: 24 },
      { name: '土建', openFen: 200, undatedFen: 0, laterFen: 0 },
      { name: '绿化', openFen: 70, undatedFen: 70, laterFen: 0 },
    ])
    expect([plan.planFen[3], plan.uncostedCount]).toEqual([976, 1])

    // Every figure opens what adds up to it.
    const april = await ask('listCashEntries', { year, projectId, from: '2026-04', to: '2026-04' })
    expect(april.items.map(({ part, workName, amountFen }) => [part, workName, amountFen])).toEqual([
      ['progress', '土建', 776],
      ['task', '土建', 200],
    ])
    expect(april.amountFen).toBe(976)
    const undated = await ask('listCashEntries', { year, projectId, isUndated: true, fundId: null })
    expect(undated.items).toMatchObject([{ name: '绿化', mark: 'undated', month: null, amountFen: 70 }])
    const later = await ask('listCashEntries', { year, projectId, from: '2027-01' })
    expect(later.items).toMatchObject([{ part: 'retention', month: '2028-04', amountFen: 24 }])
    const all = await ask('listCashEntries', { year, projectId })
    expect(all.amountFen).toBe(plan.openFen)
  })

  test('as of today what is paid is past and what is left moves to the days to come; next year knows what comes before it', async () => {
    const { ask } = await openPlans()
    const contract = await ask('recordContract', someContract({ amountFen: 12_000, signedOn: '2025-05-01' }))
    const work = { projectId, name: '主体', contractId: contract.id, durationDays: 20 }
    const { task } = await ask('addTask', { ...work, start: '2026-01-05' })
    await ask('recordPayment', {
      ...somePayment({ amountFen: 2_000, paidOn: '2026-03-10', contractId: contract.id, kind: 'progress' }),
      overrideReason: '测试',
    })
    const first = await ask('cashPlan', { year, projectId })
    expect([sum(first.planFen), sum(first.spentFen), first.paidFen[2]]).toEqual([12_000, 0, 2_000])
    const now = await ask('cashPlan', { year, projectId, asOf: '2026-03-10' })
    expect([now.openFen, sum(now.planFen.slice(0, 2)), now.spentFen[2]]).toEqual([10_000, 0, 2_000])
    expect(sum(now.planFen.slice(2))).toBe(10_000)
    // The liaison forecasts its end: the money follows.
    const report = { milestoneId: task.id, status: 'inProgress', actualStartOn: '2026-03-02' } as const
    await ask('reportMilestone', { ...report, forecast: '2026-12-31' }, liaison)
    const moved = await ask('cashPlan', { year, projectId, asOf: '2026-03-10' })
    expect(moved.planFen[11]).toBeGreaterThan(1_000)
    expect(sum(moved.planFen)).toBe(10_000)
    // A month set while it runs counts what is paid in it already.
    await ask('adjustCashPlan', {
      ...{ contractId: contract.id, fundId: null, year, month: 3, amountFen: 2_500, reason: '按进度' },
    })
    const set = await ask('cashPlan', { year, projectId, asOf: '2026-03-10' })
    expect([set.planFen[2], set.spentFen[2]]).toEqual([500, 2_000])
    const next = await ask('cashPlan', { year: 2027, projectId })
    expect([next.asOf, sum(next.planFen)]).toEqual(['2026-03-10', 0])
    expect(next.earlierFen + next.undatedFen).toBe(10_000)
  })

  test('a month of a task without a contract is set by hand, stands beside what was reckoned, and goes back', async () => {
    const { ask, refusal } = await openPlans()
    const added = { projectId, costFen: 1_000 }
    const dated = await ask('addTask', { ...added, name: '标识', start: '2026-03-02', finish: '2026-03-31' })
    const loose = await ask('addTask', { ...added, name: '绿化' })
    const before = await ask('cashPlan', { year, projectId })
    const set = { taskId: dated.task.id, fundId: null, year, month: 5, amountFen: 400, reason: '按资金到位' }
    const rowOf = async (taskId: string) => {
      const { items } = await ask('cashPlan', { year, projectId })
      return items.find((row) => row.taskId === taskId)
    }
    expect(await ask('adjustCashPlan', set)).toMatchObject({ beforeFen: null })
    expect(await ask('adjustCashPlan', { ...set, month: 3, amountFen: 300 })).toMatchObject({
      beforeFen: null,
    })
    const row = await rowOf(dated.task.id)
    expect(row).toMatchObject({ openFen: 1_000, undatedFen: 300 })
    expect(row?.sources[0]?.months[2]).toEqual({ planFen: 300, reckonedFen: 1_000, isAdjusted: true })
    expect(row?.sources[0]?.months[4]).toEqual({ planFen: 400, reckonedFen: 0, isAdjusted: true })
    const { items } = await ask('listCashEntries', {
      year,
      projectId,
      taskId: dated.task.id,
      from: '2026-05',
    })
    expect(items).toMatchObject([{ part: 'set', month: '2026-05', amountFen: 400 }])

    // What has no date can be planned by hand all the same.
    await ask('adjustCashPlan', { ...set, taskId: loose.task.id, month: 8, amountFen: 1_000 })
    expect(await rowOf(loose.task.id)).toMatchObject({ undatedFen: 0 })
    expect((await rowOf(loose.task.id))?.planFen[7]).toBe(1_000)

    // The way back: what stood before, or reckoned again.
    expect(await ask('adjustCashPlan', { ...set, amountFen: 600 })).toMatchObject({ beforeFen: 400 })
    for (const [taskId, month] of [
      [dated.task.id, 5],
      [dated.task.id, 3],
      [loose.task.id, 8],
    ] as const)
      await ask('adjustCashPlan', { ...set, taskId, month, amountFen: null, reason: '恢复推算' })
    expect(await ask('cashPlan', { year, projectId })).toEqual(before)

    expect((await refusal('adjustCashPlan', { ...set, contractId: 'x' })).code).toBe('cashSubjectMissing')
    expect((await refusal('adjustCashPlan', { ...set, taskId: null })).code).toBe('cashSubjectMissing')
    expect((await refusal('adjustCashPlan', { ...set, taskId: '没有' })).code).toBe('taskUnknown')
    const contract = await ask('recordContract', someContract({ amountFen: 800, signedOn: '2025-05-01' }))
    const held = await ask('addTask', { ...added, costFen: undefined, name: '主体', contractId: contract.id })
    expect((await refusal('adjustCashPlan', { ...set, taskId: held.task.id })).code).toBe(
      'cashTaskOfContract',
    )
    expect((await ask('verifyLibrary', {})).isSound).toBe(true)
  })

  test('the year’s plan by source stands beside what it needs: short, over, and without a source', async () => {
    const { ask } = await openPlans()
    const bond = await ask('createFund', { kind: 'bond', name: '债券' })
    await ask('setAnnualPlan', {
      projectId,
      year,
      lines: [
        { fundId: bond.id, amountFen: 300 },
        { fundId: null, amountFen: 100 },
      ],
    })
    const contract = await ask('recordContract', someContract({ amountFen: 800, signedOn: '2025-05-01' }))
    await ask('addTask', {
      projectId,
      name: '主体',
      contractId: contract.id,
      start: '2026-04-01',
      finish: '2026-05-29',
    })
    const { sources } = await ask('cashPlan', { year, projectId })
    expect(sources.map(({ fundName, annualFen, planFen }) => [fundName, annualFen, sum(planFen)])).toEqual([
      ['债券', 300, 600],
      [null, 100, 200],
    ])
  })

  test('whatever is recorded, months and 未排期 add up to what contracts have open and to what tasks cost, to the fen', async () => {
    const { ask } = await openPlans()
    const count = fc.integer({ min: 1, max: 9_999_999 })
    const day = fc.constantFrom('2025-02-01', '2026-01-15', '2026-03-09')
    const step = fc.record({
      amountFen: count,
      paidFen: count,
      signedOn: fc.constantFrom('2023-01-01', '2025-12-31'),
      paidOn: day,
      advancePct: fc.option(fc.integer({ min: 10, max: 30 }), { nil: null }),
      progressPct: fc.option(fc.integer({ min: 60, max: 100 }), { nil: null }),
      retentionPct: fc.constantFrom(null, 3),
      task: fc.constantFrom('contract', 'typed', 'none'),
      start: fc.option(fc.constantFrom('2026-02-02', '2027'), { nil: null }),
      setFen: fc.option(count, { nil: null }),
    })
    let openFen = 0
    let taskFen = 0
    await fc.assert(
      fc.asyncProperty(step, fc.constantFrom('2025-12-31', '2026-03-10'), async (one, asOf) => {
        const { amountFen, signedOn, advancePct, progressPct, retentionPct } = one
        const terms = { amountFen, signedOn, advancePct, progressPct, retentionPct }
        const contract = await ask('recordContract', someContract({ ...terms, overrideReason: '测试' }))
        const paidFen = Math.min(one.paidFen, amountFen)
        await ask('recordPayment', {
          ...somePayment({ amountFen: paidFen, paidOn: one.paidOn < signedOn ? '2026-01-15' : one.paidOn }),
          ...{ contractId: contract.id, kind: 'progress', overrideReason: '测试', payee: contract.number },
        })
        const dated = { projectId, name: '任务', start: one.start }
        if (one.task === 'contract') await ask('addTask', { ...dated, contractId: contract.id })
        if (one.task === 'typed') await ask('addTask', { ...dated, costFen: one.paidFen })
        if (one.setFen !== null)
          await ask('adjustCashPlan', {
            ...{
              contractId: contract.id,
              fundId: null,
              year,
              month: 6,
              amountFen: one.setFen,
              reason: '测试',
            },
          })
        if (one.setFen !== null && one.task === 'typed') {
          const { items } = await ask('cashPlan', { year, projectId, pageSize: 100 })
          const taskId = items.findLast((row) => row.taskId !== null)?.taskId
          if (taskId !== undefined && taskId !== null)
            await ask('adjustCashPlan', {
              ...{ taskId, fundId: null, year, month: 9, amountFen: one.setFen, reason: '测试' },
            })
        }
        openFen += amountFen - paidFen
        taskFen += one.task === 'typed' ? one.paidFen : 0
        const now = await ask('cashPlan', { year, projectId, asOf: '2026-03-10' })
        expect(now.openFen).toBe(openFen + taskFen)
        const plan = await ask('cashPlan', { year, projectId, asOf, pageSize: 100 })
        expect(plan.earlierFen + sum(plan.planFen) + plan.laterFen + plan.undatedFen).toBe(plan.openFen)
        expect(sum(plan.items.map((row) => row.openFen))).toBe(plan.openFen)
        expect(sum(plan.sources.flatMap((source) => source.planFen))).toBe(sum(plan.planFen))
      }),
      { numRuns: 25 },
    )
  })
})
