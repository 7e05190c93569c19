import type { TaskLink } from '../domain/taskLink.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** Of a project, or of all; links of removed tasks are removed with them. */
export function listLinks(db: ReadDb, projectId: string | null): TaskLink[] {
  return db
    .all<StoredLink>(
      `SELECT * FROM task_link WHERE removed_at IS NULL AND (@projectId IS NULL OR project_id = @projectId) ORDER BY rowid`,
      { projectId },
    )
    .map(linkOf)
}

export function findLink(db: ReadDb, linkId: string): TaskLink | undefined {
  const row = db.get<StoredLink>('SELECT * FROM task_link WHERE id = @linkId AND removed_at IS NULL', {
    linkId,
  })
  return row === undefined ? undefined : linkOf(row)
}

export function insertLink(db: WriteDb, link: TaskLink): void {
  db.insert({
    entity: 'task_link',
    sql: `INSERT INTO task_link (id, project_id, predecessor_id, successor_id, kind, lag_days, recorded_at, removed_at)
      VALUES (@id, @project_id, @predecessor_id, @successor_id, @kind, @lag_days, @recorded_at, @removed_at)`,
    row: {
      id: link.id,
      project_id: link.projectId,
      predecessor_id: link.predecessorId,
      successor_id: link.successorId,
      kind: link.kind,
      lag_days: link.lagDays,
      recorded_at: db.command.at,
      removed_at: null,
    },
  })
}

export function updateLink(db: WriteDb, link: TaskLink, reason: string | null): void {
  const sql = 'UPDATE task_link SET kind = @kind, lag_days = @lag_days WHERE id = @id RETURNING *'
  const params = { id: link.id, kind: link.kind, lag_days: link.lagDays }
  db.update({ entity: 'task_link', sql, params, before: rowOf(db, link.id), reason })
}

export function removeLink(db: WriteDb, linkId: string, reason: string | null): void {
  const sql = 'UPDATE task_link SET removed_at = @at WHERE id = @id RETURNING *'
  const params = { id: linkId, at: db.command.at }
  db.update({ entity: 'task_link', sql, params, before: rowOf(db, linkId), reason })
}

function rowOf(db: ReadDb, id: string): Row {
  const row = db.get<Row>('SELECT * FROM task_link WHERE id = @id', { id })
  if (row === undefined) throw new Error('no link of that id')
  return row
}

interface StoredLink {
  readonly id: string
  readonly project_id: string
  readonly predecessor_id: string
  readonly successor_id: string
  readonly kind: TaskLink['kind']
  readonly lag_days: number
}

function linkOf(row: StoredLink): TaskLink {
  return {
    id: row.id,
    projectId: row.project_id,
    predecessorId: row.predecessor_id,
    successorId: row.successor_id,
    kind: row.kind,
    lagDays: row.lag_days,
  }
}
