import { expect, test } from 'vitest'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

test('a day typed as the start of a task moves it and what waits for it, as a drag does', async () => {
  const { ask } = await openPlans()
  const first = await added('基础', { start: '2026-03-02', durationDays: 5 })
  const second = await added('主体', { durationDays: 5 })
  await ask('linkTasks', { predecessorId: first, successorId: second }, liaison)
  const tried = await ask(
    'editTask',
    { taskId: first, start: '2026-03-09', note: '场地移交', dryRun: true },
    liaison,
  )
  expect(tried.moves.map(({ name, to }) => [name, to.start, to.finish])).toEqual([
    ['基础', '2026-03-09', '2026-03-13'],
    ['主体', '2026-03-16', '2026-03-20'],
  ])
  const held = await ask('editTask', { taskId: second, start: '2026-04-01' }, liaison)
  expect(held.task).toMatchObject({
    plannedStart: '2026-04-01',
    constraintKind: 'startNoEarlier',
    constraintOn: '2026-04-01',
  })
  const longer = await ask('editTask', { taskId: second, finish: '2026-04-14' }, liaison)
  expect(longer.task).toMatchObject({ plannedFinish: '2026-04-14', durationDays: 9 })
  const coarse = await ask('editTask', { taskId: second, finish: '2026-08' }, liaison)
  expect(coarse.task.plannedFinish).toBe('2026-08')

  async function added(name: string, more: object) {
    return (await ask('addTask', { projectId, name, ...more }, liaison)).task.id
  }
})

test('a duration that contradicts both dates is refused at its field, and says what the dates span', async () => {
  const { ask, answer, refusal } = await openPlans()
  const wrong = { projectId, name: '主体', start: '2026-03-02', finish: '2026-03-13', durationDays: 5 }
  const refused = await refusal('addTask', wrong, liaison)
  expect(refused).toMatchObject({ code: 'durationDiffers', fields: ['durationDays'] })
  expect(JSON.stringify(await answer('addTask', wrong, liaison))).toContain('10 天')
  const { task } = await ask('addTask', { ...wrong, durationDays: 10 }, liaison)
  expect(
    await refusal('editTask', { taskId: task.id, finish: '2026-03-20', durationDays: 3 }, liaison),
  ).toMatchObject({ code: 'durationDiffers' })
  const calendarDays = { durationDays: 12, durationUnit: 'calendarDay' as const }
  expect((await ask('editTask', { taskId: task.id, ...calendarDays }, liaison)).task.plannedFinish).toBe(
    '2026-03-13',
  )
})

test('an edit puts a task below another in the same step, and a linked task becomes no summary', async () => {
  const { ask, refusal } = await openPlans()
  const add = async (name: string) => (await ask('addTask', { projectId, name }, liaison)).task
  const [above, below, next] = [await add('施工'), await add('基础'), await add('主体')]
  const placed = await ask(
    'editTask',
    { taskId: below.id, parentId: above.id, responsible: '城建局' },
    liaison,
  )
  expect(placed.task).toMatchObject({ parentId: above.id, responsible: '城建局' })
  expect((await ask('listTasks', { projectId })).items.find(({ id }) => id === above.id)?.kind).toBe(
    'summary',
  )
  expect(await refusal('editTask', { taskId: above.id, parentId: below.id }, liaison)).toMatchObject({
    code: 'taskBelowItself',
    fields: ['parentId'],
  })
  await ask('undoSchedule', { projectId }, liaison)
  expect((await ask('listTasks', { projectId })).items.find(({ id }) => id === below.id)).toMatchObject({
    parentId: null,
    responsible: null,
  })
  await ask('linkTasks', { predecessorId: below.id, successorId: next.id }, liaison)
  expect(await refusal('editTask', { taskId: next.id, kind: 'summary' }, liaison)).toMatchObject({
    code: 'taskKindLinked',
    fields: ['kind'],
  })
  expect(await refusal('editTask', { taskId: next.id, name: '主体', dryRun: true }, liaison)).toMatchObject({
    code: 'nothingChanged',
  })
})
