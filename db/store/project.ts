import type { PageInput } from '../domain/page.ts'
import { planDateSpan } from '../domain/planDate.ts'
import type { Project, ProjectRow } from '../domain/project.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export interface ProjectFilter {
  readonly planId: string | undefined
  readonly text: string | undefined
  /** undefined: all but the archived. */
  readonly state: Project['state'] | 'any' | undefined
}

/** In the order of the plans; text is looked for in names, aliases and codes. */
export function listProjects(db: ReadDb, filter: ProjectFilter, page: PageInput) {
  const text = filter.text?.trim() ?? ''
  const params = {
    planId: filter.planId ?? null,
    state: filter.state ?? null,
    pattern: text === '' ? null : likePattern(text),
  }
  return readPage<Stored & Sums, ProjectRow>(
    db,
    page,
    {
      from: `FROM project ${filterSql}`,
      rows: `${rowSql} ${filterSql} ORDER BY project.sort_order, project.rowid`,
      params,
    },
    projectRowOf,
  )
}

export function findProjectRow(db: ReadDb, projectId: string): ProjectRow | undefined {
  const row = db.get<Stored & Sums>(`${rowSql} WHERE project.id = @projectId`, { projectId })
  return row === undefined ? undefined : projectRowOf(row)
}

export function findProject(db: ReadDb, projectId: string): Project | undefined {
  const row = db.get<Stored>('SELECT * FROM project WHERE id = @projectId', { projectId })
  return row === undefined ? undefined : projectOf(row)
}

export function isProjectNameTaken(
  db: ReadDb,
  planId: string | null,
  name: string,
  exceptId: string,
): boolean {
  return (
    db.get(
      `SELECT 1 FROM project WHERE ifnull(plan_id, '') = ifnull(@planId, '') AND name = @name AND id <> @exceptId`,
      {
        planId,
        name,
        exceptId,
      },
    ) !== undefined
  )
}

export function insertProject(db: WriteDb, project: Project): Project {
  const sortOrder =
    db.get<{ next: number }>('SELECT ifnull(max(sort_order), 0) + 1 AS next FROM project')?.next ?? 1
  db.insert({ entity: 'project', sql: insertSql, row: { ...columnsOf(project), sort_order: sortOrder } })
  return project
}

export function updateProject(db: WriteDb, project: Project, reason: string): Project {
  const before = db.get<Row>('SELECT * FROM project WHERE id = @id', { id: project.id })
  if (before === undefined) throw new Error('no project of that id')
  return stored(db.update({ entity: 'project', sql: updateSql, params: columnsOf(project), before, reason }))
}

/** A LIKE pattern (ESCAPE '\') that finds the text anywhere, its own wildcards taken literally. */
export function likePattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

interface Stored {
  readonly id: string
  readonly plan_id: string | null
  readonly origin: Project['origin']
  readonly code: string | null
  readonly name: string
  readonly aliases: string
  readonly kind: string | null
  readonly stage: Project['stage']
  readonly status_text: string | null
  readonly amount_fen: number | null
  readonly amount_label: string | null
  readonly is_amount_derived: number
  readonly envelope_id: string | null
  readonly is_listed: number | null
  readonly planned_start: string | null
  readonly planned_finish: string | null
  readonly actual_start: string | null
  readonly actual_finish: string | null
  readonly owner: string | null
  readonly is_owner_inferred: number
  readonly lead: string | null
  readonly responsible: string
  readonly scope: string | null
  readonly areas: string
  readonly note: string | null
  readonly state: Project['state']
}

interface Sums {
  readonly plan_name: string | null
  readonly paid_fen: number
  readonly payment_count: number
  readonly milestone_count: number
  readonly done_milestone_count: number
  readonly progress_pct: number | null
  readonly last_report_on: string | null
  readonly open_discrepancy_count: number
}

const filterSql = `WHERE (@planId IS NULL OR project.plan_id = @planId)
  AND CASE ifnull(@state, '') WHEN '' THEN project.state <> 'archived' WHEN 'any' THEN 1 ELSE project.state = @state END
  AND (@pattern IS NULL OR project.name LIKE @pattern ESCAPE '\\' OR project.code LIKE @pattern ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM json_each(project.aliases) WHERE json_each.value LIKE @pattern ESCAPE '\\'))`

const rowSql = `SELECT project.*,
  (SELECT name FROM plan WHERE plan.id = project.plan_id) AS plan_name,
  (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_month WHERE project_id = project.id) AS paid_fen,
  (SELECT ifnull(sum(payment_count), 0) FROM paid_by_month WHERE project_id = project.id) AS payment_count,
  (SELECT count(*) FROM task WHERE project_id = project.id AND kind IS NULL AND removed_at IS NULL) AS milestone_count,
  (SELECT count(*) FROM task
    WHERE project_id = project.id AND kind IS NULL AND removed_at IS NULL AND status = 'done') AS done_milestone_count,
  (SELECT report.progress_pct FROM progress_report AS report JOIN task ON task.id = report.milestone_id
    WHERE task.project_id = project.id AND report.progress_pct IS NOT NULL AND report.status IN ('inProgress', 'suspended')
    ORDER BY report.rowid DESC LIMIT 1) AS progress_pct,
  (SELECT max(reported_on) FROM task WHERE project_id = project.id) AS last_report_on,
  (SELECT count(*) FROM discrepancy WHERE project_id = project.id AND status <> 'corrected') AS open_discrepancy_count
  FROM project`

const insertSql = `INSERT INTO project (id, plan_id, origin, code, name, aliases, kind, stage, status_text, amount_fen, amount_label,
    is_amount_derived, envelope_id, is_listed, planned_start, planned_start_first, planned_start_last, planned_finish,
    planned_finish_first, planned_finish_last, actual_start, actual_finish, owner, is_owner_inferred, lead, responsible, scope,
    areas, note, state, sort_order)
  VALUES (@id, @plan_id, @origin, @code, @name, @aliases, @kind, @stage, @status_text, @amount_fen, @amount_label,
    @is_amount_derived, @envelope_id, @is_listed, @planned_start, @planned_start_first, @planned_start_last, @planned_finish,
    @planned_finish_first, @planned_finish_last, @actual_start, @actual_finish, @owner, @is_owner_inferred, @lead, @responsible,
    @scope, @areas, @note, @state, @sort_order)`

const updateSql = `UPDATE project SET code = @code, name = @name, aliases = @aliases, kind = @kind, stage = @stage,
    amount_fen = @amount_fen, planned_start = @planned_start, planned_start_first = @planned_start_first,
    planned_start_last = @planned_start_last, planned_finish = @planned_finish, planned_finish_first = @planned_finish_first,
    planned_finish_last = @planned_finish_last, actual_start = @actual_start, actual_finish = @actual_finish, owner = @owner,
    lead = @lead, scope = @scope, note = @note, state = @state
  WHERE id = @id RETURNING *`

function columnsOf(project: Project): Row {
  const start = planDateSpan(project.plannedStart ?? '')
  const finish = planDateSpan(project.plannedFinish ?? '')
  return {
    id: project.id,
    plan_id: project.planId,
    origin: project.origin,
    code: project.code,
    name: project.name,
    aliases: JSON.stringify(project.aliases),
    kind: project.kind,
    stage: project.stage,
    status_text: project.statusText,
    amount_fen: project.amountFen,
    amount_label: project.amountLabel,
    is_amount_derived: project.isAmountDerived ? 1 : 0,
    envelope_id: project.envelopeId,
    is_listed: project.isListed === null ? null : project.isListed ? 1 : 0,
    planned_start: project.plannedStart,
    planned_start_first: start?.first ?? null,
    planned_start_last: start?.last ?? null,
    planned_finish: project.plannedFinish,
    planned_finish_first: finish?.first ?? null,
    planned_finish_last: finish?.last ?? null,
    actual_start: project.actualStart,
    actual_finish: project.actualFinish,
    owner: project.owner,
    is_owner_inferred: project.isOwnerInferred ? 1 : 0,
    lead: project.lead,
    responsible: JSON.stringify(project.responsible),
    scope: project.scope,
    areas: JSON.stringify(project.areas),
    note: project.note,
    state: project.state,
  }
}

/** RETURNING * gives the table's own row. */
function stored(row: Row): Project {
  return projectOf(row as unknown as Stored)
}

function projectOf(row: Stored): Project {
  return {
    id: row.id,
    planId: row.plan_id,
    origin: row.origin,
    code: row.code,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    kind: row.kind,
    stage: row.stage,
    statusText: row.status_text,
    amountFen: row.amount_fen,
    amountLabel: row.amount_label,
    isAmountDerived: row.is_amount_derived === 1,
    envelopeId: row.envelope_id,
    isListed: row.is_listed === null ? null : row.is_listed === 1,
    plannedStart: row.planned_start,
    plannedFinish: row.planned_finish,
    actualStart: row.actual_start,
    actualFinish: row.actual_finish,
    owner: row.owner,
    isOwnerInferred: row.is_owner_inferred === 1,
    lead: row.lead,
    responsible: JSON.parse(row.responsible) as string[],
    scope: row.scope,
    areas: JSON.parse(row.areas) as Project['areas'],
    note: row.note,
    state: row.state,
  }
}

function projectRowOf(row: Stored & Sums): ProjectRow {
  return {
    ...projectOf(row),
    planName: row.plan_name,
    paidFen: row.paid_fen,
    paymentCount: row.payment_count,
    milestoneCount: row.milestone_count,
    doneMilestoneCount: row.done_milestone_count,
    progressPct: row.progress_pct,
    lastReportOn: row.last_report_on,
    openDiscrepancyCount: row.open_discrepancy_count,
  }
}
