import { indexOfDay } from '../domain/dayIndex.ts'
import { movedTask } from '../domain/moveTask.ts'
import { at } from '../domain/network.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { scheduleOf } from '../domain/schedule.ts'
import { type AddTask, type EditTask, newTask, type Task } from '../domain/task.ts'
import { assertDates, isPlacedElsewhere, taskAfterEdit } from '../domain/taskEdit.ts'
import type { ScheduleQuestion } from '../domain/taskNetwork.ts'
import { placedTasks } from '../domain/taskPlace.ts'
import { taskTree } from '../domain/taskTree.ts'
import type { WriteDb } from '../store/change.ts'
import type { ReadDb } from '../store/database.ts'
import { nextSortOrder } from '../store/milestone.ts'
import { findTask, listTasks as readTasks, removeTask as removeTaskRow } from '../store/task.ts'
import { listLinks, removeLink } from '../store/taskLink.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { carryOut, openPlan, taskIn, withTasks } from './planning.ts'
import { assertCalendar, withCost } from './taskOrigin.ts'

/** The whole tree in one answer, a task before those below it. */
export const listTasks: QueryHandler<'listTasks'> = (db, { projectId = null }) => {
  const waits = Map.groupBy(listLinks(db, projectId), ({ successorId }) => successorId)
  const byProject = Map.groupBy(readTasks(db, projectId), (task) => task.projectId)
  const items = [...byProject.values()].flatMap((tasks) =>
    taskTree(tasks).map((task) => ({ ...task, predecessors: waits.get(task.id) ?? [] })),
  )
  return { items, total: items.length, page: 1, pageSize: items.length }
}

export const addTask: CommandHandler<'addTask'> = (db, input, { newId }) => {
  const before = openPlan(db, input.projectId)
  assertCalendar(db, input.projectId, input.calendarId)
  assertCostRole(db, input)

  const task = withCost(db, newTask(input, newId(), nextSortOrder(db, input.projectId)))
  assertDates(task, input, placeNow(before, task).span)
  const placed = placedTasks(before.tasks, before.links, task, input)

  const after = { ...before, tasks: withTasks(before.tasks, placed) }
  const { projectId } = input
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun: false, reason: null, before, after })
  return { task: requireTask(db, task.id), ...proposal }
}

export const editTask: CommandHandler<'editTask'> = (db, input, { newId }) => {
  const { projectId } = requireTask(db, input.taskId)
  const before = openPlan(db, projectId)
  const task = taskIn(before, input.taskId)
  assertCalendar(db, projectId, input.calendarId)
  assertEditRole(db, input)

  assertKind(before, task, input.kind)
  const edited = withCost(
    db,
    taskAfterEdit(task, input, (edited) => placeNow(before, edited)),
    task,
  )
  const { parentId } = input
  const placed = isPlacedElsewhere(task, input)
    ? placedTasks(before.tasks, before.links, edited, { parentId })
    : [edited]

  const after = { ...before, tasks: withTasks(before.tasks, placed) }
  const reason = input.reason ?? null
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun: input.dryRun, reason, before, after })
  return { task: input.dryRun ? edited : requireTask(db, task.id), ...proposal }
}

export const placeTask: CommandHandler<'placeTask'> = (db, input, { newId }) => {
  const { projectId } = requireTask(db, input.taskId)
  const before = openPlan(db, projectId)
  const task = taskIn(before, input.taskId)

  const placed = placedTasks(before.tasks, before.links, task, input)
  if (placed.length === 0) throw new RuleBroken('nothingChanged')

  const after = { ...before, tasks: withTasks(before.tasks, placed) }
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun: false, reason: null, before, after })
  return { task: requireTask(db, task.id), ...proposal }
}

export const moveTask: CommandHandler<'moveTask'> = (db, input, { newId }) => {
  const { projectId } = requireTask(db, input.taskId)
  const before = openPlan(db, projectId)
  const task = taskIn(before, input.taskId)

  const after = {
    ...before,
    tasks: withTasks(before.tasks, [movedTask(task, input, placeNow(before, task))]),
  }

  const reason = input.reason ?? null
  return carryOut(db, { projectId, stepId: newId(), isDryRun: input.dryRun, reason, before, after })
}

export const removeTask: CommandHandler<'removeTask'> = (db, input, { newId, at: now }) => {
  const { projectId } = requireTask(db, input.taskId)
  const before = openPlan(db, projectId)
  const gone = withBelow(before.tasks, taskIn(before, input.taskId))

  if (gone.length > 1 && !input.withBelow)
    throw new RuleBroken('taskHasBelow', ['withBelow'], { task: gone[0]?.name ?? '' })
  for (const { name, origin, reportCount } of gone) {
    if (origin === 'plan') throw new RuleBroken('taskOfPlan', ['taskId'], { task: name })
    if (reportCount > 0) throw new RuleBroken('taskReported', ['taskId'], { task: name })
  }
  const ids = new Set(gone.map(({ id }) => id))
  const cut = before.links.filter((link) => ids.has(link.predecessorId) || ids.has(link.successorId))
  const after: ScheduleQuestion = {
    ...before,
    tasks: before.tasks.filter(({ id }) => !ids.has(id)),
    links: before.links.filter((link) => !cut.includes(link)),
  }

  const { reason, dryRun: isDryRun } = input
  const write = () => {
    for (const link of cut) removeLink(db, link.id, reason)
    for (const { id } of gone.toReversed()) removeTaskRow(db, id, now, reason)
  }
  const proposal = carryOut(db, { projectId, stepId: newId(), isDryRun, reason, before, after, write })
  return { removed: gone.map(({ id, name }) => ({ taskId: id, name })), linksCut: cut.length, ...proposal }
}

export function requireTask(db: ReadDb, taskId: string): Task {
  const task = findTask(db, taskId)
  if (task === undefined) throw new RuleBroken('taskUnknown', ['taskId'])
  return task
}

function placeNow(question: ScheduleQuestion, task: Task) {
  const item = scheduleOf(question).items.find(({ taskId }) => taskId === task.id)
  const { before } = question.calendars.of(task.calendarId)
  const isCounted = task.durationUnit === 'calendarDay'
  return {
    start: item?.earlyStart ?? null,
    finish: item?.earlyFinish ?? null,
    isWaiting: question.links.some(({ successorId }) => successorId === task.id),
    span: (start: string, finish: string) => {
      const first = indexOfDay(start)
      const end = indexOfDay(finish) + 1
      return isCounted ? end - first : at(before, end) - at(before, first)
    },
  }
}

function withBelow(tasks: readonly Task[], task: Task): Task[] {
  return [
    task,
    ...tasks.filter(({ parentId }) => parentId === task.id).flatMap((child) => withBelow(tasks, child)),
  ]
}

/** What has tasks below it stays a summary, and a summary has no links. */
function assertKind({ tasks, links }: ScheduleQuestion, task: Task, kind: Task['kind'] | undefined) {
  if (kind === undefined || kind === task.kind) return
  if (tasks.some(({ parentId }) => parentId === task.id))
    throw new RuleBroken('taskKindFixed', ['kind'], { task: task.name })
  const isLinked = links.some((link) => link.predecessorId === task.id || link.successorId === task.id)
  if (kind === 'summary' && isLinked) throw new RuleBroken('taskKindLinked', ['kind'], { task: task.name })
}

/** 费用 is money: finance sets it. */
function assertCostRole(db: WriteDb, input: AddTask) {
  const role = db.command.actor?.role ?? 'reviewer'
  const given = costFields.filter((field) => input[field] !== undefined)
  if (role !== 'finance' && given.length > 0) throw new RuleBroken('roleForbiddenField', given, { role })
}

/** Finance sets the cost alone; the liaison all but the cost. */
function assertEditRole(db: WriteDb, input: EditTask) {
  const role = db.command.actor?.role ?? 'reviewer'
  const given = Object.entries(input).flatMap(([field, value]) =>
    value === undefined || named.includes(field) ? [] : [field],
  )
  const wrong = given.filter((field) => costFields.some((cost) => cost === field) !== (role === 'finance'))
  if (wrong.length > 0) throw new RuleBroken('roleForbiddenField', wrong, { role })
}

/** What says which task and how; the rest is what is edited. */
const named = ['taskId', 'reason', 'dryRun', 'idempotencyKey']
const costFields = ['costFen', 'budgetLineId', 'contractId'] as const
