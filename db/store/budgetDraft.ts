import type { BudgetVersion } from '../domain/budget.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export type LineUse = 'contract' | 'change' | 'work' | 'payment'

/** The first of these lines that a contract, a change, measured work or a payment stands on; null where none does. */
export function lineUse(
  db: ReadDb,
  lineIds: readonly string[],
): { readonly by: LineUse; readonly line: string } | null {
  return (
    db.get<{ by: LineUse; line: string }>(
      `WITH wanted (id) AS (SELECT value FROM json_each(@lines)), use (by, id) AS (
          SELECT 'contract', budget_line_id FROM contract_line UNION ALL
          SELECT 'change', budget_line_id FROM contract_change UNION ALL
          SELECT 'work', budget_line_id FROM progress_value UNION ALL
          SELECT 'payment', budget_line_id FROM paid_by_line
        )
        SELECT use.by, line.code || ' ' || line.name AS line FROM use
          JOIN budget_line AS line ON line.id = use.id WHERE use.id IN (SELECT id FROM wanted) LIMIT 1`,
      { lines: JSON.stringify(lineIds) },
    ) ?? null
  )
}

export function isCopied(db: ReadDb, versionId: string): boolean {
  return db.get('SELECT 1 FROM budget_version WHERE copied_from_id = @versionId', { versionId }) !== undefined
}

export function removeLine(db: WriteDb, lineId: string, reason: string | null): void {
  db.remove({
    entity: 'budget_line',
    sql: 'DELETE FROM budget_line WHERE id = @lineId RETURNING *',
    params: { lineId },
    reason,
  })
}

export function removeVersion(db: WriteDb, versionId: string, reason: string): void {
  db.remove({
    entity: 'budget_version',
    sql: 'DELETE FROM budget_version WHERE id = @versionId RETURNING *',
    params: { versionId },
    reason,
  })
}

export function editVersion(db: WriteDb, version: BudgetVersion): void {
  const before = db.get<Row>('SELECT * FROM budget_version WHERE id = @id', { id: version.id })
  if (before === undefined) throw new Error('no budget version of that id')
  db.update({
    entity: 'budget_version',
    sql: `UPDATE budget_version SET approval_no = @approvalNo, approval_body = @approvalBody, note = @note
      WHERE id = @id RETURNING *`,
    params: {
      id: version.id,
      approvalNo: version.approvalNo,
      approvalBody: version.approvalBody,
      note: version.note,
    },
    before,
    reason: null,
  })
}
