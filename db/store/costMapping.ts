import type { CostClass, CostMapping } from '../domain/costClass.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** The classes of a project's 科目 as people mapped them, by key. */
export function costMappings(db: ReadDb, projectId: string): Map<string, CostClass | null> {
  const rows = db.all<StoredMapping>('SELECT * FROM cost_mapping WHERE project_id = @projectId', {
    projectId,
  })
  return new Map(rows.map(({ line_key: lineKey, cost_class: costClass }) => [lineKey, costClass]))
}

export function findCostMapping(db: ReadDb, projectId: string, lineKey: string): CostMapping | undefined {
  const row = db.get<StoredMapping>(findSql, { projectId, lineKey })
  if (row === undefined) return undefined
  return { id: row.id, projectId: row.project_id, lineKey: row.line_key, costClass: row.cost_class }
}

export function insertCostMapping(db: WriteDb, mapping: CostMapping, reason: string): void {
  db.insert({
    entity: 'cost_mapping',
    sql: `INSERT INTO cost_mapping (id, project_id, line_key, cost_class)
      VALUES (@id, @project_id, @line_key, @cost_class)`,
    row: {
      id: mapping.id,
      project_id: mapping.projectId,
      line_key: mapping.lineKey,
      cost_class: mapping.costClass,
    },
    reason,
  })
}

export function updateCostMapping(db: WriteDb, mapping: CostMapping, reason: string): void {
  const before = db.get<Row>('SELECT * FROM cost_mapping WHERE id = @id', { id: mapping.id })
  if (before === undefined) throw new Error('no mapping of that id')
  db.update({
    entity: 'cost_mapping',
    sql: 'UPDATE cost_mapping SET cost_class = @costClass WHERE id = @id RETURNING *',
    params: { id: mapping.id, costClass: mapping.costClass },
    before,
    reason,
  })
}

interface StoredMapping {
  readonly id: string
  readonly project_id: string
  readonly line_key: string
  readonly cost_class: CostClass | null
}

const findSql = 'SELECT * FROM cost_mapping WHERE project_id = @projectId AND line_key = @lineKey'
