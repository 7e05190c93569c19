import { planDateSpan } from '../domain/planDate.ts'
import type { Task } from '../domain/task.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { milestoneColumns, milestoneOf, type StoredMilestone } from './milestone.ts'

/** All of a project that is not removed, or of all projects that are not archived; in the order of the projects. */
export function listTasks(db: ReadDb, projectId: string | null): Task[] {
  return db
    .all<StoredTask>(
      `SELECT task.* FROM task JOIN project ON project.id = task.project_id
        WHERE task.removed_at IS NULL AND (task.project_id = @projectId OR (@projectId IS NULL AND project.state <> 'archived'))
        ORDER BY project.sort_order, project.rowid, task.sort_order, task.rowid`,
      { projectId },
    )
    .map(taskOf)
}

export function findTask(db: ReadDb, taskId: string): Task | undefined {
  const row = db.get<StoredTask>('SELECT * FROM task WHERE id = @taskId AND removed_at IS NULL', { taskId })
  return row === undefined ? undefined : taskOf(row)
}

/** `externalId`: by what the file knows it that it came from. */
export function insertTask(db: WriteDb, task: Task, externalId: string | null = null): void {
  const row = { ...taskColumns(task), removed_at: null, external_id: externalId }
  db.insert({ entity: 'milestone', sql: insertSql, row })
}

/** The tasks of a project that came from files, by what those know them. */
export function externalIds(db: ReadDb, projectId: string): ReadonlyMap<string, string> {
  return new Map(
    db
      .all<{ id: string; external_id: string }>(
        `SELECT id, external_id FROM task
          WHERE project_id = @projectId AND external_id IS NOT NULL AND removed_at IS NULL ORDER BY rowid`,
        { projectId },
      )
      .map(({ id, external_id }) => [external_id, id]),
  )
}

export function updateTask(db: WriteDb, task: Task, reason: string | null): void {
  const before = db.get<Row>('SELECT * FROM task WHERE id = @id', { id: task.id })
  if (before === undefined) throw new Error('no task of that id')
  db.update({ entity: 'milestone', sql: updateSql, params: taskColumns(task), before, reason })
}

/** The row stays, with its history; nothing lists it any more. */
export function removeTask(db: WriteDb, taskId: string, removedAt: string, reason: string): void {
  const before = db.get<Row>('SELECT * FROM task WHERE id = @taskId', { taskId })
  if (before === undefined) throw new Error('no task of that id')
  const sql = 'UPDATE task SET removed_at = @removedAt WHERE id = @taskId RETURNING *'
  db.update({ entity: 'milestone', sql, params: { taskId, removedAt }, before, reason })
}

interface StoredTask extends StoredMilestone {
  readonly kind: 'task' | 'summary' | null
  readonly parent_id: string | null
  readonly planned_start: string | null
  readonly planned_finish: string | null
  readonly duration_days: number | null
  readonly duration_unit: Task['durationUnit']
  readonly constraint_kind: Task['constraintKind']
  readonly constraint_on: string | null
  readonly weight: number | null
  readonly cost_fen: number | null
  readonly budget_line_id: string | null
  readonly contract_id: string | null
  readonly calendar_id: string | null
}

const columns = `sort_order, name, due, due_first, due_last, status, actual, actual_start, forecast, progress_pct, note,
  responsible, reported_on, reported_by, report_count, kind, parent_id, planned_start, planned_start_first,
  planned_start_last, planned_finish, planned_finish_first, planned_finish_last, duration_days, duration_unit,
  constraint_kind, constraint_on, weight, cost_fen, budget_line_id, contract_id, calendar_id`

const insertSql = `INSERT INTO task (id, project_id, origin, removed_at, external_id, ${columns})
  VALUES (@id, @project_id, @origin, @removed_at, @external_id, ${columns.replaceAll(/\w+/g, '@$&')})`

const updateSql = `UPDATE task SET ${columns.replaceAll(/\w+/g, '$& = @$&')} WHERE id = @id RETURNING *`

function taskColumns(task: Task) {
  const start = task.plannedStart === null ? null : planDateSpan(task.plannedStart)
  const finish = task.plannedFinish === null ? null : planDateSpan(task.plannedFinish)
  return {
    ...milestoneColumns(task),
    kind: task.kind === 'milestone' ? null : task.kind,
    parent_id: task.parentId,
    planned_start: task.plannedStart,
    planned_start_first: start?.first ?? null,
    planned_start_last: start?.last ?? null,
    planned_finish: task.plannedFinish,
    planned_finish_first: finish?.first ?? null,
    planned_finish_last: finish?.last ?? null,
    duration_days: task.durationDays,
    duration_unit: task.durationUnit,
    constraint_kind: task.constraintKind,
    constraint_on: task.constraintOn,
    weight: task.weight,
    cost_fen: task.costFen,
    budget_line_id: task.budgetLineId,
    contract_id: task.contractId,
    calendar_id: task.calendarId,
  }
}

function taskOf(row: StoredTask): Task {
  return {
    ...milestoneOf(row),
    kind: row.kind ?? 'milestone',
    parentId: row.parent_id,
    plannedStart: row.planned_start,
    plannedFinish: row.planned_finish,
    durationDays: row.duration_days,
    durationUnit: row.duration_unit,
    constraintKind: row.constraint_kind,
    constraintOn: row.constraint_on,
    weight: row.weight,
    costFen: row.cost_fen,
    budgetLineId: row.budget_line_id,
    contractId: row.contract_id,
    calendarId: row.calendar_id,
  }
}
