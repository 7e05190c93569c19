import type { Retention } from '../domain/retention.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export function listRetention(db: ReadDb): Map<string, Retention> {
  const rows = db.all<Stored>('SELECT * FROM retention').map(retentionOf)
  return new Map(rows.map((row) => [row.contractId, row]))
}

export function findRetention(db: ReadDb, contractId: string): Retention | undefined {
  const row = db.get<Stored>('SELECT * FROM retention WHERE contract_id = @contractId', { contractId })
  return row === undefined ? undefined : retentionOf(row)
}

/** The contract's one row: what it was before is in the chain. */
export function saveRetention(db: WriteDb, retention: Retention, reason: string): void {
  const row = {
    id: retention.id,
    contract_id: retention.contractId,
    defects_from: retention.defectsFrom,
    defects_to: retention.defectsTo,
    guarantee_fen: retention.guaranteeFen,
    guarantee_issuer: retention.guaranteeIssuer,
    guarantee_no: retention.guaranteeNo,
    guarantee_expires_on: retention.guaranteeExpiresOn,
    note: retention.note,
    recorded_at: retention.recordedAt,
  }
  const before = db.get<Row>('SELECT * FROM retention WHERE id = @id', { id: retention.id })
  if (before === undefined) {
    db.insert({
      entity: 'retention',
      sql: `INSERT INTO retention (id, contract_id, defects_from, defects_to, guarantee_fen, guarantee_issuer, guarantee_no,
          guarantee_expires_on, note, recorded_at)
        VALUES (@id, @contract_id, @defects_from, @defects_to, @guarantee_fen, @guarantee_issuer, @guarantee_no,
          @guarantee_expires_on, @note, @recorded_at)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'retention',
    sql: `UPDATE retention SET contract_id = @contract_id, defects_from = @defects_from, defects_to = @defects_to,
        guarantee_fen = @guarantee_fen, guarantee_issuer = @guarantee_issuer, guarantee_no = @guarantee_no,
        guarantee_expires_on = @guarantee_expires_on, note = @note, recorded_at = @recorded_at WHERE id = @id RETURNING *`,
    params: row,
    before,
    reason,
  })
}

interface Stored {
  readonly id: string
  readonly contract_id: string
  readonly defects_from: string | null
  readonly defects_to: string | null
  readonly guarantee_fen: number | null
  readonly guarantee_issuer: string | null
  readonly guarantee_no: string | null
  readonly guarantee_expires_on: string | null
  readonly note: string | null
  readonly recorded_at: string
}

function retentionOf(row: Stored): Retention {
  return {
    id: row.id,
    contractId: row.contract_id,
    defectsFrom: row.defects_from,
    defectsTo: row.defects_to,
    guaranteeFen: row.guarantee_fen,
    guaranteeIssuer: row.guarantee_issuer,
    guaranteeNo: row.guarantee_no,
    guaranteeExpiresOn: row.guarantee_expires_on,
    note: row.note,
    recordedAt: row.recorded_at,
  }
}
