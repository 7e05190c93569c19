import type { ImportField } from '../../domain/import/field.ts'
import { cellText } from '../../domain/import/grid.ts'
import { keyOf } from '../../domain/import/nameIndex.ts'
import type { Sheet } from '../../domain/import/paymentRow.ts'
import { planTasks, type TaskPlan } from '../../domain/import/taskPlan.ts'
import { readTask, type TaskDraft } from '../../domain/import/taskRow.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { scheduleOf } from '../../domain/schedule.ts'
import type { Task } from '../../domain/task.ts'
import type { ScheduleQuestion } from '../../domain/taskNetwork.ts'
import type { WriteDb } from '../../store/change.ts'
import type { ReadDb } from '../../store/database.ts'
import { asStep } from '../../store/scheduleStep.ts'
import { insertTask, updateTask } from '../../store/task.ts'
import { insertLink, removeLink, updateLink } from '../../store/taskLink.ts'
import type { Step } from '../../store/verify.ts'
import type { Moment } from '../handler.ts'
import { openPlan, withTasks } from '../planning.ts'
import { requireProject } from '../project.ts'
import { type BatchWriting, type Checked, checkRows, type SourceRow } from './checkRows.ts'

interface TaskSheet extends Sheet {
  readonly heads: readonly string[]
}

/**
 * Tasks of a sheet in the schedule of one project: new ones, and those that it has, changed as the sheet says.
 * @throws RuleBroken importProjectNeeded, projectUnknown, projectClosed
 */
export function* checkTasks(
  db: ReadDb,
  rows: readonly SourceRow[],
  sheet: TaskSheet,
  { today, newId }: Moment,
): Generator<Step, Checked> {
  const { projectId } = sheet.mapping
  if (projectId === undefined) throw new RuleBroken('importProjectNeeded', ['mapping'])
  const before = openPlan(db, projectId)
  const { name } = requireProject(db, projectId)
  const rowOf = new Map<TaskDraft, number>()
  let plan: TaskPlan | null = null
  const plannedOf = (draft: TaskDraft) => plan?.rows.get(rowOf.get(draft) ?? 0)

  const { rows: checked } = yield* checkRows<TaskDraft>(withoutProject(rows, name), false, {
    read: (row) => readTask(row, sheet.isDate1904),
    together: (drafts) => {
      for (const { row, draft } of drafts) rowOf.set(draft, row)
      plan = planTasks(drafts, {
        projectId,
        tasks: before.tasks,
        links: before.links,
        reckoned: reckonedDates(before),
        calendar: before.calendars.own,
        headUnit: unitOfHead(sheet),
        today,
        newId,
      })
      return plan.faults
    },
    key: () => null,
    existing: (drafts) =>
      new Map(
        drafts.flatMap((draft, at) => {
          const planned = plannedOf(draft)
          const known = planned?.known ?? null
          return known === null || planned?.isChanged === true ? [] : [[at, known.name]]
        }),
      ),
    check: () => [],
    amountOf: () => 0,
    isUpdate: (draft) => (plannedOf(draft)?.known ?? null) !== null,
  })
  return { rows: checked, write: (write, batch) => writePlan(write, batch, before, plan) }
}

/** One step that can be undone, by the import's own id. */
function* writePlan(
  db: WriteDb,
  { importId }: BatchWriting,
  before: ScheduleQuestion,
  plan: TaskPlan | null,
): Generator<Step, void> {
  const projectId = plan?.tasks[0]?.projectId ?? before.tasks[0]?.projectId
  if (plan === null || projectId === undefined) return
  const { tasks, links } = plan
  yield { done: 0, total: tasks.length }
  const gone = new Set(links.removed)
  scheduleOf({
    ...before,
    tasks: withTasks(before.tasks, tasks),
    links: [...before.links.filter((link) => !gone.has(link)), ...links.added],
  })
  const known = new Set(before.tasks.map(({ id }) => id))
  asStep(db, { id: importId, projectId }, () => {
    for (const link of links.removed) removeLink(db, link.id, null)
    for (const task of parentsFirst(tasks)) {
      if (known.has(task.id)) updateTask(db, task, null)
      else insertTask(db, task)
    }
    for (const link of links.changed) updateLink(db, link, null)
    for (const link of links.added) insertLink(db, link)
  })
}

/** A row refers to the one above it, which must be there. */
function parentsFirst(tasks: readonly Task[]): readonly Task[] {
  const waiting = Map.groupBy(tasks, ({ parentId }) => parentId)
  const here = new Set(tasks.map(({ id }) => id))
  const withBelow = (task: Task): readonly Task[] => [
    task,
    ...(waiting.get(task.id) ?? []).flatMap(withBelow),
  ]
  return tasks.filter(({ parentId }) => parentId === null || !here.has(parentId)).flatMap(withBelow)
}

/** The line of the project over its tasks: it bears the project's name, or is the one without a number among numbered ones. */
function withoutProject(rows: readonly SourceRow[], name: string): SourceRow[] {
  const text = (row: SourceRow, field: ImportField) => cellText(row.fields.get(field))
  const isNumbered = rows.some((row) => row.leftOut === null && text(row, 'taskNo') !== '')
  return rows.map((row) => {
    const isMeant = row.leftOut !== null || row.choice !== null || row.isCorrected
    if (isMeant || text(row, 'taskNo') !== '' || text(row, 'wbs') !== '') return row
    const isProject = isNumbered || keyOf(text(row, 'taskName')) === keyOf(name)
    return isProject ? { ...row, leftOut: 'importProjectRow' } : row
  })
}

function reckonedDates(question: ScheduleQuestion) {
  return new Map(
    scheduleOf(question).items.map(({ taskId, earlyStart, earlyFinish }) => [
      taskId,
      { start: earlyStart, finish: earlyFinish },
    ]),
  )
}

function unitOfHead({ heads, mapping }: TaskSheet): Task['durationUnit'] {
  const column = mapping.columns?.find(({ field }) => field === 'duration')?.column
  const head = column === undefined ? '' : (heads[column] ?? '')
  if (/日历|elapsed/i.test(head)) return 'calendarDay'
  return /工作日|workday/i.test(head) ? 'workday' : null
}
