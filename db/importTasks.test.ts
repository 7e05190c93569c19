import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { messySchedule, plainWorkbook } from './fixture/messyWorkbook.ts'
import { newProject, rowsOf, sheet, told } from './fixture/taskSheet.ts'
import { finance, liaison, openPlans, temporaryFolder } from './fixture/temporaryLibrary.ts'

test('a schedule as an office keeps it comes in as a tree with links, coarse dates as they stand, by one command', async () => {
  const { ask } = await openPlans()
  const projectId = await newProject(ask)
  const file = join(temporaryFolder(), '总进度.xlsx')
  await messySchedule(file)
  const mapping = { sheet: '总进度', projectId }

  const preview = await ask('previewImport', { file, kind: 'tasks', mapping })
  expect(preview).toMatchObject({ header: { first: 4 }, missing: [] })
  expect(await rowsOf(ask, preview.previewId)).toEqual([
    [1, 'leftOut', 'importTitleRow'],
    [2, 'leftOut', 'importTitleRow'],
    [4, 'leftOut', 'importHeaderRow'],
    [5, 'new'],
    [6, 'new'],
    [7, 'new'],
    [8, 'new'],
    [9, 'new'],
    [10, 'error', 'predecessorsUnread'],
    [11, 'leftOut', 'importSubtotalRow'],
    [12, 'leftOut', 'importNoteRow'],
  ])
  expect((await ask('listTasks', { projectId })).total).toBe(0)
  const mended = await ask('correctImportRow', {
    previewId: preview.previewId,
    row: 10,
    values: { predecessors: '5SS+20d，3' },
  })
  expect(mended.counts).toMatchObject({ new: 6, error: 0 })
  const batch = await ask('applyImport', { previewId: preview.previewId }, liaison)
  expect(batch).toMatchObject({ kind: 'tasks', recordCount: 6 })
  const cells = { progress: ['notStarted', null], links: [] }
  expect(await told(ask, projectId)).toEqual([
    {
      ...cells,
      wbs: '1',
      name: '前期准备',
      kind: 'summary',
      dates: ['2026-03-02', '2026-05'],
      duration: [null, null],
      progress: ['inProgress', 40],
    },
    {
      ...cells,
      wbs: '1.1',
      name: '初步设计',
      kind: 'task',
      dates: ['2026-03-02', '2026-03-31'],
      duration: [30, 'calendarDay'],
      progress: ['inProgress', 40],
    },
    {
      ...cells,
      wbs: '1.2',
      name: '概算批复',
      kind: 'milestone',
      dates: [null, '2026-05'],
      duration: [null, null],
      links: [[2, 'FS', 0]],
    },
    {
      ...cells,
      wbs: '2',
      name: '施工',
      kind: 'summary',
      dates: ['2026-06-01', '2026-41'],
      duration: [null, null],
    },
    {
      ...cells,
      wbs: '2.1',
      name: '基础工程',
      kind: 'task',
      dates: ['2026-06-01', '2026-07-31'],
      duration: [60, 'calendarDay'],
    },
    {
      ...cells,
      wbs: '2.2',
      name: '主体结构',
      kind: 'task',
      dates: ['2026-08', '2026-41'],
      duration: [150, 'calendarDay'],
      links: [
        [5, 'SS', 20],
        [3, 'FS', 0],
      ],
    },
  ])

  const entries = await ask('listImportEntries', { importId: batch.id })
  expect(entries.items.map(({ title, dated }) => [title, dated]).slice(0, 3)).toEqual([
    ['前期准备', null],
    ['初步设计', '2026-03-31'],
    ['概算批复', null],
  ])

  await ask('undoImport', { importId: batch.id, reason: '重做' }, liaison)
  expect((await ask('listTasks', { projectId })).total).toBe(0)
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true, faults: [] })
})

test.each([
  [
    'outline numbers',
    [
      ['WBS', '任务名称'],
      ['1', '甲'],
      ['1.1', '乙'],
      ['1.1.1', '丙'],
      ['1.2', '丁'],
      ['2', '戊'],
    ],
  ],
  [
    'levels',
    [
      ['层级', '任务名称'],
      ['2级', '甲'],
      ['3级', '乙'],
      ['4级', '丙'],
      ['3级', '丁'],
      ['2级', '戊'],
    ],
  ],
  [
    'indents',
    [
      ['任务名称', '工期'],
      ['甲', ''],
      ['  乙', ''],
      ['　　丙', '3'],
      ['  丁', '2'],
      ['戊', '1'],
    ],
  ],
])('the tree is read from %s', async (_what, rows) => {
  const { ask } = await openPlans()
  const projectId = await newProject(ask)
  await ask('applyImport', { file: sheet(...rows), kind: 'tasks', mapping: { projectId } }, liaison)
  expect((await told(ask, projectId)).map(({ wbs, name }) => `${wbs} ${name}`)).toEqual([
    '1 甲',
    '1.1 乙',
    '1.1.1 丙',
    '1.2 丁',
    '2 戊',
  ])
})

test('indents that are a cell’s format, and outline numbers that are figures, are read as they are shown', async () => {
  const { ask } = await openPlans()
  const projectId = await newProject(ask)
  const book = new ExcelJS.Workbook()
  const own = book.addWorksheet('计划')
  own.addRow(['任务名称', '完成'])
  for (const [name, indent] of [
    ['甲', 0],
    ['乙', 1],
    ['丙', 2],
    ['丁', 1],
  ] as const)
    own.addRow([name, '2026年']).getCell(1).alignment = { indent }
  const file = join(temporaryFolder(), '缩进.xlsx')
  await book.xlsx.writeFile(file)
  await ask('applyImport', { file, kind: 'tasks', mapping: { projectId } }, liaison)
  expect((await told(ask, projectId)).map(({ wbs, dates }) => [wbs, dates[1]])).toEqual([
    ['1', '2026'],
    ['1.1', '2026'],
    ['1.1.1', '2026'],
    ['1.2', '2026'],
  ])

  const other = (await ask('createProject', { name: '另一项目' }, liaison)).id
  const figures = join(temporaryFolder(), '大纲.xlsx')
  await plainWorkbook(figures, [
    ['WBS', '任务名称'],
    [1, '总'],
    ...Array.from({ length: 11 }, (_, index) => [
      Number(`1.${String(index + 1)}`),
      `分项${String(index + 1)}`,
    ]),
  ])
  await ask('applyImport', { file: figures, kind: 'tasks', mapping: { projectId: other } }, liaison)
  expect((await told(ask, other)).map(({ wbs }) => wbs)).toEqual([
    '1',
    ...Array.from({ length: 11 }, (_, index) => `1.${String(index + 1)}`),
  ])
})

test('predecessors that go round are refused with the row and the loop, unknown ones by name, and nothing is written', async () => {
  const { ask, refusal } = await openPlans()
  const projectId = await newProject(ask)
  const file = sheet(
    ['任务名称', '工期', '前置任务'],
    ['基础', '30', '3FS+5d'],
    ['主体', '60', '1'],
    ['装修', '40', '2SS-3天'],
    ['验收', '1', '9'],
    ['移交', '1', '5'],
  )
  const mapping = { projectId }
  const preview = await ask('previewImport', { file, kind: 'tasks', mapping })
  const { items } = await ask('listImportRows', { previewId: preview.previewId, state: 'error' })
  expect(items.map(({ row, reasons: [why] }) => [row, why?.code, why?.message])).toEqual([
    [2, 'importLinkLoop', '前置任务形成循环：基础（2） → 主体（3） → 装修（4） → 基础（2）'],
    [5, 'importLinkUnknown', '前置任务“9”在表中找不到'],
    [6, 'linkToItself', expect.any(String)],
  ])
  const importing = { previewId: preview.previewId, leavesErrors: true }
  expect(await refusal('applyImport', importing, liaison)).toMatchObject({
    code: 'importHasErrors',
  })
  expect(await refusal('applyImport', importing, finance)).toMatchObject({ code: 'importRoleForbidden' })
  expect((await ask('listTasks', { projectId })).total).toBe(0)
})
