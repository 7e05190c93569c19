import type { Day } from '../day.ts'
import { newMilestone } from '../milestone.ts'
import { type PlanDate, spanOf } from '../planDate.ts'
import { RuleBroken } from '../ruleBroken.ts'
import { type Task, taskOf } from '../task.ts'
import type { TaskLink } from '../taskLink.ts'
import { plannedEnd } from '../taskTree.ts'
import type { TaskDraft } from './taskRow.ts'

/** What a row means besides its own cells. */
export interface RowAround {
  readonly projectId: string
  /** The project's task that the row means; null: a new one. */
  readonly known: Task | null
  readonly id: string
  readonly parentId: string | null
  /** Whether rows stand below it. */
  readonly isAbove: boolean
  /** Links of the project that stay at the task. */
  readonly links: readonly TaskLink[]
  /** Where the links put a task that has no finish of its own. */
  readonly reckoned: { readonly start: Day | null; readonly finish: Day | null } | null
  readonly durationUnit: Task['durationUnit']
  readonly today: Day
}

/**
 * The task as the row has it: what the row leaves empty stays as it is, and what was reported of a task is not changed
 * by a sheet. @throws RuleBroken planDateReversed, milestoneDuration, dateInFuture, milestoneParent, taskParentLinked,
 * taskParentReported
 */
export function taskOfRow(draft: TaskDraft, around: RowAround): Task {
  const { known, projectId, id, parentId } = around
  const blank = { projectId, name: draft.name, due: null, responsible: null, note: null }
  const base = known ?? taskOf(newMilestone(blank, id, 0))
  const named = {
    ...base,
    parentId,
    name: draft.name,
    responsible: draft.responsible ?? base.responsible,
    due: draft.due ?? base.due,
    note: draft.memo ?? base.note,
  }
  const kind = kindOf(draft, around)
  switch (kind) {
    case 'summary':
      return asSummary(named, around)
    case 'milestone':
      return { ...asMilestone(named, draft), ...progressOf(draft, base, around), actualStart: null }
    case 'task':
      return { ...asTask(named, draft, around), ...progressOf(draft, base, around) }
  }
}

/** A date alone is a milestone; what has a duration, a start or nothing at all is a task. */
function kindOf({ kind, duration, start, finish }: TaskDraft, { known, isAbove }: RowAround): Task['kind'] {
  if (isAbove || known?.kind === 'summary') return 'summary'
  if (kind !== null) return kind
  if (duration !== null) return 'task'
  if (known !== null) return known.kind
  return start === null && finish !== null ? 'milestone' : 'task'
}

/** What its own row says of dates and progress is the sum of the rows below it. */
function asSummary(task: Task, { known, links }: RowAround): Task {
  const params = { task: task.name }
  if (known?.kind === 'milestone') throw new RuleBroken('milestoneParent', ['taskName'], params)
  if (known?.kind === 'task' && known.reportCount > 0)
    throw new RuleBroken('taskParentReported', ['taskName'], params)
  if (links.length > 0) throw new RuleBroken('taskParentLinked', ['predecessors'], params)
  if (known?.kind === 'summary') return task
  const none = { plannedStart: null, plannedFinish: null, durationDays: null, durationUnit: null }
  return { ...task, ...none, kind: 'summary', constraintKind: null, constraintOn: null }
}

function asMilestone(task: Task, { duration, start, finish }: TaskDraft): Task {
  if (duration !== null) throw new RuleBroken('milestoneDuration', ['duration'])
  const date = finish ?? start
  const plannedFinish = date === null || date === plannedEnd(task) ? task.plannedFinish : date
  return {
    ...task,
    kind: 'milestone',
    plannedStart: null,
    plannedFinish,
    durationDays: null,
    durationUnit: null,
  }
}

function asTask(task: Task, draft: TaskDraft, around: RowAround): Task {
  const { plannedStart, plannedFinish } = datesOf(task, draft, around)
  const finish = plannedFinish ?? task.due
  if (plannedStart !== null && finish !== null && spanOf(finish).last < spanOf(plannedStart).first)
    throw new RuleBroken('planDateReversed', ['finish'])
  return {
    ...task,
    kind: 'task',
    plannedStart,
    plannedFinish,
    ...durationOf(task, draft, around.durationUnit),
  }
}

/** Dates that only say where the links put the task are none of its own. */
function datesOf(task: Task, draft: TaskDraft, { known, reckoned }: RowAround) {
  const { plannedStart, plannedFinish } = task
  const isAsReckoned =
    known !== null &&
    plannedEnd(known) === null &&
    isSaid(draft.start, known.plannedStart ?? reckoned?.start) &&
    isSaid(draft.finish, reckoned?.finish)
  if (isAsReckoned) return { plannedStart, plannedFinish }
  return {
    plannedStart: draft.start ?? plannedStart,
    plannedFinish: isSaid(draft.finish, plannedEnd(task)) ? plannedFinish : draft.finish,
  }
}

/** Whether a cell says nothing but what is known. */
function isSaid(date: PlanDate | null, known: PlanDate | null | undefined): boolean {
  return date === null || date === known
}

/** A figure without a unit is in that of the sheet; where it is what the task has already, its own stays. */
function durationOf(task: Task, { duration, isUnitWritten }: TaskDraft, durationUnit: Task['durationUnit']) {
  const { durationDays } = task
  if (duration === null) return { durationDays, durationUnit: task.durationUnit }
  const isSame = !isUnitWritten && duration.durationDays === durationDays
  if (isSame) return { durationDays, durationUnit: task.durationUnit }
  return {
    durationDays: duration.durationDays,
    durationUnit: isUnitWritten ? duration.durationUnit : durationUnit,
  }
}

type Progress = Pick<Task, 'status' | 'progressPct' | 'actual' | 'actualStart'>

function progressOf(draft: TaskDraft, base: Task, { today }: RowAround): Progress {
  const { status, progressPct, actual, actualStart } = base
  const asItIs = { status, progressPct, actual, actualStart }
  if (base.reportCount > 0) return asItIs
  for (const field of ['actualStart', 'actualFinish'] as const) {
    const date = draft[field]
    if (date !== null && spanOf(date).first > today) throw new RuleBroken('dateInFuture', [field], { today })
  }
  const begun = draft.actualStart ?? actualStart
  if (draft.actualFinish !== null)
    return { status: 'done', progressPct: 100, actual: draft.actualFinish, actualStart: begun }
  const isSaid = draft.actualStart !== null || (draft.progressPct ?? 0) > 0
  const isNews = draft.actualStart !== actualStart || (draft.progressPct ?? progressPct) !== progressPct
  if (!isSaid || !isNews || status === 'done') return asItIs
  return {
    status: 'inProgress',
    progressPct: draft.progressPct ?? progressPct,
    actual: null,
    actualStart: begun,
  }
}
