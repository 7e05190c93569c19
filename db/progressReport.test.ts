import { expect, test } from 'vitest'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

test('a week of reports is kept as a whole, or not at all, and the fault names its row and field', async () => {
  const { ask, refusal } = await openPlans()
  const [first, second] = await twoTasks(ask)
  const reports = [
    { milestoneId: first, status: 'inProgress', progressPct: 30, actualStartOn: '2026-03-02' },
    { milestoneId: second, status: 'done' },
  ] as const
  expect(await refusal('reportTasks', { reports }, liaison)).toEqual({
    code: 'milestoneActualMissing',
    fields: ['reports.1.actualOn'],
  })
  expect((await ask('listProgressReports', { milestoneId: first })).total).toBe(0)

  const done = { ...reports[1], actualOn: '2026-03-09' }
  const kept = await ask('reportTasks', { reports: [reports[0], done] }, liaison)
  expect(kept.items.map(({ status, progressPct }) => [status, progressPct])).toEqual([
    ['inProgress', 30],
    ['done', 100],
  ])
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
})

test('a report speaks as of a day: not a coming one, and none before the newest', async () => {
  const { ask, refusal } = await openPlans()
  const [id] = await twoTasks(ask)
  const report = { milestoneId: id, status: 'inProgress', progressPct: 10 } as const
  await ask('reportMilestone', { ...report, asOf: '2026-03-06' }, liaison)
  expect(await refusal('reportMilestone', { ...report, asOf: '2026-03-05' }, liaison)).toEqual({
    code: 'reportOlder',
    fields: ['asOf'],
  })
  expect(await refusal('reportMilestone', { ...report, asOf: '2026-03-11' }, liaison)).toEqual({
    code: 'dateInFuture',
    fields: ['asOf'],
  })
  const again = await ask('reportMilestone', { ...report, progressPct: 20, asOf: '2026-03-06' }, liaison)
  expect(again).toMatchObject({ progressPct: 20, reportedOn: '2026-03-06' })
})

test('a delay has a reason from the list; 其他 says in the note what it is', async () => {
  const { ask, refusal } = await openPlans()
  const [id] = await twoTasks(ask)
  const report = { milestoneId: id, status: 'inProgress', forecast: '2026-06' } as const
  expect(await refusal('reportMilestone', { ...report, delayReason: 'other' }, liaison)).toEqual({
    code: 'noteMissing',
    fields: ['note'],
  })
  await ask('reportMilestone', { ...report, delayReason: 'weather' }, liaison)
  expect((await ask('listProgressReports', { milestoneId: id })).items[0]).toMatchObject({
    delayReason: 'weather',
    forecast: '2026-06',
  })
})

test('the week asks about what is due, until it is reported; the board shows who has what ahead', async () => {
  const { ask } = await openPlans()
  const [first, second] = await twoTasks(ask)
  const before = await ask('listWeekTasks', { projectId: 'pj-hetang', responsible: '甲单位' })
  expect(before).toMatchObject({ first: '2026-03-09', last: '2026-03-15', reportedCount: 0 })
  expect(before.items.map(({ id, reason }) => [id, reason])).toEqual([
    [first, 'startsThisWeek'],
    [second, 'dueThisWeek'],
  ])
  await ask('reportMilestone', { milestoneId: first, status: 'inProgress', progressPct: 5 }, liaison)
  const after = await ask('listWeekTasks', { projectId: 'pj-hetang', responsible: '甲单位' })
  expect(after.items.map(({ reason, isReported }) => [reason, isReported])).toEqual([
    ['underWay', true],
    ['dueThisWeek', false],
  ])
  expect((await ask('listWeekTasks', { on: '2026-02-01', responsible: '甲单位' })).total).toBe(1)

  const board = await ask('dueBoard', { projectId: 'pj-hetang' })
  const row = board.rows.find(({ responsible }) => responsible === '甲单位')
  expect(row?.cards.in30.map(({ item, daysLeft }) => [item.id, daysLeft])).toEqual([[second, 4]])
  expect(row?.cards.in60.map(({ item }) => item.id)).toEqual([first])
  // Every target of the plans lies in the past, and nobody has reported since: silent, not late.
  expect(board.rows.every(({ cards }) => cards.late.length === 0)).toBe(true)
})

test('a closed project asks nobody', async () => {
  const { ask } = await openPlans()
  await twoTasks(ask)
  await ask('setProjectState', { projectId: 'pj-hetang', state: 'closed', reason: '试' })
  expect((await ask('listWeekTasks', { projectId: 'pj-hetang' })).total).toBe(0)
  expect((await ask('dueBoard', { projectId: 'pj-hetang' })).rows).toEqual([])
})

/** 基础, begun by the plan on 4 March, and a milestone of this week. */
async function twoTasks(ask: Awaited<ReturnType<typeof openPlans>>['ask']): Promise<[string, string]> {
  const projectId = 'pj-hetang'
  const responsible = '甲单位'
  const structure = await ask(
    'addTask',
    { projectId, responsible, name: '试验主体', start: '2026-03-04', finish: '2026-05-04' },
    liaison,
  )
  const milestone = await ask(
    'addTask',
    { projectId, responsible, name: '试验封顶', kind: 'milestone', due: '2026-03-14' },
    liaison,
  )
  return [structure.task.id, milestone.task.id]
}
