import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { finance, liaison, openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

const projectId = 'pj-hetang'

test('a schedule goes out as Microsoft Project’s XML and comes in again as it was', async () => {
  const { ask, refusal } = await openPlans()
  await ask('applyTemplate', { projectId, startOn: '2026-03-02' }, liaison)
  const built = (await ask('listTasks', { projectId })).items
  const structure = built.find(({ name }) => name === '主体结构')
  if (structure === undefined) throw new Error('no 主体结构')
  await ask('editTask', { taskId: structure.id, costFen: 123_456_00 }, finance)
  const constraint = { constraintKind: 'finishNoLater', constraintOn: '2027-12-31' } as const
  await ask('editTask', { taskId: structure.id, ...constraint, responsible: '建设科' }, liaison)
  await ask('setBaseline', { projectId, name: '开工版' }, liaison)
  const file = `${temporaryFolder()}/进度.xml`
  await ask('exportMspdi', { projectId, file }, liaison)

  // Elsewhere a task that nothing holds goes to the start of the project, which the plan's own milestones put in 2021.
  const [first = ''] = /<Name>立项<[\s\S]*?<\/Task>/.exec(readFileSync(file, 'utf8')) ?? []
  expect(first).toContain('<ConstraintType>4</ConstraintType>')
  expect(first).toContain('<ConstraintDate>2026-03-02T08:00:00</ConstraintDate>')

  const target = (await ask('createProject', { name: '测试项目' }, liaison)).id
  const tried = await ask('importMspdi', { projectId: target, file, dryRun: true }, liaison)
  expect(tried).toMatchObject({ isDryRun: true, taskCount: built.length, baselineCount: 1, notTaken: [] })
  expect((await ask('listTasks', { projectId: target })).total).toBe(0)
  await ask('importMspdi', { projectId: target, file }, liaison)

  const told = async (project: string) => {
    const tasks = (await ask('listTasks', { projectId: project })).items
    const nameOf = new Map(tasks.map(({ id, name }) => [id, name]))
    return tasks.map((task) => ({
      name: task.name,
      wbs: task.wbs,
      kind: task.kind,
      start: task.plannedStart,
      finish: task.plannedFinish ?? task.due,
      duration: [task.durationDays, task.durationUnit],
      constraint: [task.constraintKind, task.constraintOn],
      cost: task.costFen,
      responsible: task.responsible,
      links: task.predecessors.map((link) => [nameOf.get(link.predecessorId), link.kind, link.lagDays]),
    }))
  }
  expect(await told(target)).toEqual(await told(projectId))
  // The calendar went along: what is reckoned from it is what was planned.
  const again = await ask('reschedule', { projectId: target, dryRun: true }, liaison)
  expect(again.moves).toEqual([])
  expect(await ask('undoSchedule', { projectId: target }, liaison)).toMatchObject({ request: 'importMspdi' })
  expect((await ask('listTasks', { projectId: target })).total).toBe(0)
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })

  const hostile = `${temporaryFolder()}/bad.xml`
  const importing = { projectId: target, file: hostile }
  writeFileSync(hostile, '<!DOCTYPE a [<!ENTITY b "c">]><Project><Name>&b;</Name></Project>')
  expect(await refusal('importMspdi', importing, liaison)).toMatchObject({ code: 'xmlForbidden' })
  writeFileSync(hostile, '<a>'.repeat(100_000))
  expect(await refusal('importMspdi', importing, liaison)).toMatchObject({ code: 'xmlForbidden' })
  writeFileSync(hostile, '<Project><Tasks>')
  expect(await refusal('importMspdi', importing, liaison)).toMatchObject({ code: 'xmlMalformed' })
  truncateSync(hostile, 100 * 1024 * 1024)
  expect(await refusal('importMspdi', importing, liaison)).toMatchObject({ code: 'xmlTooLarge' })
})

test('milestones go out as a calendar file, a coarse one over all the days that it may be', async () => {
  const { ask } = await openPlans()
  const coarse = { projectId, name: '封顶；含附楼', due: '2026-40' }
  await ask('addMilestone', coarse, liaison)
  const file = `${temporaryFolder()}/里程碑.ics`
  const written = await ask('exportIcs', { projectId, file }, liaison)
  const text = readFileSync(file, 'utf8')
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(written.rowCount)
  expect(text).toContain('DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260701\r\n')
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
})

test('a file that was looked at is imported as it was seen, without being named again, and once', async () => {
  const { ask, refusal } = await openPlans()
  await ask('addTask', { projectId, name: '基础', durationDays: 10 }, liaison)
  const file = `${temporaryFolder()}/进度.xml`
  await ask('exportMspdi', { projectId, file }, liaison)
  const target = (await ask('createProject', { name: '测试项目' }, liaison)).id
  const seen = await ask('importMspdi', { projectId: target, file, dryRun: true }, liaison)
  expect(seen).toMatchObject({ source: '进度.xml', isDryRun: true })
  writeFileSync(file, 'no longer a schedule')
  const previewId = seen.previewId ?? ''
  const taken = await ask('importMspdi', { projectId: target, previewId }, liaison)
  expect(taken).toMatchObject({ taskCount: seen.taskCount, previewId: null })
  expect((await ask('listTasks', { projectId: target })).total).toBe(seen.taskCount)
  const again = { projectId: target, previewId }
  expect(await refusal('importMspdi', again, liaison)).toMatchObject({ code: 'importGone' })
  expect(await refusal('importMspdi', { projectId: target }, liaison)).toMatchObject({ code: 'importGone' })
})

test('our own file again changes nothing, and Microsoft Project’s edited one changes what it names, by one step', async () => {
  const { ask, refusal } = await openPlans()
  await ask('applyTemplate', { projectId, startOn: '2026-03-02' }, liaison)
  await ask('setBaseline', { projectId, name: '开工版' }, liaison)
  const file = `${temporaryFolder()}/进度.xml`
  await ask('exportMspdi', { projectId, file }, liaison)
  const before = (await ask('listTasks', { projectId })).items
  const again = await ask('importMspdi', { projectId, file, dryRun: true }, liaison)
  expect(again).toMatchObject({
    isUpdate: true,
    newCount: 0,
    changedCount: 0,
    sameCount: before.length,
    missingCount: 0,
    linkCount: 0,
    calendarCount: 0,
    baselineCount: 0,
    changes: [],
    notTaken: [],
  })
  const head = (await ask('verifyLibrary', {})).headHash
  await ask('importMspdi', { projectId, file }, liaison)
  expect((await ask('verifyLibrary', {})).headHash).toEqual(head)

  const structure = before.find(({ name }) => name === '主体结构')
  const decoration = before.find(({ name }) => name === '装修与机电安装' || name.includes('装修'))
  if (structure === undefined || decoration === undefined) throw new Error('the template has other names')
  await ask('reportMilestone', { milestoneId: structure.id, status: 'inProgress', progressPct: 30 }, liaison)
  const taskXml = (id: string) => new RegExp(`<Task>(?:(?!</Task>)[\\s\\S])*${id}[\\s\\S]*?</Task>`)
  const edited = readFileSync(file, 'utf8')
    .replace(taskXml(structure.id), (xml) =>
      xml
        .replace('<Name>主体结构</Name>', '<Name>主体结构（含人防）</Name>')
        .replace(/<Duration>PT\d+H/, '<Duration>PT800H'),
    )
    .replace(taskXml(decoration.id), '')
    .replace(
      '</Tasks>',
      '<Task><UID>9000</UID><GUID>NEW-1</GUID><Name>人防验收</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration></Task></Tasks>',
    )
  writeFileSync(file, edited)
  const seen = await ask('importMspdi', { projectId, file, dryRun: true }, liaison)
  expect(seen.changes.filter(({ what }) => what === 'new').map(({ name }) => name)).toEqual(['人防验收'])
  expect(seen.changes.find(({ taskId }) => taskId === structure.id)).toMatchObject({
    what: 'changed',
    fields: ['name', 'duration'],
  })
  expect(seen.changes.filter(({ what }) => what === 'missing').map(({ taskId }) => taskId)).toEqual([
    decoration.id,
  ])
  expect(seen.notTaken).toContainEqual({ what: 'reportedProgress', count: 1 })

  await ask('importMspdi', { projectId, previewId: seen.previewId ?? '', removesMissing: true }, liaison)
  const after = (await ask('listTasks', { projectId })).items
  expect(after.find(({ id }) => id === structure.id)).toMatchObject({
    name: '主体结构（含人防）',
    durationDays: 100,
    progressPct: 30,
  })
  expect(after.some(({ id }) => id === decoration.id)).toBe(false)
  // The new task is known by its GUID: the file once more has nothing to say.
  expect(await ask('importMspdi', { projectId, file, dryRun: true }, liaison)).toMatchObject({
    newCount: 0,
    changedCount: 0,
    missingCount: 0,
  })
  await ask('undoSchedule', { projectId }, liaison)
  const undone = (await ask('listTasks', { projectId })).items
  const told = (items: typeof undone) =>
    items.map(({ name, wbs, plannedStart, plannedFinish, durationDays, predecessors }) => [
      name,
      wbs,
      plannedStart,
      plannedFinish,
      durationDays,
      predecessors.map(({ predecessorId, kind, lagDays }) => [predecessorId, kind, lagDays]).toSorted(),
    ])
  expect(told(undone)).toEqual(told(before))
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
  expect(await refusal('importMspdi', { projectId, previewId: 'gone' }, liaison)).toMatchObject({
    code: 'importGone',
  })
})

test('a file without GUIDs is known by its numbers, and another file with the same numbers is not taken for it', async () => {
  const { ask } = await openPlans()
  const target = (await ask('createProject', { name: '测试项目' }, liaison)).id
  const write = (names: readonly string[], first: string) => {
    const file = `${temporaryFolder()}/plan.xml`
    const tasks = names.map(
      (name, index) =>
        `<Task><UID>${String(index + 1)}</UID><Name>${name}</Name><OutlineLevel>1</OutlineLevel><Start>${first}T08:00:00</Start>
          <Finish>2026-06-30T17:00:00</Finish><Duration>PT80H0M0S</Duration></Task>`,
    )
    writeFileSync(file, `<Project><Tasks>${tasks.join('')}</Tasks></Project>`)
    return { projectId: target, file }
  }
  await ask('importMspdi', write(['甲', '乙', '丙'], '2026-03-02'), liaison)
  const update = await ask(
    'importMspdi',
    { ...write(['甲', '乙（改）', '丙'], '2026-03-09'), dryRun: true },
    liaison,
  )
  expect(update).toMatchObject({ isUpdate: true, newCount: 0, changedCount: 3 })
  expect(update.changes[1]?.fields).toEqual(['name', 'dates'])
  const other = await ask(
    'importMspdi',
    { ...write(['子', '丑', '寅', '卯'], '2026-03-02'), dryRun: true },
    liaison,
  )
  expect(other).toMatchObject({ isUpdate: false, newCount: 4, changedCount: 0, missingCount: 0 })
})
