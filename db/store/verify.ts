import type { Entity } from '../domain/change.ts'
import { entities } from '../domain/change.ts'
import type { Fault } from '../domain/library.ts'
import { type ChangeRow, genesisHash, hashOf, headOf, imageOf, type Row } from './change.ts'
import { type Connection, connect, type ReadDb } from './database.ts'
import { migrate, schemaOf } from './migrate.ts'

export interface Findings {
  readonly faults: readonly Fault[]
  readonly faultCount: number
  readonly changeCount: number
  readonly rowCount: number
  readonly sumCount: number
}

/** How far the work is: yielded every few thousand rows, so that the caller can report it, or stop. */
export interface Step {
  readonly done: number
  readonly total: number
}

/**
 * 校验账本: checks SQLite's own structure, walks the chain, compares each row with its newest image, recomputes
 * every sum. Reads only.
 */
export function* verify(db: Connection): Generator<Step, Findings> {
  const faults: Fault[] = []
  let faultCount = 0
  const report: Report = (kind, detail, place = {}) => {
    faultCount += 1
    if (faults.length < 100) faults.push({ kind, detail, entity: null, entityId: null, seq: null, ...place })
  }
  const changeCount = headOf(db).seq
  const rowCount = entities.reduce((sum, entity) => sum + countOf(db, countSql[entity]), 0)
  const total = changeCount + rowCount * 2
  yield { done: 0, total }
  checkStructure(db, report)
  yield { done: rowCount, total }
  for (const walked of walkChain(db, report)) yield { done: rowCount + walked, total }
  for (const compared of compareRows(db, report)) yield { done: rowCount + changeCount + compared, total }
  for (const wrong of db.each<{ key: string }>(sumFaultsSql)) report('summaryWrong', wrong.key)
  yield { done: total, total }
  return { faults, faultCount, changeCount, rowCount, sumCount: countOf(db, sumCountSql) }
}

type Report = (kind: Fault['kind'], detail: string, place?: Partial<Fault>) => void

/** Rows between two steps. */
const stride = 5000

function checkStructure(db: Connection, report: Report) {
  for (const text of structureFaults(db)) report('fileCorrupt', text)
  if (schemaOf(db) !== expectedSchema()) report('schemaAltered', 'sqlite_schema')
  for (const broken of db.sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    report('referenceBroken', `${broken.table} ${String(broken.rowid)}`, { entity: broken.table })
  }
}

function* walkChain(db: Connection, report: Report): Generator<number> {
  let previous = genesisHash
  let expectedSeq = 1
  for (const change of db.each<ChangeRow>('SELECT * FROM change ORDER BY seq')) {
    const place = { seq: change.seq, entity: change.entity, entityId: change.entity_id }
    if (change.seq !== expectedSeq)
      report('chainGap', `${String(expectedSeq)} → ${String(change.seq)}`, place)
    if (change.previous_hash !== previous || hashOf(change) !== change.hash)
      report('chainBroken', change.hash, place)
    previous = change.hash
    expectedSeq = change.seq + 1
    if (change.seq % stride === 0) yield change.seq
  }
}

function* compareRows(db: Connection, report: Report): Generator<number> {
  let compared = 0
  for (const entity of entities) {
    for (const row of db.each<Row & { newest_image: string | null }>(imagesSql[entity])) {
      const { newest_image: newest, ...columns } = row
      const place = { entity, entityId: String(columns['id']) }
      if (newest === null) report('rowUnrecorded', '', place)
      else if (imageOf(entity, columns) !== newest) report('rowAltered', differing(columns, newest), place)
      compared += 1
      if (compared % stride === 0) yield compared
    }
    for (const { entity_id: entityId } of db.each<{ entity_id: string }>(missingSql[entity])) {
      report('rowMissing', '', { entity, entityId })
    }
  }
}

function structureFaults(db: Connection): string[] {
  return (db.sqlite.pragma('integrity_check(100)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok')
}

function countOf(db: ReadDb, sql: string): number {
  return db.get<{ n: number }>(sql)?.n ?? 0
}

/** What this version's migrations make of an empty file. */
function expectedSchema(): string {
  const fresh = connect(':memory:')
  migrate(fresh)
  const schema = schemaOf(fresh)
  fresh.sqlite.close()
  return schema
}

function differing(columns: Row, newest: string): string {
  const image = JSON.parse(newest) as Row
  return Object.keys({ ...image, ...columns })
    .filter((name) => (columns[name] ?? null) !== (image[name] ?? null))
    .map((name) => `${name}: ${String(image[name] ?? '—')} → ${String(columns[name] ?? '—')}`)
    .join('; ')
}

function forEach(sqlOf: (entity: Entity) => string): Readonly<Record<Entity, string>> {
  return Object.fromEntries(entities.map((entity) => [entity, sqlOf(entity)])) as Record<Entity, string>
}

const sumCountSql = 'SELECT (SELECT count(*) FROM paid_by_month) + (SELECT count(*) FROM payee) AS n'
const countSql = forEach((entity) => `SELECT count(*) AS n FROM ${entity}`)
const imagesSql = forEach(
  (
    entity,
  ) => `SELECT row.*, (SELECT after FROM change WHERE entity_id = row.id AND entity = '${entity}' ORDER BY seq DESC LIMIT 1) AS newest_image
    FROM ${entity} AS row`,
)
const missingSql = forEach(
  (entity) => `SELECT DISTINCT entity_id FROM change
    WHERE entity = '${entity}' AND NOT EXISTS (SELECT 1 FROM ${entity} AS row WHERE row.id = change.entity_id)`,
)
const sumFaultsSql = `
  WITH truth AS (
    SELECT project_id, substr(paid_on, 1, 7) AS month, sum(amount_fen) AS paid_fen, sum(min(amount_fen, 0)) AS reversed_fen,
      count(*) AS payment_count
    FROM payment GROUP BY 1, 2
  ), truth_payee AS (SELECT payee AS name, count(*) AS payment_count FROM payment GROUP BY 1)
  SELECT 'paid_by_month ' || project_id || ' ' || month AS key FROM (SELECT * FROM truth EXCEPT SELECT * FROM paid_by_month)
  UNION SELECT 'paid_by_month ' || project_id || ' ' || month FROM (SELECT * FROM paid_by_month EXCEPT SELECT * FROM truth)
  UNION SELECT 'payee ' || name FROM (SELECT * FROM truth_payee EXCEPT SELECT * FROM payee)
  UNION SELECT 'payee ' || name FROM (SELECT * FROM payee EXCEPT SELECT * FROM truth_payee)
  UNION SELECT 'payment_fund ' || payment.id FROM payment_fund AS part JOIN payment ON payment.id = part.payment_id
    GROUP BY payment.id HAVING sum(part.amount_fen) <> payment.amount_fen OR max(part.project_id <> payment.project_id)
  UNION SELECT 'fund ' || fund_id || ' ' || project_id FROM (
      SELECT fund_id, project_id, amount_fen FROM fund_entry WHERE kind = 'receipt'
      UNION ALL SELECT fund_id, project_id, -amount_fen FROM payment_fund
    ) GROUP BY fund_id, project_id HAVING sum(amount_fen) < 0
  UNION SELECT 'contract ' || contract.id FROM contract WHERE amount_fen <>
      (SELECT ifnull(sum(amount_fen), 0) FROM contract_line WHERE contract_id = contract.id AND is_settlement = 0)
    OR settlement_fen <> (SELECT sum(amount_fen) FROM committed WHERE contract_id = contract.id)`
