import { describe, expect, test } from 'vitest'
import type { MilestoneRow } from './milestone.ts'
import { periodInWords } from './period.ts'
import type { ProjectRow } from './project.ts'
import { softSpan } from './softSpan.ts'
import { projectStanding } from './standing.ts'
import { filterTimeline, timelineOf } from './timeline.ts'

describe('计划起止的虚实', () => {
  test('2021年—2023年 is sure in 2022 only, and fades over 2021 and 2023', () => {
    expect(softSpan('2021', '2023')).toEqual({
      kind: 'bar',
      first: '2021-01-01',
      solidFrom: '2021-12-31',
      solidTo: '2023-01-01',
      last: '2023-12-31',
    })
  })

  test('two exact days have no soft end', () => {
    expect(softSpan('2017-09-27', '2019-11-20')).toMatchObject({
      first: '2017-09-27',
      solidFrom: '2017-09-27',
      solidTo: '2019-11-20',
      last: '2019-11-20',
    })
  })

  test('a start and a finish in the same year leave no sure day', () => {
    const span = softSpan('2021', '2021')
    expect(span).toMatchObject({ first: '2021-01-01', last: '2021-12-31' })
    expect(span?.solidFrom).toBe(span?.solidTo)
  })

  test('a finish alone is a mark as wide as its doubt', () => {
    expect(softSpan(null, '2020-41')).toMatchObject({
      kind: 'finishOnly',
      first: '2020-07-01',
      last: '2020-12-31',
    })
    expect(softSpan(null, '2019-12-31')).toMatchObject({
      first: '2019-12-31',
      solidFrom: '2019-12-31',
      last: '2019-12-31',
    })
  })

  test('without any date there is no span', () => {
    expect(softSpan(null, null)).toBeNull()
  })
})

describe('项目的进度状态', () => {
  test('a target of 2023 is in its period on the last day of 2023 and passed on the next', () => {
    const project = projectLike({ plannedFinish: '2023' })
    expect(projectStanding(project, [], '2023-12-31')).toBe('open')
    expect(projectStanding(project, [], '2024-01-01')).toBe('periodPassed')
  })

  test('a passed period without any report is no delay', () => {
    const milestone = milestoneLike({ due: '2022' })
    expect(projectStanding(projectLike({ plannedFinish: '2025' }), [milestone], '2023-01-01')).toBe(
      'periodPassed',
    )
  })

  test('a milestone that was reported unfinished after its target makes the project late', () => {
    const milestone = milestoneLike({ due: '2022', status: 'inProgress', reportedOn: '2023-02-01' })
    expect(projectStanding(projectLike({ plannedFinish: '2025' }), [milestone], '2023-03-01')).toBe('late')
  })

  test('a milestone without a target that was reported unfinished after the project’s own finish makes it late', () => {
    const milestone = milestoneLike({ status: 'inProgress', reportedOn: '2024-02-01' })
    expect(projectStanding(projectLike({ plannedFinish: '2023' }), [milestone], '2024-03-01')).toBe('late')
  })

  test('all milestones done does not say that the project is done', () => {
    const milestone = milestoneLike({
      due: '2022',
      status: 'done',
      actual: '2022-06-01',
      reportedOn: '2024-02-01',
    })
    expect(projectStanding(projectLike({ plannedFinish: '2023' }), [milestone], '2024-03-01')).toBe(
      'periodPassed',
    )
  })

  test('in use is done, whatever the dates say', () => {
    expect(projectStanding(projectLike({ stage: 'inUse', plannedFinish: '2019' }), [], '2026-01-01')).toBe(
      'done',
    )
    expect(projectStanding(projectLike({ actualFinish: '2020-41' }), [], '2026-01-01')).toBe('done')
  })

  test('no date at all is 未定日期', () => {
    expect(projectStanding(projectLike({}), [milestoneLike({})], '2026-01-01')).toBe('undated')
  })
})

describe('时间轴', () => {
  const all = { projectId: null, planId: null, text: '', standing: null }
  const plans = [
    { id: 'pj', name: '蓬江', period: '2021/2025' },
    { id: 'ep', name: '恩平', period: '2021/2025' },
  ]

  test('projects stand under their plan; what has no date is listed apart', () => {
    const timeline = timelineOf(
      plans,
      [
        projectLike({ id: 'a', planId: 'ep', plannedFinish: '2021/2025' }),
        projectLike({ id: 'b', planId: 'ep' }),
        projectLike({ id: 'c', planId: 'pj', plannedStart: '2021', plannedFinish: '2023' }),
        projectLike({ id: 'd', planId: null }),
      ],
      [],
      '2026-11-22',
    )
    expect(timeline.groups.map((group) => [group.planId, ids(group.projects), ids(group.undated)])).toEqual([
      ['pj', ['c'], []],
      ['ep', ['a'], ['b']],
      [null, [], ['d']],
    ])
    expect(timeline).toMatchObject({ first: '2021-01-01', last: '2026-11-22' })
  })

  test('a project that only its milestone dates is drawn', () => {
    const timeline = timelineOf(
      plans,
      [projectLike({ id: 'a', planId: 'pj' })],
      [milestoneLike({ projectId: 'a', due: '2028' })],
      '2026-11-22',
    )
    expect(ids(timeline.groups[0]?.projects ?? [])).toEqual(['a'])
    expect(timeline.last).toBe('2028-12-31')
  })

  test('milestones’ actual dates make the actual bar where the project has none of its own', () => {
    const timeline = timelineOf(
      plans,
      [projectLike({ id: 'a', planId: 'pj', plannedStart: '2021', plannedFinish: '2023' })],
      [
        milestoneLike({ projectId: 'a', status: 'done', actual: '2021-06-30', reportedOn: '2021-07-01' }),
        milestoneLike({ projectId: 'a', status: 'inProgress', reportedOn: '2022-05-16' }),
      ],
      '2026-11-22',
    )
    expect(timeline.groups[0]?.projects[0]).toMatchObject({
      isUnderWay: true,
      actual: { first: '2021-06-30', last: '2022-05-16' },
    })
  })

  test('a filter keeps the time span and leaves the rows that match', () => {
    const timeline = timelineOf(
      plans,
      [
        projectLike({ id: 'a', name: '荷塘卫生院', planId: 'pj', plannedFinish: '2023' }),
        projectLike({ id: 'b', name: '杜阮院区', planId: 'pj', plannedFinish: '2025' }),
      ],
      [],
      '2024-06-01',
    )
    const filtered = filterTimeline(timeline, { ...all, text: ' 荷塘 ', standing: null })
    expect(ids(filtered.groups[0]?.projects ?? [])).toEqual(['a'])
    expect(filtered.last).toBe(timeline.last)
    expect(
      filterTimeline(timeline, { ...all, projectId: 'b' }).groups[0]?.projects.map((row) => row.id),
    ).toEqual(['b'])
    expect(
      filterTimeline(timeline, { ...all, standing: 'open' }).groups[0]?.projects.map((row) => row.id),
    ).toEqual(['b'])
    expect(filterTimeline(timeline, { ...all, planId: 'ep' }).groups).toEqual([])
  })
})

describe('起止的写法', () => {
  test('each end keeps its precision', () => {
    expect(periodInWords('2021', '2023', 'zh-CN')).toBe('2021年—2023年')
    expect(periodInWords('2017-09-27', '2020-41', 'zh-CN')).toBe('2017年9月27日—2020年下半年')
    expect(periodInWords(null, '2019-10', 'zh-CN')).toBe('2019年10月完成')
    expect(periodInWords(null, '2021/2025', 'zh-CN')).toBe('2021—2025年')
    expect(periodInWords('2021', null, 'en')).toBe('from 2021')
    expect(periodInWords(null, null, 'en')).toBeNull()
  })
})

function ids(rows: readonly { readonly id: string }[]) {
  return rows.map((row) => row.id)
}

function projectLike(given: Partial<ProjectRow>): ProjectRow {
  return {
    id: 'p',
    planId: 'pj',
    origin: 'plan',
    code: null,
    name: '项目',
    aliases: [],
    kind: null,
    stage: null,
    statusText: null,
    amountFen: null,
    amountLabel: null,
    isAmountDerived: false,
    envelopeId: null,
    isListed: null,
    plannedStart: null,
    plannedFinish: null,
    actualStart: null,
    actualFinish: null,
    owner: null,
    isOwnerInferred: false,
    lead: null,
    responsible: [],
    scope: null,
    areas: [],
    note: null,
    state: 'open',
    planName: null,
    paidFen: 0,
    paymentCount: 0,
    milestoneCount: 0,
    doneMilestoneCount: 0,
    progressPct: null,
    lastReportOn: null,
    openDiscrepancyCount: 0,
    ...given,
  }
}

function milestoneLike(given: Partial<MilestoneRow>): MilestoneRow {
  return {
    id: 'm',
    projectId: 'p',
    projectName: '项目',
    origin: 'plan',
    name: '里程碑',
    sortOrder: 0,
    due: null,
    status: 'notStarted',
    actual: null,
    actualStart: null,
    forecast: null,
    progressPct: null,
    note: null,
    responsible: null,
    reportedOn: null,
    reportedBy: null,
    reportCount: 0,
    ...given,
  }
}
