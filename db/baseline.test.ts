import { expect, test } from 'vitest'
import { finance, liaison, openPlans } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

test('a baseline keeps dates and cost; what moved and grew since is told task by task', async () => {
  const { ask, refusal } = await openPlans()
  const add = async (name: string, start: string) =>
    (await ask('addTask', { projectId, name, durationDays: 5, start }, liaison)).task
  const first = await add('基础', '2026-03-02')
  const gone = await add('围墙', '2026-03-02')
  await ask('editTask', { taskId: first.id, costFen: 1000 }, finance)
  const kept = await ask('setBaseline', { projectId, name: '开工版' }, liaison)
  expect(kept).toMatchObject({ name: '开工版', totalFen: 1000, isDerived: false })
  expect(await refusal('setBaseline', { projectId, name: '开工版' }, liaison)).toMatchObject({
    code: 'baselineNameTaken',
  })

  await ask('moveTask', { taskId: first.id, start: '2026-03-09' }, liaison)
  await ask('editTask', { taskId: first.id, costFen: 1500 }, finance)
  await ask('removeTask', { taskId: gone.id, reason: '并入总包' }, liaison)
  await add('绿化', '2026-04-01')
  const { items, baseline } = await ask('varianceReport', { projectId })
  expect(baseline.name).toBe('开工版')
  const of = (name: string) => items.find((item) => item.name === name)
  expect(of('基础')).toMatchObject({
    presence: 'both',
    baselineFinish: '2026-03-06',
    finish: '2026-03-13',
    startDays: 7,
    finishDays: 7,
    isSurelyLate: true,
    costDeltaFen: 500,
  })
  expect(of('围墙')).toMatchObject({ presence: 'removed', finish: null })
  expect(of('绿化')).toMatchObject({ presence: 'added', baselineFinish: null, costDeltaFen: null })
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('a cost typed on a summary counts once in the baseline and is earned by the tasks below, however the tree changes', async () => {
  const { ask } = await openPlans()
  const add = async (name: string, parentId: string | null) =>
    (await ask('addTask', { projectId, name, parentId, durationDays: 5, start: '2026-03-02' }, liaison)).task
  const works = await add('土建', null)
  const walls = await add('墙', works.id)
  const roof = await add('屋面', works.id)
  await ask('editTask', { taskId: works.id, costFen: 1000 }, finance)
  const kept = await ask('setBaseline', { projectId, name: '开工版' }, liaison)
  expect(kept.totalFen).toBe(1000)

  const report = { asOf: '2026-03-09', status: 'inProgress' } as const
  await ask('reportMilestone', { ...report, milestoneId: walls.id, progressPct: 60 }, liaison)
  await ask('reportMilestone', { ...report, milestoneId: roof.id, progressPct: 20 }, liaison)
  const earned = () => ask('earnedValue', { projectId, asOf: '2026-03-09' })
  expect(await earned()).toMatchObject({
    bacFen: 1000,
    pvFen: 1000,
    evFen: 400,
    items: [{ name: '土建', progressPct: 40 }],
  })

  await ask('placeTask', { taskId: roof.id, parentId: null }, liaison)
  await ask('editTask', { taskId: roof.id, costFen: 300 }, finance)
  expect(await earned()).toMatchObject({ bacFen: 1000, evFen: 600 })
  expect((await ask('listBaselines', { projectId })).items.at(-1)?.totalFen).toBe(1000)
  expect((await ask('verifyLibrary', {})).isSound).toBe(true)
})

test('规划 is derived from the plan: an edited target leaves it as the plan had it', async () => {
  const { ask, refusal } = await openPlans()
  const [milestone] = (await ask('listMilestones', { projectId })).items.filter(({ due }) => due !== null)
  if (milestone === undefined) throw new Error('no milestone with a target')
  await ask('editMilestone', { milestoneId: milestone.id, due: '2030-06-30', reason: '调整' }, liaison)
  const { items, baseline } = await ask('varianceReport', { projectId })
  expect(baseline).toMatchObject({ id: `plan:${projectId}`, name: '规划', isDerived: true })
  expect(items.find(({ taskId }) => taskId === milestone.id)).toMatchObject({
    baselineFinish: milestone.due,
    finish: '2030-06-30',
    isSurelyLate: true,
  })
  const removal = { baselineId: baseline.id, reason: '误' }
  expect(await refusal('removeBaseline', removal, liaison)).toMatchObject({ code: 'baselineDerived' })
})

test('a template becomes a plan in one command: steps left out, durations changed, all linked from a day on', async () => {
  const { ask } = await openPlans()
  const input = {
    projectId,
    startOn: '2026-03-02',
    omit: ['equipment', 'review'],
    durations: { establish: 10 },
  }
  const tried = await ask('applyTemplate', { ...input, dryRun: true }, liaison)
  expect((await ask('listTasks', { projectId })).items.every(({ kind }) => kind === 'milestone')).toBe(true)
  const applied = await ask('applyTemplate', input, liaison)
  expect(applied.moves.map(({ name, to }) => [name, to])).toEqual(
    tried.moves.map(({ name, to }) => [name, to]),
  )

  const tree = (await ask('listTasks', { projectId })).items
  const of = (name: string) => {
    const found = tree.find((task) => task.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }
  expect(of('立项')).toMatchObject({ plannedStart: '2026-03-02', plannedFinish: '2026-03-13', depth: 1 })
  expect(of('可行性研究').plannedStart).toBe('2026-03-16')
  // 财政评审 is left out: 招标 waits for what it waited for.
  expect(of('招标与签约').predecessors).toMatchObject([{ predecessorId: of('施工图设计与审查').id }])
  expect(of('前期准备')).toMatchObject({ kind: 'summary', plannedStart: '2026-03-02' })
  expect(of('施工').plannedFinish).toBe(of('装修与机电安装').plannedFinish)
  await ask('undoSchedule', { projectId }, liaison)
  expect((await ask('listTasks', { projectId })).items.some(({ name }) => name === '立项')).toBe(false)
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('as of a data date what is done stays and what is left moves to that day or later', async () => {
  const { ask } = await openPlans()
  const add = async (name: string, start?: string) =>
    (await ask('addTask', { projectId, name, durationDays: 10, start }, liaison)).task
  const first = await add('基础', '2026-02-02')
  const second = await add('主体')
  await ask('linkTasks', { predecessorId: first.id, successorId: second.id }, liaison)
  const report = {
    milestoneId: first.id,
    status: 'inProgress',
    actualStartOn: '2026-02-04',
    progressPct: 50,
  } as const
  await ask('reportMilestone', report, liaison)
  const { items } = await ask('schedule', { projectId, dataDate: '2026-03-10' })
  const of = (taskId: string) => items.find((item) => item.taskId === taskId)
  // Five of ten workdays are left from Tuesday 10 March.
  expect(of(first.id)).toMatchObject({ earlyStart: '2026-02-04', earlyFinish: '2026-03-16' })
  expect(of(second.id)).toMatchObject({ earlyStart: '2026-03-17', heldById: first.id, critical: true })

  const proposed = await ask('reschedule', { projectId, dataDate: '2026-03-10', dryRun: true }, liaison)
  expect(proposed.moves.find(({ taskId }) => taskId === second.id)?.to.start).toBe('2026-03-17')
  const unchanged = (await ask('listTasks', { projectId })).items.find(({ id }) => id === second.id)
  expect(unchanged?.plannedStart).not.toBe('2026-03-17')
  await ask('reschedule', { projectId, dataDate: '2026-03-10', reason: '月度更新' }, liaison)
  const written = (await ask('listTasks', { projectId })).items.find(({ id }) => id === second.id)
  expect(written?.plannedStart).toBe('2026-03-17')
})
