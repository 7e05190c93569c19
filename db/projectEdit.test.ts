import { describe, expect, test } from 'vitest'
import { finance, liaison, openPlans } from './fixture/temporaryLibrary.ts'

describe('projects by hand', () => {
  const clinic = {
    name: '新建门诊楼',
    planId: 'pengjiang-14-5',
    amountFen: 50_000,
    plannedStart: '2026',
    plannedFinish: '2027-41',
  }

  test('one is created with its citation and never enters the sums of the plan', async () => {
    const { ask } = await openPlans()
    const { id } = await ask('createProject', {
      ...clinic,
      citations: [{ field: 'amount', source: '会议纪要', quote: '总投资500元' }],
    })
    expect((await ask('getProject', { projectId: id })).citations).toMatchObject([
      { source: '会议纪要', quote: '总投资500元' },
    ])
    expect(await ask('planSummary', { planId: 'pengjiang-14-5' })).toMatchObject({
      itemsTotalFen: 80_758_260_000,
      unknownCount: 2,
      addedCount: 1,
      addedFen: 50_000,
    })
  })

  test.each([
    [{ name: '荷塘卫生院升级改造工程' }, 'projectNameTaken', 'name'],
    [{ plannedFinish: '2025' }, 'planDateReversed', 'plannedFinish'],
    [{ plannedStart: '明年' }, 'planDateInvalid', 'plannedStart'],
    [{ planId: 'nowhere' }, 'planUnknown', 'planId'],
  ])('%j is refused', async (change, code, field) => {
    const { refusal } = await openPlans()
    expect(await refusal('createProject', { ...clinic, ...change })).toEqual({ code, fields: [field] })
  })

  test('an edit keeps what it does not name, keeps its reason and stays within the role', async () => {
    const { ask, refusal } = await openPlans()
    const { id } = await ask('createProject', clinic)
    const edited = await ask('editProject', { projectId: id, amountFen: 60_000, reason: '可研批复' })
    expect(edited).toMatchObject({ name: '新建门诊楼', amountFen: 60_000, plannedStart: '2026' })
    const [change] = (await ask('listChanges', { entityId: id })).items
    expect(change).toMatchObject({
      actorName: '王芳',
      role: 'finance',
      reason: '可研批复',
      before: { amount_fen: 50_000 },
      after: { amount_fen: 60_000 },
    })

    const move = { projectId: id, plannedFinish: '2028', reason: '工期调整' }
    expect(await refusal('editProject', move, finance)).toEqual({
      code: 'roleForbiddenField',
      fields: ['plannedFinish'],
    })
    expect((await ask('editProject', move, liaison)).plannedFinish).toBe('2028')
    expect(await refusal('editProject', { projectId: id, amountFen: 1, reason: '试' }, liaison)).toEqual({
      code: 'roleForbiddenField',
      fields: ['amountFen'],
    })
    expect((await refusal('editProject', { projectId: id, name: '新建门诊楼', reason: '无' })).code).toBe(
      'nothingChanged',
    )
  })

  test('the amount that a plan published, or did not, stays', async () => {
    const { refusal } = await openPlans()
    for (const projectId of ['pj-hetang', 'pj-cdc']) {
      expect(await refusal('editProject', { projectId, amountFen: 1, reason: '补' })).toEqual({
        code: 'planAmountFixed',
        fields: ['amountFen'],
      })
    }
  })

  test('an archived project leaves the list and can come back', async () => {
    const { ask } = await openPlans()
    await ask('setProjectState', { projectId: 'ep-tiyu', state: 'archived', reason: '不属卫生建设' })
    expect((await ask('listProjects', {})).total).toBe(25)
    expect((await ask('listProjects', { state: 'archived' })).items.map(({ id }) => id)).toEqual(['ep-tiyu'])
    await ask('setProjectState', { projectId: 'ep-tiyu', state: 'open', reason: '恢复' })
    expect((await ask('listProjects', {})).total).toBe(26)
  })
})
