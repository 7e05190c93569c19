import { describe, expect, test } from 'vitest'
import { finance, liaison, openPlans, reviewer, testDay } from './fixture/temporaryLibrary.ts'

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
