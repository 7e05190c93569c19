import type { ImportKind } from '../domain/import/field.ts'
import type { ImportMapping, SavedMapping } from '../domain/import/importMapping.ts'
import type { PageInput } from '../domain/page.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function listMappings(db: ReadDb, kind: ImportKind | undefined, page: PageInput) {
  const from = 'FROM import_mapping WHERE (@kind IS NULL OR kind = @kind)'
  return readPage<StoredMapping, SavedMapping>(
    db,
    page,
    { from, rows: `SELECT * ${from} ORDER BY saved_at DESC, rowid DESC`, params: { kind: kind ?? null } },
    mappingOf,
  )
}

export function findMapping(db: ReadDb, kind: ImportKind, name: string): SavedMapping | undefined {
  const row = rowOf(db, kind, name)
  return row === undefined ? undefined : mappingOf(row)
}

/** Under a name that is taken the newer one stands; the older is in the chain. */
export function saveMapping(db: WriteDb, saved: SavedMapping): SavedMapping {
  const known = rowOf(db, saved.kind, saved.name)
  const row = {
    id: known?.id ?? saved.id,
    kind: saved.kind,
    name: saved.name,
    mapping: JSON.stringify(saved.mapping),
    saved_at: saved.savedAt,
    saved_by: saved.savedBy,
  }
  if (known === undefined)
    db.insert({
      entity: 'import_mapping',
      sql: `INSERT INTO import_mapping (id, kind, name, mapping, saved_at, saved_by)
        VALUES (@id, @kind, @name, @mapping, @saved_at, @saved_by)`,
      row,
    })
  else
    db.update({
      entity: 'import_mapping',
      sql: `UPDATE import_mapping SET mapping = @mapping, saved_at = @saved_at, saved_by = @saved_by WHERE id = @id RETURNING *`,
      params: { id: row.id, mapping: row.mapping, saved_at: row.saved_at, saved_by: row.saved_by },
      before: { ...known },
      reason: null,
    })
  return { ...saved, id: row.id }
}

export function removeMapping(db: WriteDb, kind: ImportKind, name: string, reason: string): void {
  db.remove({
    entity: 'import_mapping',
    sql: 'DELETE FROM import_mapping WHERE kind = @kind AND name = @name RETURNING *',
    params: { kind, name },
    reason,
  })
}

function rowOf(db: ReadDb, kind: ImportKind, name: string) {
  return db.get<StoredMapping>('SELECT * FROM import_mapping WHERE kind = @kind AND name = @name', {
    kind,
    name,
  })
}

interface StoredMapping {
  readonly id: string
  readonly kind: ImportKind
  readonly name: string
  readonly mapping: string
  readonly saved_at: string
  readonly saved_by: string
}

function mappingOf(row: StoredMapping): SavedMapping {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    mapping: JSON.parse(row.mapping) as ImportMapping,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  }
}
