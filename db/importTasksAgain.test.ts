import { expect, test } from 'vitest'
import { newProject, rowsOf, sheet, told } from './fixture/taskSheet.ts'
import { liaison, openPlans } from './fixture/temporaryLibrary.ts'

test('the same sheet again changes nothing; an edited one updates what it names and leaves the rest', async () => {
  const { ask, refusal } = await openPlans()
  const projectId = await newProject(ask)
  const heads = ['WBS', '任务名称', '开始', '完成', '工期', '前置任务', '责任单位', '完成%']
  const first = [
    ['1', '施工', '', '', '', '', '', ''],
    ['1.1', '基础', '2026-03-02', '2026-03-13', '10', '', '甲公司', '30%'],
    ['1.2', '主体', '2026-03-16', '2026-04-10', '20', '1.1FS', '甲公司', ''],
    ['2', '竣工验收', '', '2026年', '', '1.2', '', ''],
  ]
  const mapping = { projectId }
  await ask('applyImport', { file: sheet(heads, ...first), kind: 'tasks', mapping }, liaison)
  const before = await told(ask, projectId)
  const again = await ask('previewImport', { file: sheet(heads, ...first), kind: 'tasks', mapping })
  expect(again.counts).toMatchObject({ new: 0, update: 0, duplicate: 4, error: 0 })
  expect(await refusal('applyImport', { previewId: again.previewId }, liaison)).toMatchObject({
    code: 'importNothingNew',
  })

  // What was reported since is a fact: a sheet does not take it back.
  const [, foundation] = (await ask('listTasks', { projectId })).items
  await ask(
    'reportMilestone',
    { milestoneId: foundation?.id ?? '', status: 'inProgress', progressPct: 60 },
    liaison,
  )
  const edited = sheet(
    heads,
    ['1', '施工', '', '', '', '', '', ''],
    ['1.1', '基础', '2026-03-02', '2026-03-20', '15', '', '', '30%'],
    ['1.2', '主体', '2026-03-23', '2026-04-17', '20', '1.1FS+2d', '乙公司', ''],
    ['1.3', '装修', '', '', '30', '1.2', '', ''],
    ['2', '竣工验收', '', '2026年', '', '1.3', '', ''],
  )
  const preview = await ask('previewImport', { file: edited, kind: 'tasks', mapping })
  expect(preview.counts).toMatchObject({ new: 1, update: 3, duplicate: 1, error: 0 })
  const batch = await ask('applyImport', { previewId: preview.previewId }, liaison)
  const after = await told(ask, projectId)
  expect(after.map(({ wbs, name, dates, links }) => [wbs, name, ...dates, links])).toEqual([
    ['1', '施工', '2026-03-02', '2026-04-17', []],
    ['1.1', '基础', '2026-03-02', '2026-03-20', []],
    ['1.2', '主体', '2026-03-23', '2026-04-17', [[2, 'FS', 2]]],
    ['1.3', '装修', null, null, [[3, 'FS', 0]]],
    ['2', '竣工验收', null, '2026', [[4, 'FS', 0]]],
  ])
  expect(after[1]?.progress).toEqual(['inProgress', 60])
  await ask('undoImport', { importId: batch.id, reason: '看错了' }, liaison)
  const undone = await told(ask, projectId)
  expect(undone.map((line) => ({ ...line, progress: null }))).toEqual(
    before.map((line) => ({ ...line, progress: null })),
  )
  expect(await refusal('undoImport', { importId: batch.id, reason: '再撤' }, liaison)).toMatchObject({
    code: 'importUndone',
  })
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test('a numbered list with a line of the project over it leaves that line out, whatever the project is called', async () => {
  const { ask } = await openPlans()
  const projectId = await newProject(ask)
  const file = sheet(
    ['行号', 'WBS', '名称', '计划开始', '计划完成', '工期', '前置任务', '类型'],
    ['', '', '另一个项目的名称', '2025年', '2027年', '', '', ''],
    ['1', '1', '施工', '2026-03-02', '2026年8月', '', '', '摘要'],
    ['2', '1.1', '基础', '2026-03-02', '2026-03-13', '10', '', '任务'],
    ['3', '1.2', '主体', '', '2026年8月', '90日历日', '2SS+5d', '任务'],
  )
  const preview = await ask('previewImport', { file, kind: 'tasks', mapping: { projectId } })
  expect(await rowsOf(ask, preview.previewId)).toContainEqual([2, 'leftOut', 'importProjectRow'])
  await ask('applyImport', { previewId: preview.previewId }, liaison)
  expect(
    (await told(ask, projectId)).map(({ name, kind, duration, links }) => [name, kind, duration, links]),
  ).toEqual([
    ['施工', 'summary', [null, null], []],
    ['基础', 'task', [10, 'workday'], []],
    ['主体', 'task', [90, 'calendarDay'], [[2, 'SS', 5]]],
  ])
})

test('a step back on the schedule takes an import back, too, and it cannot be undone twice', async () => {
  const { ask, refusal } = await openPlans()
  const projectId = await newProject(ask)
  const file = sheet(['任务名称', '完成'], ['甲', '2026-05'])
  const batch = await ask('applyImport', { file, kind: 'tasks', mapping: { projectId } }, liaison)
  expect(await ask('undoSchedule', { projectId }, liaison)).toMatchObject({ request: 'applyImport' })
  expect((await ask('listTasks', { projectId })).total).toBe(0)
  expect(await refusal('undoImport', { importId: batch.id, reason: '撤' }, liaison)).toMatchObject({
    code: 'importUndone',
  })
})
