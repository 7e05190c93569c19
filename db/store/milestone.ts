import type { Milestone, MilestoneRow } from '../domain/milestone.ts'
import type { PageInput } from '../domain/page.ts'
import { planDateSpan } from '../domain/planDate.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export interface MilestoneFilter {
  readonly projectId: string | undefined
  readonly planId: string | undefined
}

/** In the order of the projects, then of their milestones. */
export function listMilestones(db: ReadDb, filter: MilestoneFilter, page: PageInput) {
  const params = { projectId: filter.projectId ?? null, planId: filter.planId ?? null }
  return readPage<StoredMilestone & { readonly project_name: string }, MilestoneRow>(
    db,
    page,
    {
      from: fromSql,
      rows: `SELECT milestone.*, project.name AS project_name ${fromSql}
        ORDER BY project.sort_order, project.rowid, milestone.sort_order, milestone.rowid`,
      params,
    },
    (row) => ({ ...milestoneOf(row), projectName: row.project_name }),
  )
}

export function findMilestone(db: ReadDb, milestoneId: string): Milestone | undefined {
  const row = db.get<StoredMilestone>('SELECT * FROM task WHERE id = @milestoneId AND removed_at IS NULL', {
    milestoneId,
  })
  return row === undefined ? undefined : milestoneOf(row)
}

export function insertMilestone(db: WriteDb, milestone: Milestone): Milestone {
  db.insert({ entity: 'milestone', sql: insertSql, row: milestoneColumns(milestone) })
  return milestone
}

export function nextSortOrder(db: ReadDb, projectId: string): number {
  return (
    db.get<{ next: number }>(
      'SELECT ifnull(max(sort_order), 0) + 1 AS next FROM task WHERE project_id = @projectId',
      { projectId },
    )?.next ?? 1
  )
}

export function updateMilestone(db: WriteDb, milestone: Milestone, reason: string | null): Milestone {
  const before = db.get<Row>('SELECT * FROM task WHERE id = @id', { id: milestone.id })
  if (before === undefined) throw new Error('no milestone of that id')
  return stored(
    db.update({ entity: 'milestone', sql: updateSql, params: milestoneColumns(milestone), before, reason }),
  )
}

/** The columns that a milestone has; a row of the table holds more (store/task.ts). */
export interface StoredMilestone {
  readonly id: string
  readonly project_id: string
  readonly origin: Milestone['origin']
  readonly name: string
  readonly sort_order: number
  readonly due: string | null
  readonly status: Milestone['status']
  readonly actual: string | null
  readonly actual_start: string | null
  readonly forecast: string | null
  readonly progress_pct: number | null
  readonly note: string | null
  readonly responsible: string | null
  readonly reported_on: string | null
  readonly reported_by: string | null
  readonly report_count: number
}

const fromSql = `FROM task AS milestone JOIN project ON project.id = milestone.project_id
  WHERE milestone.kind IS NULL AND milestone.removed_at IS NULL
    AND (@projectId IS NULL OR milestone.project_id = @projectId)
    AND (@planId IS NULL OR project.plan_id = @planId)
    AND (@projectId IS NOT NULL OR project.state <> 'archived')`

const insertSql = `INSERT INTO task (id, project_id, origin, name, sort_order, due, due_first, due_last, status, actual, actual_start, forecast,
    progress_pct, note, responsible, reported_on, reported_by, report_count)
  VALUES (@id, @project_id, @origin, @name, @sort_order, @due, @due_first, @due_last, @status, @actual, @actual_start, @forecast,
    @progress_pct, @note, @responsible, @reported_on, @reported_by, @report_count)`

const updateSql = `UPDATE task SET name = @name, sort_order = @sort_order, due = @due, due_first = @due_first, due_last = @due_last,
    status = @status, actual = @actual, actual_start = @actual_start, forecast = @forecast, progress_pct = @progress_pct, note = @note,
    responsible = @responsible, reported_on = @reported_on, reported_by = @reported_by, report_count = @report_count
  WHERE id = @id RETURNING *`

export function milestoneColumns(milestone: Milestone) {
  const due = milestone.due === null ? null : planDateSpan(milestone.due)
  return {
    id: milestone.id,
    project_id: milestone.projectId,
    origin: milestone.origin,
    name: milestone.name,
    sort_order: milestone.sortOrder,
    due: milestone.due,
    due_first: due?.first ?? null,
    due_last: due?.last ?? null,
    status: milestone.status,
    actual: milestone.actual,
    actual_start: milestone.actualStart,
    forecast: milestone.forecast,
    progress_pct: milestone.progressPct,
    note: milestone.note,
    responsible: milestone.responsible,
    reported_on: milestone.reportedOn,
    reported_by: milestone.reportedBy,
    report_count: milestone.reportCount,
  }
}

/** RETURNING * gives the table's own row. */
function stored(row: Row): Milestone {
  return milestoneOf(row as unknown as StoredMilestone)
}

export function milestoneOf(row: StoredMilestone): Milestone {
  return {
    id: row.id,
    projectId: row.project_id,
    origin: row.origin,
    name: row.name,
    sortOrder: row.sort_order,
    due: row.due,
    status: row.status,
    actual: row.actual,
    actualStart: row.actual_start,
    forecast: row.forecast,
    progressPct: row.progress_pct,
    note: row.note,
    responsible: row.responsible,
    reportedOn: row.reported_on,
    reportedBy: row.reported_by,
    reportCount: row.report_count,
  }
}
