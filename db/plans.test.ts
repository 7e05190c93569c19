import { describe, expect, test } from 'vitest'
import { openPlans } from './fixture/temporaryLibrary.ts'

describe('the two plans', () => {
  test('蓬江 shows 88,385.26 beside 80,758.26, the gap, and what is not published', async () => {
    const { ask } = await openPlans()
    expect(await ask('planSummary', { planId: 'pengjiang-14-5' })).toMatchObject({
      publishedTotalFen: 88_385_260_000,
      itemsTotalFen: 80_758_260_000,
      gapFen: 7_627_000_000,
      unknownCount: 2,
      gapDiscrepancyId: 'pj-total',
    })
  })

  test('恩平 has an envelope over six projects and no published total', async () => {
    const { ask } = await openPlans()
    const summary = await ask('planSummary', { planId: 'enping-14-5' })
    expect(summary).toMatchObject({
      publishedTotalFen: null,
      gapFen: null,
      unknownCount: 19,
      derivedFen: 2_000_000_000,
    })
    expect(summary.envelopes).toMatchObject([
      { amountFen: 29_600_000_000, isApproximate: true, projectCount: 6 },
    ])
  })

  test('they load into an empty library only', async () => {
    const { refusal } = await openPlans()
    expect((await refusal('loadPlans', {})).code).toBe('libraryNotEmpty')
    expect((await refusal('createLibrary', {})).code).toBe('libraryExists')
  })

  test('a project is found by name, alias and part of either', async () => {
    const { ask } = await openPlans()
    const found = async (text: string) => (await ask('listProjects', { text })).items.map(({ id }) => id)
    expect(await found('荷塘镇卫生院')).toEqual(['pj-hetang'])
    expect(await found('120急救')).toEqual(['ep-120'])
    expect(await found('%')).toEqual([])
    expect((await ask('listProjects', { planId: 'enping-14-5' })).total).toBe(20)
  })
})
