import { describe, expect, test } from 'vitest'
import { liaison, openPlans, reviewer } from './fixture/temporaryLibrary.ts'

describe('alerts and discrepancies', () => {
  test('the gap is an alert until its publisher has corrected it', async () => {
    const { ask, refusal } = await openPlans()
    const kinds = async () => (await ask('listAlerts', { pageSize: 100 })).items.map(({ kind }) => kind)
    expect((await kinds())[0]).toBe('publishedTotalGap')
    expect(
      (await refusal('setDiscrepancyStatus', { discrepancyId: 'pj-total', status: 'inquired', reason: '' }))
        .code,
    ).toBe('reasonMissing')
    expect(
      (
        await refusal(
          'setDiscrepancyStatus',
          { discrepancyId: 'pj-total', status: 'inquired', reason: '函' },
          reviewer,
        )
      ).code,
    ).toBe('roleForbidden')
    await ask('setDiscrepancyStatus', {
      discrepancyId: 'pj-total',
      status: 'corrected',
      reason: '区局复函更正',
    })
    expect(await kinds()).not.toContain('publishedTotalGap')
    expect((await ask('planSummary', { planId: 'pengjiang-14-5' })).gapFen).toBe(7_627_000_000)
  })

  test('a planned period that passed without a report asks for one, and a report makes it late or quiet', async () => {
    const { ask } = await openPlans()
    const own = async () =>
      (await ask('listAlerts', { projectId: 'pj-duruan' })).items.map(({ kind }) => kind)
    expect(await own()).toEqual(['periodPassed'])
    await ask(
      'reportMilestone',
      { milestoneId: 'pj-duruan-m1', status: 'inProgress', note: '用地未落实' },
      liaison,
    )
    expect(await own()).toEqual(['milestoneLate'])
    await ask(
      'reportMilestone',
      { milestoneId: 'pj-duruan-m1', status: 'done', actualOn: '2026-03-09', note: '' },
      liaison,
    )
    expect(await own()).toEqual([])
  })

  test('spending above the published amount is told', async () => {
    const { ask } = await openPlans()
    const { id } = await ask('createProject', { name: '小项目', amountFen: 100 })
    const pay = (amountFen: number) =>
      ask('recordPayment', {
        ...{ projectId: id, paidOn: '2026-03-01', amountFen, payee: '甲', purpose: '款' },
        idempotencyKey: `over-amount-${String(amountFen)}`,
      })
    await pay(100)
    expect((await ask('listAlerts', { projectId: id })).items).toEqual([])
    await pay(1)
    expect((await ask('listAlerts', { projectId: id })).items).toMatchObject([
      { kind: 'paidOverAmount', amountFen: 101, limitFen: 100 },
    ])
  })

  test('a project without milestones asks for a report once its planned finish is over, and is quiet when finished', async () => {
    const { ask } = await openPlans()
    const kinds = async (projectId: string) =>
      (await ask('listAlerts', { projectId })).items.map(({ kind }) => kind)
    const ending = async (plannedFinish: string) =>
      (await ask('createProject', { name: `止于${plannedFinish}`, plannedStart: '2025', plannedFinish })).id
    expect(await kinds(await ending('2026-03-10'))).toEqual([])
    expect(await kinds(await ending('2026'))).toEqual([])
    const passed = await ending('2026-03-09')
    expect(await kinds(passed)).toEqual(['projectPeriodPassed'])
    await ask('editProject', { projectId: passed, actualFinish: '2026-03-09', reason: '竣工' }, liaison)
    expect(await kinds(passed)).not.toContain('projectPeriodPassed')
  })
})
