import type { ImportKind } from '../domain/import/field.ts'
import type { ImportBatch, NewImport } from '../domain/import/importBatch.ts'
import type { PageInput } from '../domain/page.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

/** Newest first. */
export function listImports(db: ReadDb, kind: ImportKind | undefined, page: PageInput) {
  const from = 'FROM import_batch WHERE (@kind IS NULL OR kind = @kind)'
  return readPage<StoredBatch, ImportBatch>(
    db,
    page,
    { from, rows: `SELECT *, ${sumsSql} ${from} ORDER BY rowid DESC`, params: { kind: kind ?? null } },
    batchOf,
  )
}

export function findImport(db: ReadDb, importId: string): ImportBatch | undefined {
  const row = db.get<StoredBatch>(`SELECT *, ${sumsSql} FROM import_batch WHERE id = @importId`, { importId })
  return row === undefined ? undefined : batchOf(row)
}

/** 下达 and 到位 that an import brought, apart: their sum is no figure of anything. */
const sumsSql = `(SELECT sum(amount_fen) FROM fund_entry
    WHERE fund_entry.import_id = import_batch.id AND fund_entry.kind = 'allotment') AS allotted_fen,
  (SELECT sum(amount_fen) FROM fund_entry
    WHERE fund_entry.import_id = import_batch.id AND fund_entry.kind = 'receipt') AS received_fen`

export function insertImport(db: WriteDb, batch: NewImport, reason: string | null): void {
  db.insert({
    entity: 'import_batch',
    sql: `INSERT INTO import_batch (id, kind, source, sheet, record_count, amount_fen, recorded_at, actor_name, undone_at, undone_by, undo_reason)
      VALUES (@id, @kind, @source, @sheet, @record_count, @amount_fen, @recorded_at, @actor_name, @undone_at, @undone_by, @undo_reason)`,
    row: {
      id: batch.id,
      kind: batch.kind,
      source: batch.source,
      sheet: batch.sheet,
      record_count: batch.recordCount,
      amount_fen: batch.amountFen,
      recorded_at: batch.recordedAt,
      actor_name: batch.actorName,
      undone_at: batch.undoneAt,
      undone_by: batch.undoneBy,
      undo_reason: batch.undoReason,
    },
    reason,
  })
}

export function markUndone(
  db: WriteDb,
  importId: string,
  undoing: { readonly at: string; readonly by: string; readonly reason: string },
): ImportBatch {
  const before = db.get<Row>('SELECT * FROM import_batch WHERE id = @importId', { importId })
  if (before === undefined) throw new Error('no import of that id')
  db.update({
    entity: 'import_batch',
    sql: `UPDATE import_batch SET undone_at = @at, undone_by = @by, undo_reason = @reason WHERE id = @importId RETURNING *`,
    params: { importId, ...undoing },
    before,
    reason: undoing.reason,
  })
  const undone = findImport(db, importId)
  if (undone === undefined) throw new Error('the import is gone')
  return undone
}

interface StoredBatch {
  readonly id: string
  readonly kind: ImportKind
  readonly source: string | null
  readonly sheet: string
  readonly record_count: number
  readonly amount_fen: number
  readonly allotted_fen: number | null
  readonly received_fen: number | null
  readonly recorded_at: string
  readonly actor_name: string
  readonly undone_at: string | null
  readonly undone_by: string | null
  readonly undo_reason: string | null
}

function batchOf(row: StoredBatch): ImportBatch {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    sheet: row.sheet,
    recordCount: row.record_count,
    amountFen: row.amount_fen,
    allottedFen: row.allotted_fen,
    receivedFen: row.received_fen,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
    undoReason: row.undo_reason,
  }
}
