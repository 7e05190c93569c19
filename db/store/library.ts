import type { Library } from '../domain/library.ts'
import { headOf } from './chain.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { formatVersion } from './migrate.ts'

/** @throws Error when the file holds no library row: it is not one of ours */
export function getLibrary(db: ReadDb): Library {
  const row = db.get<{ id: string; name: string; created_at: string; is_synthetic: number }>(
    'SELECT * FROM library',
  )
  if (row === undefined) throw new Error('no library row')
  const head = headOf(db)
  const counts = db.get<{ plans: number; projects: number; payments: number }>(
    `SELECT (SELECT count(*) FROM plan) AS plans, (SELECT count(*) FROM project) AS projects,
      (SELECT ifnull(sum(payment_count), 0) FROM paid_by_month) AS payments`,
  )
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    formatVersion,
    planCount: counts?.plans ?? 0,
    projectCount: counts?.projects ?? 0,
    paymentCount: counts?.payments ?? 0,
    changeCount: head.seq,
    headHash: head.hash,
    lastChangeAt: head.at,
    isSynthetic: row.is_synthetic === 1,
  }
}

export function hasLibrary(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM library') !== undefined
}

export function insertLibrary(
  db: WriteDb,
  library: { readonly id: string; readonly name: string; readonly isSynthetic: boolean },
): void {
  db.insert({
    entity: 'library',
    sql: 'INSERT INTO library (id, name, created_at, is_synthetic) VALUES (@id, @name, @created_at, @is_synthetic)',
    row: {
      id: library.id,
      name: library.name,
      created_at: db.command.at,
      is_synthetic: library.isSynthetic ? 1 : 0,
    },
  })
}

/** Nothing has been put into it since it was made. */
export function isEmpty(db: ReadDb): boolean {
  return (
    db.get('SELECT 1 FROM plan UNION ALL SELECT 1 FROM project UNION ALL SELECT 1 FROM payment') === undefined
  )
}
