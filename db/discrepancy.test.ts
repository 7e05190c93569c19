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
    await ask('recordPayment', {
      projectId: id,
      paidOn: '2026-03-01',
      amountFen: 101,
      payee: '甲',
      purpose: '款',
      idempotencyKey: 'over-amount',
    })
    expect((await ask('listAlerts', { projectId: id })).items).toMatchObject([
      { kind: 'paidOverAmount', amountFen: 101, limitFen: 100 },
    ])
  })
})
