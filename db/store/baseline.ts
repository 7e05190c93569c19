import type { Baseline, BaselineItem } from '../domain/baseline.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** In the order of recording. */
export function listBaselines(db: ReadDb, projectId: string): Baseline[] {
  return db
    .all<StoredBaseline>(
      'SELECT * FROM baseline WHERE project_id = @projectId AND removed_at IS NULL ORDER BY rowid',
      { projectId },
    )
    .map(baselineOf)
}

export function findBaseline(db: ReadDb, baselineId: string): Baseline | undefined {
  const row = db.get<StoredBaseline>('SELECT * FROM baseline WHERE id = @baselineId AND removed_at IS NULL', {
    baselineId,
  })
  return row === undefined ? undefined : baselineOf(row)
}

export function listBaselineItems(db: ReadDb, baselineId: string): BaselineItem[] {
  return db
    .all<StoredItem>('SELECT * FROM baseline_item WHERE baseline_id = @baselineId ORDER BY rowid', {
      baselineId,
    })
    .map(itemOf)
}

/** What the two plans gave of a project's milestones when they were loaded: the first image of each, whatever came after. */
export function planItems(db: ReadDb, projectId: string): (BaselineItem & { readonly name: string })[] {
  return db
    .all<{ id: string; name: string; due: string | null }>(
      `SELECT task.id, json_extract(change.after, '$.name') AS name, json_extract(change.after, '$.due') AS due
        FROM task JOIN change ON change.entity_id = task.id AND change.entity = 'milestone' AND change.before IS NULL
        WHERE task.project_id = @projectId AND task.origin = 'plan' ORDER BY task.sort_order, task.rowid`,
      { projectId },
    )
    .map(({ id, name, due }) => ({
      id: `plan:${id}`,
      baselineId: `plan:${projectId}`,
      taskId: id,
      name,
      plannedStart: null,
      plannedFinish: due,
      durationDays: null,
      durationUnit: null,
      weight: null,
      progressPct: null,
      costFen: null,
      depth: 0,
    }))
}

export function insertBaseline(db: WriteDb, baseline: Baseline, items: readonly BaselineItem[]): void {
  db.insert({
    entity: 'baseline',
    sql: `INSERT INTO baseline (id, project_id, name, note, recorded_at, actor_name, removed_at)
      VALUES (@id, @project_id, @name, @note, @recorded_at, @actor_name, @removed_at)`,
    row: {
      id: baseline.id,
      project_id: baseline.projectId,
      name: baseline.name,
      note: baseline.note,
      recorded_at: db.command.at,
      actor_name: db.command.actor?.name ?? '',
      removed_at: null,
    },
  })
  for (const item of items) db.insert({ entity: 'baseline_item', sql: insertItemSql, row: itemColumns(item) })
}

export function removeBaseline(db: WriteDb, baselineId: string, reason: string): void {
  const before = db.get<Row>('SELECT * FROM baseline WHERE id = @id', { id: baselineId })
  if (before === undefined) throw new Error('no baseline of that id')
  const sql = 'UPDATE baseline SET removed_at = @at WHERE id = @id RETURNING *'
  db.update({ entity: 'baseline', sql, params: { id: baselineId, at: db.command.at }, before, reason })
}

/** The names of tasks that are gone since a baseline kept them. */
export function nameOfTask(db: ReadDb, taskId: string): string {
  return db.get<{ name: string }>('SELECT name FROM task WHERE id = @taskId', { taskId })?.name ?? ''
}

interface StoredBaseline {
  readonly id: string
  readonly project_id: string
  readonly name: string
  readonly note: string | null
  readonly recorded_at: string
  readonly actor_name: string
}

function baselineOf(row: StoredBaseline): Baseline {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    note: row.note,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    isDerived: false,
  }
}

interface StoredItem {
  readonly id: string
  readonly baseline_id: string
  readonly task_id: string
  readonly planned_start: string | null
  readonly planned_finish: string | null
  readonly duration_days: number | null
  readonly duration_unit: BaselineItem['durationUnit']
  readonly weight: number | null
  readonly progress_pct: number | null
  readonly cost_fen: number | null
  readonly depth: number | null
}

const insertItemSql = `INSERT INTO baseline_item (id, baseline_id, task_id, planned_start, planned_finish, duration_days,
    duration_unit, weight, progress_pct, cost_fen, depth)
  VALUES (@id, @baseline_id, @task_id, @planned_start, @planned_finish, @duration_days, @duration_unit, @weight,
    @progress_pct, @cost_fen, @depth)`

function itemOf(row: StoredItem): BaselineItem {
  return {
    id: row.id,
    baselineId: row.baseline_id,
    taskId: row.task_id,
    plannedStart: row.planned_start,
    plannedFinish: row.planned_finish,
    durationDays: row.duration_days,
    durationUnit: row.duration_unit,
    weight: row.weight,
    progressPct: row.progress_pct,
    costFen: row.cost_fen,
    depth: row.depth,
  }
}

function itemColumns(item: BaselineItem) {
  return {
    id: item.id,
    baseline_id: item.baselineId,
    task_id: item.taskId,
    planned_start: item.plannedStart,
    planned_finish: item.plannedFinish,
    duration_days: item.durationDays,
    duration_unit: item.durationUnit,
    weight: item.weight,
    progress_pct: item.progressPct,
    cost_fen: item.costFen,
    depth: item.depth,
  }
}
