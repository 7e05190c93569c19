import type { AlertAcknowledgement } from '../domain/alertAcknowledgement.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** By the id of the alert; those taken back left out. */
export function acknowledgements(db: ReadDb): Map<string, AlertAcknowledgement> {
  const rows = db.all<Stored>('SELECT * FROM alert_acknowledgement WHERE withdrawn_at IS NULL')
  return new Map(rows.map((row) => [row.alert_id, acknowledgementOf(row)]))
}

export function findAcknowledgement(db: ReadDb, alertId: string): AlertAcknowledgement | undefined {
  const row = db.get<Stored>('SELECT * FROM alert_acknowledgement WHERE alert_id = @alertId', { alertId })
  return row === undefined ? undefined : acknowledgementOf(row)
}

/** The alert's one row: earlier acknowledgements are in the chain. */
export function saveAcknowledgement(db: WriteDb, given: AlertAcknowledgement, reason: string): void {
  const row = {
    id: given.id,
    alert_id: given.alertId,
    figures: given.figures,
    until: given.until,
    reason: given.reason,
    acknowledged_at: given.acknowledgedAt,
    acknowledged_by: given.acknowledgedBy,
    withdrawn_at: given.withdrawnAt,
  }
  const before = db.get<Row>('SELECT * FROM alert_acknowledgement WHERE id = @id', { id: given.id })
  if (before === undefined) {
    db.insert({
      entity: 'alert_acknowledgement',
      sql: `INSERT INTO alert_acknowledgement (id, alert_id, figures, until, reason, acknowledged_at, acknowledged_by, withdrawn_at)
        VALUES (@id, @alert_id, @figures, @until, @reason, @acknowledged_at, @acknowledged_by, @withdrawn_at)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'alert_acknowledgement',
    sql: `UPDATE alert_acknowledgement SET alert_id = @alert_id, figures = @figures, until = @until, reason = @reason,
        acknowledged_at = @acknowledged_at, acknowledged_by = @acknowledged_by, withdrawn_at = @withdrawn_at
      WHERE id = @id RETURNING *`,
    params: row,
    before,
    reason,
  })
}

interface Stored {
  readonly id: string
  readonly alert_id: string
  readonly figures: string
  readonly until: string | null
  readonly reason: string
  readonly acknowledged_at: string
  readonly acknowledged_by: string
  readonly withdrawn_at: string | null
}

function acknowledgementOf(row: Stored): AlertAcknowledgement {
  return {
    id: row.id,
    alertId: row.alert_id,
    figures: row.figures,
    until: row.until,
    reason: row.reason,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
    withdrawnAt: row.withdrawn_at,
  }
}
