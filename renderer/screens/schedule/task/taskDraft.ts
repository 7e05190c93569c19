import type { Language } from '../../../../db/domain/ruleText.ts'
import {
  addTaskInput,
  type constraintKinds,
  type durationUnits,
  editTaskInput,
  type TaskKind,
} from '../../../../db/domain/task.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import { type FieldFault, faultsOf } from '../../../fieldFault.ts'
import { planDateAsTyped, typedPlanDate } from '../../milestone/typedPlanDate.ts'
import { typedDay } from '../../payment/typedDay.ts'
import type { TaskRow } from '../gantt/taskLine.ts'
import { type CostDraft, costDraft, readCost } from './costDraft.ts'

/** The form as typed. */
export interface TaskDraft extends CostDraft {
  readonly name?: string
  readonly kind?: TaskKind
  /** Empty: below the project itself. */
  readonly parentId?: string
  readonly start?: string
  readonly finish?: string
  readonly durationDays?: string
  readonly durationUnit?: (typeof durationUnits)[number]
  readonly constraintKind?: (typeof constraintKinds)[number] | ''
  readonly constraintOn?: string
  readonly due?: string
  readonly responsible?: string
  readonly weight?: string
  /** Empty: the project's. */
  readonly calendarId?: string
  readonly note?: string
}

/** What the form of a task begins with. */
export function taskDraft(task: TaskRow, language: Language): TaskDraft {
  return {
    name: task.name,
    kind: task.kind,
    parentId: task.parentId ?? '',
    start: planDateAsTyped(task.plannedStart, language),
    finish: planDateAsTyped(task.plannedFinish, language),
    durationDays: numberText(task.durationDays),
    durationUnit: task.durationUnit ?? 'workday',
    constraintKind: task.constraintKind ?? '',
    constraintOn: task.constraintOn ?? '',
    due: planDateAsTyped(task.due, language),
    responsible: task.responsible ?? '',
    weight: numberText(task.weight),
    calendarId: task.calendarId ?? '',
    note: task.note ?? '',
    ...costDraft(task),
  }
}

/** Of a new one nothing is known but where it stands. */
export function newTaskDraft(parentId: string | null): TaskDraft {
  return {
    name: '',
    kind: 'task',
    parentId: parentId ?? '',
    durationUnit: 'workday',
    constraintKind: '',
    calendarId: '',
    costOrigin: 'none',
  }
}

function numberText(figure: number | null) {
  return figure === null ? '' : String(figure)
}

type Reading<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly faults: readonly FieldFault[] }

interface Reader {
  readonly today: string
  readonly language: Language
}

/** A new task, read by the same rules that the db applies. */
export function readNewTask(
  projectId: string,
  draft: TaskDraft,
  mayCost: boolean,
  reader: Reader,
): Reading<RequestInput<'addTask'>> {
  const cost = mayCost ? readCost(draft, null, reader.language) : { fields: {}, faults: [] }
  const input = { projectId, ...plan(draft, reader), ...cost.fields }
  const faults = [...cost.faults, ...faultsOf(addTaskInput, input, reader.language)]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, input: addTaskInput.parse(input) }
}

/** What of a task was changed in the form, and nothing else: what others changed meanwhile stays. */
export function readTaskEdit(
  task: TaskRow,
  draft: TaskDraft,
  may: { readonly plan: boolean; readonly cost: boolean },
  reader: Reader,
): Reading<RequestInput<'editTask'>> {
  const before = plan(taskDraft(task, reader.language), reader)
  const planned = may.plan ? changedFields(before, plan(draft, reader)) : {}
  const cost = may.cost ? readCost(draft, task, reader.language) : { fields: {}, faults: [] }
  const input = { taskId: task.id, ...planned, ...cost.fields }
  const faults = [...cost.faults, ...faultsOf(editTaskInput, input, reader.language)]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, input: editTaskInput.parse(input) }
}

/** Text that is no number or day is kept in a form that the schema refuses. */
function plan(draft: TaskDraft, { today }: Reader) {
  const kind = draft.kind ?? 'task'
  const isSummary = kind === 'summary'
  const constraintKind = isSummary || draft.constraintKind === '' ? null : (draft.constraintKind ?? null)
  const durationDays = kind === 'task' ? typedNumber(draft.durationDays) : null
  return {
    name: draft.name ?? '',
    kind,
    parentId: emptyAsNull(draft.parentId),
    start: kind === 'task' ? typedPlanDate(draft.start) : null,
    finish: isSummary ? null : typedPlanDate(draft.finish),
    durationDays,
    durationUnit: durationDays === null ? null : (draft.durationUnit ?? 'workday'),
    constraintKind,
    constraintOn: constraintKind === null ? null : dayTyped(draft.constraintOn, today),
    due: typedPlanDate(draft.due),
    responsible: draft.responsible ?? null,
    weight: typedNumber(draft.weight),
    calendarId: emptyAsNull(draft.calendarId),
    note: draft.note ?? null,
  }
}

/** A kind without its day, or a duration without its unit, means nothing: they go together. */
function changedFields(before: ReturnType<typeof plan>, after: ReturnType<typeof plan>) {
  const together = [
    ['constraintKind', 'constraintOn'],
    ['durationDays', 'durationUnit'],
  ]
  const changed = new Set(
    Object.entries(after).flatMap(([field, value]) =>
      Object.entries(before).some(([name, known]) => name === field && known === value) ? [] : [field],
    ),
  )
  return Object.fromEntries(
    Object.entries(after).filter(([field]) =>
      [field, ...(together.find((pair) => pair.includes(field)) ?? [])].some((name) => changed.has(name)),
    ),
  )
}

function typedNumber(text: string | undefined): number | null {
  const typed = (text ?? '').normalize('NFKC').trim()
  return typed === '' ? null : Number(typed)
}

function dayTyped(text: string | undefined, today: string): string | null {
  const typed = (text ?? '').trim()
  return typed === '' ? null : (typedDay(typed, today) ?? typed)
}

function emptyAsNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
