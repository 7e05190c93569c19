import { z } from 'zod'
import { day } from './day.ts'
import { fen, maxFen } from './fen.ts'
import { type Milestone, milestone, newMilestone } from './milestone.ts'
import { type PlanDate, planDate, spanOf } from './planDate.ts'
import { RuleBroken } from './ruleBroken.ts'
import {
  editedLine,
  editedParagraph,
  optionalLine,
  optionalParagraph,
  reasonText,
  requiredLine,
} from './text.ts'

export const taskKinds = ['milestone', 'task', 'summary'] as const
export const taskKind = z.enum(taskKinds)
export type TaskKind = z.infer<typeof taskKind>

/** 工作日 · 日历日 */
export const durationUnits = ['workday', 'calendarDay'] as const
const durationUnit = z.enum(durationUnits)

/** 开始不早于 · 开始不晚于 · 完成不早于 · 完成不晚于 · 必须开始于 · 必须完成于 */
export const constraintKinds = [
  'startNoEarlier',
  'startNoLater',
  'finishNoEarlier',
  'finishNoLater',
  'mustStart',
  'mustFinish',
] as const
const constraintKind = z.enum(constraintKinds)

/** 任务: a milestone is one of no duration. `due` is the target (期限) of any kind, `actual` its actual finish. */
export const task = milestone.extend({
  kind: taskKind,
  parentId: z.string().nullable(),
  /** EDTF: where the schedule puts it. Of a summary: of what is below. */
  plannedStart: z.string().nullable(),
  plannedFinish: z.string().nullable(),
  durationDays: z.int().nullable(),
  durationUnit: durationUnit.nullable(),
  constraintKind: constraintKind.nullable(),
  constraintOn: day.nullable(),
  /** Share in the progress of what stands above; null: by duration. */
  weight: z.number().nullable(),
  costFen: fen.nullable(),
  /** Where the cost comes from: a 科目, a contract, or neither where it was typed. */
  budgetLineId: z.string().nullable(),
  contractId: z.string().nullable(),
  /** Null: the project's calendar. */
  calendarId: z.string().nullable(),
})
export type Task = z.infer<typeof task>

const durationDays = z
  .int({ error: 'durationInvalid' })
  .min(1, { error: 'durationInvalid' })
  .max(10_000, { error: 'durationInvalid' })
const weight = z.number().positive({ error: 'weightInvalid' }).max(1_000_000, { error: 'weightInvalid' })
const costFen = z
  .int({ error: 'amountNotWhole' })
  .min(0, { error: 'amountNegative' })
  .max(maxFen, { error: 'amountTooLarge' })

/** What may be given of a task, whether it is new or edited. */
const taskFields = {
  due: planDate.nullish(),
  start: planDate.nullish(),
  finish: planDate.nullish(),
  durationDays: durationDays.nullish(),
  durationUnit: durationUnit.nullish(),
  constraintKind: constraintKind.nullish(),
  constraintOn: day.nullish(),
  weight: weight.nullish(),
  calendarId: z.string().nullish(),
}

/** 费用: set by finance; where it comes from a 科目 or a contract and no sum is typed, all of that. */
const costFields = {
  costFen: costFen.nullish(),
  budgetLineId: z.string().nullish(),
  contractId: z.string().nullish(),
}

/** `afterId`: the sibling behind which it stands; left out: last, null: first. */
const placeFields = { parentId: z.string().nullish(), afterId: z.string().nullish() }

export const addTaskInput = z.strictObject({
  projectId: z.string(),
  name: requiredLine(200),
  kind: taskKind.default('task'),
  responsible: optionalLine(200),
  note: optionalParagraph(2000),
  ...taskFields,
  ...costFields,
  ...placeFields,
})
export type AddTask = z.infer<typeof addTaskInput>

export const editTaskInput = z.strictObject({
  taskId: z.string(),
  name: requiredLine(200).optional(),
  kind: taskKind.optional(),
  /** Stands last below it; null: below the project itself. */
  parentId: z.string().nullish(),
  responsible: editedLine(200),
  note: editedParagraph(2000),
  ...taskFields,
  ...costFields,
  reason: reasonText.optional(),
  dryRun: z.boolean().default(false),
})
export type EditTask = z.infer<typeof editTaskInput>

export const placeTaskInput = z.strictObject({ taskId: z.string(), ...placeFields })

/** A task as a person adds it. @throws RuleBroken of `assertTask` */
export function newTask(input: AddTask, id: string, sortOrder: number): Task {
  const { name, projectId, responsible, note, due } = input
  const dated: Task = {
    ...taskOf(newMilestone({ projectId, name, due, responsible, note }, id, sortOrder)),
    kind: input.kind,
    parentId: input.parentId ?? null,
    plannedStart: input.start ?? null,
    plannedFinish: input.finish ?? null,
    durationDays: input.durationDays ?? null,
    durationUnit: input.durationUnit ?? null,
    constraintKind: input.constraintKind ?? null,
    constraintOn: input.constraintOn ?? null,
    weight: input.weight ?? null,
    costFen: input.costFen ?? null,
    budgetLineId: input.budgetLineId ?? null,
    contractId: input.contractId ?? null,
    calendarId: input.calendarId ?? null,
  }
  return settled(dated)
}

/** A milestone as a task of which nothing else is known. */
export function taskOf(milestone: Milestone): Task {
  return {
    ...milestone,
    kind: 'milestone',
    parentId: null,
    plannedStart: null,
    plannedFinish: null,
    durationDays: null,
    durationUnit: null,
    constraintKind: null,
    constraintOn: null,
    weight: null,
    costFen: null,
    budgetLineId: null,
    contractId: null,
    calendarId: null,
  }
}

/** Undefined leaves a field as it is, null clears it; its place is for `placedTasks`. @throws RuleBroken of `assertTask` */
export function editedTask(task: Task, edit: EditTask): Task {
  return settled({
    ...task,
    name: edit.name ?? task.name,
    kind: edit.kind ?? task.kind,
    responsible: kept(edit.responsible, task.responsible),
    note: kept(edit.note, task.note),
    due: kept(edit.due, task.due),
    plannedStart: kept(edit.start, task.plannedStart),
    plannedFinish: kept(edit.finish, task.plannedFinish),
    durationDays: kept(edit.durationDays, task.durationDays),
    durationUnit: kept(edit.durationUnit, task.durationUnit),
    constraintKind: kept(edit.constraintKind, task.constraintKind),
    constraintOn: edit.constraintKind === null ? null : kept(edit.constraintOn, task.constraintOn),
    weight: kept(edit.weight, task.weight),
    costFen: kept(edit.costFen, task.costFen),
    budgetLineId: kept(edit.budgetLineId, task.budgetLineId),
    contractId: kept(edit.contractId, task.contractId),
    calendarId: kept(edit.calendarId, task.calendarId),
  })
}

export function isSameTask(one: Task, other: Task | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** A milestone stands at one date; what has no duration has no unit. */
function settled(task: Task): Task {
  assertTask(task)
  if (task.kind === 'task')
    return { ...task, durationUnit: task.durationDays === null ? null : (task.durationUnit ?? 'workday') }
  if (task.kind === 'summary')
    return {
      ...task,
      plannedStart: null,
      plannedFinish: null,
      durationDays: null,
      durationUnit: null,
      constraintKind: null,
      constraintOn: null,
    }
  return { ...task, plannedStart: null, durationDays: null, durationUnit: null }
}

/** @throws RuleBroken planDateReversed, constraintDayMissing, milestoneDuration, costOriginTwice */
function assertTask(task: Task) {
  if (isReversed(task.plannedStart, task.plannedFinish)) throw new RuleBroken('planDateReversed', ['finish'])
  if ((task.constraintKind === null) !== (task.constraintOn === null))
    throw new RuleBroken('constraintDayMissing', ['constraintOn'])
  if (task.kind === 'milestone' && task.durationDays !== null)
    throw new RuleBroken('milestoneDuration', ['durationDays'])
  if (task.budgetLineId !== null && task.contractId !== null)
    throw new RuleBroken('costOriginTwice', ['contractId'])
}

function isReversed(start: PlanDate | null, finish: PlanDate | null) {
  return start !== null && finish !== null && spanOf(finish).last < spanOf(start).first
}

function kept<Value>(given: Value | undefined, known: Value): Value {
  return given === undefined ? known : given
}
