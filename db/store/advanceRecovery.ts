import type { AdvanceRecovery } from '../domain/advance.ts'
import type { PageInput } from '../domain/page.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function insertRecovery(db: WriteDb, recovery: AdvanceRecovery): void {
  db.insert({
    entity: 'advance_recovery',
    sql: `INSERT INTO advance_recovery (id, contract_id, recovered_on, amount_fen, memo, recorded_at, actor_name)
      VALUES (@id, @contract_id, @recovered_on, @amount_fen, @memo, @recorded_at, @actor_name)`,
    row: {
      id: recovery.id,
      contract_id: recovery.contractId,
      recovered_on: recovery.recoveredOn,
      amount_fen: recovery.amountFen,
      memo: recovery.memo,
      recorded_at: recovery.recordedAt,
      actor_name: recovery.actorName,
    },
  })
}

/** What an advance is, less what came back of it, and what was recovered. */
export function advanceSums(db: ReadDb, contractId: string) {
  const sums = db.get<{ advance: number; recovered: number }>(
    `SELECT (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = @contractId AND kind = 'advance')
        - (SELECT ifnull(0 - sum(amount_fen), 0) FROM payment WHERE contract_id = @contractId AND refund_of = 'advance') AS advance,
      (SELECT ifnull(sum(amount_fen), 0) FROM advance_recovery WHERE contract_id = @contractId) AS recovered`,
    { contractId },
  )
  return { advanceFen: sums?.advance ?? 0, recoveredFen: sums?.recovered ?? 0 }
}

/** By contract: the day of the newest recovery. */
export function lastRecoveries(db: ReadDb): Map<string, string> {
  const rows = db.all<{ contract_id: string; last: string }>(
    'SELECT contract_id, max(recovered_on) AS last FROM advance_recovery GROUP BY contract_id',
  )
  return new Map(rows.map((row) => [row.contract_id, row.last]))
}

/** Newest first. */
export function listRecoveries(
  db: ReadDb,
  { contractId, to }: { readonly contractId: string; readonly to: string | undefined },
  page: PageInput,
) {
  const from =
    'FROM advance_recovery WHERE contract_id = @contractId AND (@to IS NULL OR recovered_on <= @to)'
  return readPage<Stored, AdvanceRecovery>(
    db,
    page,
    {
      from,
      rows: `SELECT * ${from} ORDER BY recovered_on DESC, rowid DESC`,
      params: { contractId, to: to ?? null },
    },
    (row) => ({
      id: row.id,
      contractId: row.contract_id,
      recoveredOn: row.recovered_on,
      amountFen: row.amount_fen,
      memo: row.memo,
      recordedAt: row.recorded_at,
      actorName: row.actor_name,
    }),
  )
}

interface Stored {
  readonly id: string
  readonly contract_id: string
  readonly recovered_on: string
  readonly amount_fen: number
  readonly memo: string | null
  readonly recorded_at: string
  readonly actor_name: string
}
