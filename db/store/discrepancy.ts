import type { Discrepancy, DiscrepancyRow } from '../domain/discrepancy.ts'
import type { PageInput } from '../domain/page.ts'
import type { Row, WriteDb } from './change.ts'
import { listCitations } from './citation.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export interface DiscrepancyFilter {
  readonly planId?: string | undefined
  readonly projectId?: string | undefined
}

export function listDiscrepancies(db: ReadDb, filter: DiscrepancyFilter, page: PageInput) {
  const params = { planId: filter.planId ?? null, projectId: filter.projectId ?? null }
  return readPage<Stored, DiscrepancyRow>(
    db,
    page,
    {
      from: `FROM discrepancy ${filterSql}`,
      rows: `${rowSql} ${filterSql} ORDER BY discrepancy.sort_order`,
      params,
    },
    (row) => discrepancyRowOf(db, row),
  )
}

export function findDiscrepancy(db: ReadDb, discrepancyId: string): DiscrepancyRow | undefined {
  const row = db.get<Stored>(`${rowSql} WHERE discrepancy.id = @discrepancyId`, { discrepancyId })
  return row === undefined ? undefined : discrepancyRowOf(db, row)
}

export function insertDiscrepancy(db: WriteDb, discrepancy: Discrepancy, sortOrder: number): void {
  db.insert({
    entity: 'discrepancy',
    sql: `INSERT INTO discrepancy (id, plan_id, project_id, kind, text, items_total_fen, published_fen, gap_fen, status, status_reason,
        status_by, status_at, sort_order)
      VALUES (@id, @plan_id, @project_id, @kind, @text, @items_total_fen, @published_fen, @gap_fen, @status, @status_reason,
        @status_by, @status_at, @sort_order)`,
    row: {
      id: discrepancy.id,
      plan_id: discrepancy.planId,
      project_id: discrepancy.projectId,
      kind: discrepancy.kind,
      text: discrepancy.text,
      items_total_fen: discrepancy.itemsTotalFen,
      published_fen: discrepancy.publishedFen,
      gap_fen: discrepancy.gapFen,
      status: discrepancy.status,
      status_reason: discrepancy.statusReason,
      status_by: discrepancy.statusBy,
      status_at: discrepancy.statusAt,
      sort_order: sortOrder,
    },
  })
}

export function updateDiscrepancyStatus(
  db: WriteDb,
  discrepancyId: string,
  change: { readonly status: Discrepancy['status']; readonly reason: string; readonly by: string },
): void {
  const before = db.get<Row>('SELECT * FROM discrepancy WHERE id = @discrepancyId', { discrepancyId })
  if (before === undefined) throw new Error('no discrepancy of that id')
  db.update({
    entity: 'discrepancy',
    sql: `UPDATE discrepancy SET status = @status, status_reason = @reason, status_by = @by, status_at = @at
      WHERE id = @discrepancyId RETURNING *`,
    params: { discrepancyId, status: change.status, reason: change.reason, by: change.by, at: db.command.at },
    before,
    reason: change.reason,
  })
}

interface Stored {
  readonly id: string
  readonly plan_id: string
  readonly plan_name: string
  readonly project_id: string | null
  readonly kind: string
  readonly text: string
  readonly items_total_fen: number | null
  readonly published_fen: number | null
  readonly gap_fen: number | null
  readonly status: Discrepancy['status']
  readonly status_reason: string | null
  readonly status_by: string | null
  readonly status_at: string | null
}

const filterSql = `WHERE (@planId IS NULL OR discrepancy.plan_id = @planId) AND (@projectId IS NULL OR discrepancy.project_id = @projectId)`
const rowSql = `SELECT discrepancy.*, (SELECT name FROM plan WHERE plan.id = discrepancy.plan_id) AS plan_name FROM discrepancy`

function discrepancyRowOf(db: ReadDb, row: Stored): DiscrepancyRow {
  return {
    id: row.id,
    planId: row.plan_id,
    planName: row.plan_name,
    projectId: row.project_id,
    kind: row.kind,
    text: row.text,
    itemsTotalFen: row.items_total_fen,
    publishedFen: row.published_fen,
    gapFen: row.gap_fen,
    status: row.status,
    statusReason: row.status_reason,
    statusBy: row.status_by,
    statusAt: row.status_at,
    citations: listCitations(db, row.id),
  }
}
