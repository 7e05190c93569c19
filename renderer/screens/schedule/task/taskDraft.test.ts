import { expect, test } from 'vitest'
import { addTaskInput, newTask } from '../../../../db/domain/task.ts'
import type { TaskRow } from '../gantt/taskLine.ts'
import { readCost } from './costDraft.ts'
import { linkDrafts, readLinks } from './linkDraft.ts'
import { newTaskDraft, readNewTask, readTaskEdit, taskDraft } from './taskDraft.ts'

const reader = { today: '2026-03-10', language: 'zh-CN' } as const

function row(fields: object): TaskRow {
  const input = addTaskInput.parse({ projectId: 'p', name: '主体', ...fields })
  return { ...newTask(input, 'task-1', 1), depth: 0, wbs: '1', childCount: 0, predecessors: [] }
}

test('a form that was opened and not touched changes nothing, whatever the task is', () => {
  for (const fields of [
    { start: '2026-41', finish: '2027', durationDays: 12, durationUnit: 'calendarDay', weight: 2.5 },
    {
      kind: 'milestone',
      finish: '2026-06-30',
      due: '2026-33',
      note: '第一行\n第二行',
      responsible: '城建局',
    },
    { kind: 'summary' },
    { constraintKind: 'mustFinish', constraintOn: '2026-06-30', costFen: 1_000_000_01, contractId: 'c' },
  ]) {
    const task = row(fields)
    const reading = readTaskEdit(task, taskDraft(task, 'zh-CN'), { plan: true, cost: true }, reader)
    expect(reading).toEqual({ ok: true, input: { taskId: 'task-1', dryRun: false } })
  }
})

test('only what was changed is sent; a constraint goes with its day, a duration with its unit', () => {
  const task = row({ constraintKind: 'mustFinish', constraintOn: '2026-06-30', durationDays: 5 })
  const draft = {
    ...taskDraft(task, 'zh-CN'),
    constraintKind: 'startNoEarlier' as const,
    durationDays: '8',
    start: '2027年下半年',
  }
  expect(readTaskEdit(task, draft, { plan: true, cost: false }, reader)).toEqual({
    ok: true,
    input: {
      taskId: 'task-1',
      dryRun: false,
      start: '2027-41',
      constraintKind: 'startNoEarlier',
      constraintOn: '2026-06-30',
      durationDays: 8,
      durationUnit: 'workday',
    },
  })
})

test('what cannot be read is refused at its field', () => {
  const draft = { ...newTaskDraft(null), name: ' ', start: '明年', durationDays: '3.5', weight: '重' }
  const reading = readNewTask('p', draft, true, reader)
  expect(reading.ok ? [] : reading.faults.map(({ field }) => field).toSorted()).toEqual([
    'durationDays',
    'name',
    'start',
    'weight',
  ])
})

test('a cost whose origin is new takes all of it unless a sum is typed', () => {
  const none = { costFen: null, budgetLineId: null, contractId: null }
  const fromLine = { costOrigin: 'line', budgetLineId: 'line-1', costFen: '' } as const
  expect(readCost(fromLine, none, 'zh-CN').fields).toEqual({ budgetLineId: 'line-1' })
  expect(readCost({ ...fromLine, costFen: '1.5万' }, none, 'zh-CN')).toEqual({
    fields: { budgetLineId: 'line-1', costFen: 15_000_00 },
    faults: [],
  })
  expect(readCost({ costOrigin: 'typed', costFen: '' }, none, 'zh-CN').faults).toMatchObject([
    { field: 'costFen' },
  ])
  const known = { costFen: 500, budgetLineId: null, contractId: 'c' }
  expect(readCost({ costOrigin: 'none' }, known, 'zh-CN').fields).toEqual({ contractId: null, costFen: null })
})

test('links are read as they stand; a lead is negative, and a row without a task is a fault', () => {
  const link = {
    id: 'l',
    projectId: 'p',
    predecessorId: 'task-0',
    successorId: 'task-1',
    kind: 'SS' as const,
  }
  const task = { ...row({}), predecessors: [{ ...link, lagDays: -3 }] }
  const line = {
    task,
    number: 2,
    standing: { kind: 'undated' as const },
    schedule: null,
    variance: null,
    predecessors: '1SS-3d',
  }
  const drafts = linkDrafts(line, [line])
  expect(readLinks('task-1', drafts)).toEqual({
    input: {
      taskId: 'task-1',
      predecessors: [{ taskId: 'task-0', kind: 'SS', lagDays: -3 }],
      successors: [],
    },
    faults: [],
  })
  const wrong = [{ key: 'k', taskId: null, kind: 'FS' as const, lag: '1.5' }]
  expect(readLinks('task-1', { ...drafts, successors: wrong }).faults).toEqual([
    { at: 'successors.0.taskId', code: 'chooseTask' },
    { at: 'successors.0.lagDays', code: 'lagInvalid' },
  ])
})
