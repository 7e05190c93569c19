import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

async function fourTasks() {
  const library = await openPlans()
  const add = async (name: string, start?: string) =>
    (await library.ask('addTask', { projectId, name, durationDays: 5, start }, liaison)).task.id
  const ids = {
    foundation: await add('基础', '2026-03-02'),
    frame: await add('主体', '2026-03-02'),
    roof: await add('屋面', '2026-03-02'),
    fitting: await add('装修', '2026-03-02'),
  }
  const finishOf = async (id: string) =>
    (await library.ask('listTasks', { projectId })).items.find((task) => task.id === id)?.plannedFinish
  return { ...library, ids, finishOf }
}

test('several predecessors are set as one proposal, done as one command with its reason, and undone as one step', async () => {
  const { ask, ids, finishOf } = await fourTasks()
  const input = {
    taskId: ids.fitting,
    predecessors: [
      { taskId: ids.frame, kind: 'FS' as const, lagDays: 0 },
      { taskId: ids.roof, kind: 'SS' as const, lagDays: 7 },
    ],
    successors: [],
  }
  const tried = await ask('setTaskLinks', { ...input, dryRun: true }, liaison)
  expect(tried.moves.map(({ name, to }) => [name, to.start, to.finish])).toEqual([
    ['装修', '2026-03-11', '2026-03-17'],
  ])
  expect(await finishOf(ids.fitting)).toBe('2026-03-06')

  await ask('setTaskLinks', { ...input, reason: '按施工组织设计' }, liaison)
  expect(await finishOf(ids.fitting)).toBe('2026-03-17')
  const { items } = await ask('listChanges', { entityId: ids.fitting })
  expect(items[0]).toMatchObject({ request: 'setTaskLinks', reason: '按施工组织设计' })

  await ask(
    'setTaskLinks',
    {
      taskId: ids.fitting,
      predecessors: [{ taskId: ids.frame, kind: 'FS', lagDays: -2 }],
    },
    liaison,
  )
  expect(await finishOf(ids.fitting)).toBe('2026-03-11')
  await ask('undoSchedule', { projectId }, liaison)
  expect(await finishOf(ids.fitting)).toBe('2026-03-17')
  await ask('undoSchedule', { projectId }, liaison)
  expect(await finishOf(ids.fitting)).toBe('2026-03-06')
  expect(
    (await ask('listTasks', { projectId })).items.every(({ predecessors }) => predecessors.length === 0),
  ).toBe(true)
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('a loop is refused at its line with its way named, and nothing of the others is kept', async () => {
  const { ask, answer, refusal, ids } = await fourTasks()
  await ask('setTaskLinks', { taskId: ids.frame, predecessors: [{ taskId: ids.foundation }] }, liaison)
  const loop = { taskId: ids.foundation, predecessors: [{ taskId: ids.roof }, { taskId: ids.frame }] }
  const refused = await refusal('setTaskLinks', loop, liaison)
  expect(refused).toMatchObject({ code: 'linkLoop', fields: ['predecessors.1.taskId'] })
  expect(JSON.stringify(await answer('setTaskLinks', loop, liaison))).toContain('基础 → 主体 → 基础')
  await ask('setTaskLinks', { taskId: ids.frame, successors: [{ taskId: ids.fitting }] }, liaison)
  const told = await refusal(
    'setTaskLinks',
    {
      taskId: ids.frame,
      predecessors: [{ taskId: ids.foundation }, { taskId: ids.fitting }],
      successors: [{ taskId: ids.fitting }],
    },
    liaison,
  )
  expect(told).toMatchObject({ code: 'linkLoop', fields: ['predecessors.1.taskId'] })
  const both = await refusal(
    'setTaskLinks',
    { taskId: ids.roof, predecessors: [{ taskId: ids.fitting }], successors: [{ taskId: ids.fitting }] },
    liaison,
  )
  expect(both).toMatchObject({ code: 'linkLoop', fields: ['successors.0.taskId'] })
  expect(
    await refusal(
      'setTaskLinks',
      { taskId: ids.roof, predecessors: [{ taskId: ids.frame }, { taskId: ids.frame, kind: 'SS' }] },
      liaison,
    ),
  ).toMatchObject({ code: 'linkTwice', fields: ['predecessors.1.taskId'] })
  const { items } = await ask('listTasks', { projectId })
  expect(items.flatMap(({ predecessors }) => predecessors)).toHaveLength(2)
})

test('whatever is set, the links of the task are those that were named and all others stay', async () => {
  const { ask, refusal, ids } = await fourTasks()
  const tasks = Object.values(ids)
  const end = fc.record({
    taskId: fc.constantFrom(...tasks),
    kind: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
    lagDays: fc.integer({ min: -5, max: 5 }),
  })
  const links = async () =>
    (await ask('listTasks', { projectId })).items
      .flatMap(({ predecessors }) => predecessors)
      .map(({ predecessorId, successorId, kind, lagDays }) =>
        [predecessorId, successorId, kind, lagDays].join(' '),
      )
      .toSorted()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tasks),
      fc.array(end, { maxLength: 3 }),
      async (taskId, predecessors) => {
        const before = await links()
        const input = { taskId, predecessors }
        const named = predecessors.map((one) => [one.taskId, taskId, one.kind, one.lagDays].join(' '))
        const others = before.filter((link) => link.split(' ')[1] !== taskId)
        const refused = await ask('setTaskLinks', input, liaison).then(
          () => null,
          () => refusal('setTaskLinks', input, liaison),
        )
        expect(await links()).toEqual(refused === null ? [...others, ...named].toSorted() : before)
      },
    ),
    { numRuns: 40 },
  )
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})
