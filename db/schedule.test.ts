import { expect, test } from 'vitest'
import { finance, liaison, openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

test('a liaison adds tasks, links them, moves one, and what hangs on it moves with it', async () => {
  const { ask, refusal } = await openPlans()
  const add = async (name: string, durationDays: number, start?: string) =>
    (await ask('addTask', { projectId, name, durationDays, start }, liaison)).task
  const first = await add('基础', 5, '2026-03-02')
  const second = await add('主体', 10)
  const third = await add('装修', 3)
  expect(first).toMatchObject({ plannedStart: '2026-03-02', plannedFinish: '2026-03-06' })

  const linked = await ask('linkTasks', { predecessorId: first.id, successorId: second.id }, liaison)
  expect(linked.moves).toMatchObject([{ name: '主体', to: { start: '2026-03-09', finish: '2026-03-20' } }])
  await ask('linkTasks', { predecessorId: second.id, successorId: third.id, lagDays: 2 }, liaison)

  const loop = await refusal('linkTasks', { predecessorId: third.id, successorId: first.id }, liaison)
  expect(loop).toMatchObject({ code: 'linkLoop' })

  const tried = await ask('moveTask', { taskId: first.id, start: '2026-03-04', dryRun: true }, liaison)
  expect(tried.isDryRun).toBe(true)
  expect(tried.moves.map(({ name, to }) => [name, to.start, to.finish])).toEqual([
    ['基础', '2026-03-04', '2026-03-10'],
    ['主体', '2026-03-11', '2026-03-24'],
    ['装修', '2026-03-27', '2026-03-31'],
  ])
  const before = (await ask('listTasks', { projectId })).items
  expect(before.find(({ id }) => id === first.id)?.plannedStart).toBe('2026-03-02')
  const moved = await ask('moveTask', { taskId: first.id, start: '2026-03-04', reason: '场地晚交' }, liaison)
  expect(moved.moves).toEqual(tried.moves)
  const after = (await ask('listTasks', { projectId })).items
  expect(after.find(({ id }) => id === third.id)?.plannedFinish).toBe('2026-03-31')

  const { items } = await ask('schedule', { projectId, dataDate: null })
  expect(items.find(({ taskId }) => taskId === second.id)).toMatchObject({
    critical: true,
    totalFloatDays: 0,
  })
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('finance sets what a task costs, and nothing else of it', async () => {
  const { ask, refusal } = await openPlans()
  const { task } = await ask(
    'addTask',
    { projectId, name: '主体', durationDays: 10, start: '2026-03-02' },
    liaison,
  )
  expect((await ask('editTask', { taskId: task.id, costFen: 500_00 }, finance)).task.costFen).toBe(500_00)
  expect(await refusal('editTask', { taskId: task.id, costFen: 1 }, liaison)).toMatchObject({
    code: 'roleForbiddenField',
  })
  expect(await refusal('editTask', { taskId: task.id, name: '改' }, finance)).toMatchObject({
    code: 'roleForbiddenField',
  })
})

test('a move that is undone leaves every task as it was; done again it is moved again', async () => {
  const { ask, refusal } = await openPlans()
  const add = async (name: string, start?: string) =>
    (await ask('addTask', { projectId, name, durationDays: 5, start }, liaison)).task
  const first = await add('基础', '2026-03-02')
  const second = await add('主体')
  await ask('linkTasks', { predecessorId: first.id, successorId: second.id }, liaison)
  const tree = async () => (await ask('listTasks', { projectId })).items
  const before = await tree()
  await ask('moveTask', { taskId: first.id, start: '2026-03-16' }, liaison)
  const moved = await tree()
  expect(moved).not.toEqual(before)

  expect(await ask('undoSchedule', { projectId }, liaison)).toMatchObject({ request: 'moveTask' })
  expect(await tree()).toEqual(before)
  await ask('redoSchedule', { projectId }, liaison)
  expect(await tree()).toEqual(moved)
  expect(await refusal('redoSchedule', { projectId }, liaison)).toMatchObject({ code: 'stepUnknown' })

  for (const request of ['moveTask', 'linkTasks', 'addTask', 'addTask'])
    expect(await ask('undoSchedule', { projectId }, liaison)).toMatchObject({ request })
  expect((await tree()).every(({ kind }) => kind === 'milestone')).toBe(true)
  expect(await refusal('undoSchedule', { projectId }, liaison)).toMatchObject({ code: 'stepUnknown' })
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('a step is not undone over a later change of the same thing', async () => {
  const { ask, refusal } = await openPlans()
  const { task } = await ask(
    'addTask',
    { projectId, name: '基础', durationDays: 5, start: '2026-03-02' },
    liaison,
  )
  await ask('moveTask', { taskId: task.id, start: '2026-03-16' }, liaison)
  const [step] = (await ask('listChanges', { entity: 'schedule_step' })).items
  await ask('moveTask', { taskId: task.id, start: '2026-03-23' }, liaison)
  const stale = await refusal('undoSchedule', { projectId, stepId: step?.entityId }, liaison)
  expect(stale).toMatchObject({ code: 'stepOvertaken' })
})

test('雨季停工 of a project moves what the scheduler says, and a year without a list of holidays is named', async () => {
  const { ask } = await openPlans()
  await ask('addTask', { projectId, name: '土方', durationDays: 10, start: '2026-06-01' }, liaison)
  const finish = async () => (await ask('schedule', { projectId, dataDate: null })).finish
  expect(await finish()).toBe('2026-06-12')
  const calendar = await ask('setCalendar', { projectId, name: '现场日历' }, liaison)
  const rain = { calendarId: calendar.id, name: '雨季停工', firstOn: '2026-06-08', lastOn: '2026-06-21' }
  await ask('setCalendarException', rain, liaison)
  expect(await finish()).toBe('2026-06-26')

  const counted = await ask('workdays', { from: '2026-06-01', to: '2026-06-30', projectId })
  expect(counted).toMatchObject({ workdays: 12, calendarDays: 30, yearsWithoutHolidays: [] })
  expect(await ask('workdays', { from: '2026-06-01', to: '2026-06-30' })).toMatchObject({ workdays: 21 })
  expect(await ask('workdays', { from: '2026-12-01', to: '2028-01-31' })).toMatchObject({
    yearsWithoutHolidays: [2027, 2028],
  })
})

test('a calendar that tasks use is not removed, and says which they are; unused it goes, and comes back undone', async () => {
  const { ask, answer, refusal } = await openPlans()
  const calendar = await ask('setCalendar', { projectId, name: '设备厂日历', isDefault: false }, liaison)
  const { task } = await ask(
    'addTask',
    { projectId, name: '设备制造', durationDays: 5, calendarId: calendar.id },
    liaison,
  )
  const input = { calendarId: calendar.id, reason: '不再采用' }
  const used = await refusal('removeCalendar', input, liaison)
  expect(used).toMatchObject({ code: 'calendarUsed' })
  expect(JSON.stringify(await answer('removeCalendar', input, liaison))).toContain('设备制造')
  await ask('editTask', { taskId: task.id, calendarId: null }, liaison)
  const rain = { calendarId: calendar.id, name: '检修', firstOn: '2026-06-08', lastOn: '2026-06-09' }
  await ask('setCalendarException', rain, liaison)
  const named = await ask('workdays', { from: '2026-06-08', to: '2026-06-09', projectId })
  expect(named).toMatchObject({ workdays: 2, special: [] })
  await ask('removeCalendar', input, liaison)
  expect((await ask('listCalendars', { projectId })).items).toEqual([])
  await ask('undoSchedule', { projectId }, liaison)
  expect((await ask('listCalendars', { projectId })).items[0]).toMatchObject({
    name: '设备厂日历',
    exceptions: [{ name: '检修' }],
  })
  const own = await ask('setCalendar', { projectId, name: '项目日历' }, liaison)
  expect(await refusal('removeCalendar', { ...input, calendarId: own.id }, liaison)).toMatchObject({
    code: 'calendarDefault',
  })
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})
