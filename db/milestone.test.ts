import { describe, expect, test } from 'vitest'
import { finance, liaison, openPlans, reviewer, testDay } from './fixture/temporaryLibrary.ts'

describe('milestones', () => {
  test('a report shows at once, keeps its history and who and what in the chain', async () => {
    const { ask } = await openPlans()
    const report = {
      milestoneId: 'pj-hetang-m2',
      status: 'inProgress',
      forecast: '2026-06',
      progressPct: 40,
      note: '基坑围护完成',
    } as const
    await ask('reportMilestone', report, liaison)
    const done = await ask(
      'reportMilestone',
      { milestoneId: 'pj-hetang-m2', status: 'done', actualOn: '2026-03-01', note: '通过验收' },
      liaison,
    )
    expect(done).toMatchObject({
      status: 'done',
      actual: '2026-03-01',
      progressPct: 100,
      reportedOn: testDay,
      reportedBy: '李强',
      reportCount: 2,
    })
    expect(
      (await ask('listProgressReports', { milestoneId: 'pj-hetang-m2' })).items.map(
        ({ progressPct }) => progressPct,
      ),
    ).toEqual([100, 40])
    const changes = (await ask('listChanges', { entityId: 'pj-hetang-m2' })).items
    expect(changes[0]).toMatchObject({
      actorName: '李强',
      request: 'reportMilestone',
      before: { progress_pct: 40 },
      after: { progress_pct: 100 },
    })
    expect(await ask('getProject', { projectId: 'pj-hetang' })).toMatchObject({
      progressPct: 40,
      lastReportOn: testDay,
      doneMilestoneCount: 1,
    })
  })

  test('a report sent again with its key is kept once', async () => {
    const { ask } = await openPlans()
    const report = {
      milestoneId: 'pj-hetang-m2',
      status: 'inProgress',
      note: '甲',
      idempotencyKey: 'report-once',
    } as const
    await ask('reportMilestone', report, liaison)
    expect(await ask('reportMilestone', report, liaison)).toMatchObject({ reportCount: 1 })
  })

  test('a mistaken “done” taken back takes its 100 along, and what is done has no forecast', async () => {
    const { ask } = await openPlans()
    const done = {
      milestoneId: 'pj-hetang-m2',
      status: 'done',
      actualOn: '2026-03-01',
      forecast: '2027',
      note: '',
    } as const
    expect(await ask('reportMilestone', done, liaison)).toMatchObject({ progressPct: 100, forecast: null })
    expect(
      await ask(
        'reportMilestone',
        { milestoneId: 'pj-hetang-m2', status: 'inProgress', note: '误报' },
        liaison,
      ),
    ).toMatchObject({ progressPct: null, actual: null })
  })

  test('only the liaison changes the schedule', async () => {
    const { refusal } = await openPlans()
    for (const actor of [finance, reviewer]) {
      for (const name of ['reportMilestone', 'addMilestone', 'editMilestone']) {
        expect((await refusal(name, {}, actor)).code).toBe('roleForbidden')
      }
    }
  })

  test('one is added with a due date of any precision and stands last', async () => {
    const { ask, refusal } = await openPlans()
    const added = await ask(
      'addMilestone',
      { projectId: 'pj-tangxia', name: '封顶', due: '2026-41' },
      liaison,
    )
    expect(
      (await ask('listMilestones', { projectId: 'pj-tangxia' })).items.map(({ id, due }) => [id, due]),
    ).toEqual([[added.id, '2026-41']])
    expect(
      await refusal('addMilestone', { projectId: 'pj-tangxia', name: '封顶', due: '2026-50' }, liaison),
    ).toEqual({ code: 'planDateInvalid', fields: ['due'] })
  })

  test.each([
    [{ status: 'done' }, 'milestoneActualMissing', 'actualOn'],
    [{ status: 'done', actualOn: '2027-01-01' }, 'dateInFuture', 'actualOn'],
    [{ status: 'inProgress', progressPct: 101 }, 'progressOutOfRange', 'progressPct'],
    [{ status: 'finished' }, 'inputMalformed', 'status'],
    [{ milestoneId: 'none', status: 'inProgress' }, 'milestoneUnknown', 'milestoneId'],
  ])('the report %j is refused and writes nothing', async (change, code, field) => {
    const { ask, refusal } = await openPlans()
    const before = await ask('getLibrary', {})
    expect(
      await refusal('reportMilestone', { milestoneId: 'pj-hetang-m2', note: '', ...change }, liaison),
    ).toEqual({ code, fields: [field] })
    expect(await ask('getLibrary', {})).toEqual(before)
  })
})
