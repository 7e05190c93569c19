import type { Entity } from '../domain/change.ts'
import { entities, removableEntities } from '../domain/change.ts'
import type { Fault } from '../domain/library.ts'
import { type ChangeRow, genesisHash, hashOf, headOf, imageOf } from './chain.ts'
import { type Row, receiptHashOf } from './change.ts'
import { checkContents } from './content.ts'
import { applicationId, type Connection, connect, type ReadDb } from './database.ts'
import { formatVersion, migrate, schemaOf, versionOf } from './migrate.ts'

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
  const contentSteps = countOf(db, contentStepsSql)
  const total = changeCount + rowCount * 2 + contentSteps
  yield { done: 0, total }
  // What follows reads columns by their names: where they are not the expected ones, it could not be trusted.
  if (!checkStructure(db, report)) return { faults, faultCount, changeCount, rowCount, sumCount: 0 }
  yield { done: rowCount, total }
  for (const walked of walkChain(db, report)) yield { done: rowCount + walked, total }
  for (const compared of compareRows(db, report)) yield { done: rowCount + changeCount + compared, total }
  const compared = rowCount * 2 + changeCount
  for (const bytes of hashContents(db, report))
    yield { done: compared + Math.floor(bytes / contentStep), total }
  checkLinks(db, report)
  checkReceipts(db, report)
  for (const wrong of db.each<{ key: string }>(sumFaultsSql)) report('summaryWrong', wrong.key)
  yield { done: total, total }
  return { faults, faultCount, changeCount, rowCount, sumCount: countOf(db, sumCountSql) }
}

type Report = (kind: Fault['kind'], detail: string, place?: Partial<Fault>) => void

/** Rows between two steps. */
const stride = 5000

/** Whether the tables are those of this version. */
function checkStructure(db: Connection, report: Report): boolean {
  const isExpected = schemaOf(db) === expectedSchema()
  for (const text of structureFaults(db)) report('fileCorrupt', text)
  if (!isExpected) report('schemaAltered', 'sqlite_schema')
  if (Number(db.sqlite.pragma('application_id', { simple: true })) !== applicationId)
    report('schemaAltered', 'application_id')
  if (versionOf(db) !== formatVersion) report('schemaAltered', 'user_version')
  for (const broken of db.sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    report('referenceBroken', `${broken.table} ${String(broken.rowid)}`, { entity: broken.table })
  }
  return isExpected
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
    if (!entities.includes(change.entity)) report('chainBroken', `entity ${change.entity}`, place)
    previous = change.hash
    expectedSeq = change.seq + 1
    if (change.seq % stride === 0) yield change.seq
  }
}

/** Each record begins once, each link takes up where the one before it ended, and a posted entry has no second link. */
function checkLinks(db: Connection, report: Report) {
  for (const { seq, entity, entity_id: entityId } of db.each<LinkPlace>(brokenLinksSql, {
    removable: JSON.stringify(removableEntities),
  })) {
    report('chainBroken', 'before', { seq, entity, entityId })
  }
  for (const { seq, entity, entity_id: entityId } of db.each<LinkPlace>(twiceBegunSql)) {
    report('chainBroken', 'begun twice', { seq, entity, entityId })
  }
}

interface LinkPlace {
  readonly seq: number
  readonly entity: Entity
  readonly entity_id: string
}

/** What is kept for the idempotency keys is what the chain says of it, and no key is missing or slipped in. */
function checkReceipts(db: Connection, report: Report) {
  let count = 0
  for (const row of db.each<{
    seq: number
    key: string
    receipt_hash: string | null
    request: string | null
    input_hash: string
    answer: string
  }>(receiptsSql)) {
    count += 1
    const { key, request, input_hash: inputHash, answer } = row
    const isKept = request !== null && receiptHashOf(request, { key, inputHash, answer }) === row.receipt_hash
    if (!isKept) report('receiptAltered', key, { seq: row.seq })
  }
  const kept = countOf(db, 'SELECT count(*) AS n FROM command_key')
  if (kept !== count) report('receiptAltered', `${String(kept)} / ${String(count)}`)
}

function* compareRows(db: Connection, report: Report): Generator<number> {
  let compared = 0
  for (const entity of entities) {
    let lastSeq = 0
    for (const row of db.each<Row & { newest_image: string | null; newest_seq: number | null }>(
      imagesSql[entity],
    )) {
      const { newest_image: newest, newest_seq: seq, ...columns } = row
      const place = { entity, entityId: String(columns['id']) }
      if (newest === null) report('rowUnrecorded', '', place)
      else if (imageOf(entity, columns) !== newest) report('rowAltered', differing(columns, newest), place)
      // Entries that never change stand in the order in which they were posted.
      if (isPosted(entity) && (seq ?? 0) <= lastSeq) report('rowAltered', 'order', place)
      lastSeq = seq ?? lastSeq
      compared += 1
      if (compared % stride === 0) yield compared
    }
    for (const { entity_id: entityId } of db.each<{ entity_id: string }>(missingSql[entity])) {
      report('rowMissing', '', { entity, entityId })
    }
  }
}

/** The bytes of every attachment are hashed anew: their hash is what the chain holds of them. */
function* hashContents(db: Connection, report: Report): Generator<number> {
  yield* checkContents(db, (kind, sha256, detail) => {
    report(kind, detail, { entity: 'content', entityId: sha256 })
  })
}

function isPosted(entity: Entity) {
  return entity === 'payment' || entity === 'progress_report'
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
  const image = parsedImage(newest)
  if (image === null) return 'unreadable image'
  return Object.keys({ ...image, ...columns })
    .filter((name) => (columns[name] ?? null) !== (image[name] ?? null))
    .map((name) => `${name}: ${String(image[name] ?? '—')} → ${String(columns[name] ?? '—')}`)
    .join('; ')
}

function parsedImage(text: string): Row | null {
  try {
    return JSON.parse(text) as Row
  } catch {
    return null
  }
}

function forEach(sqlOf: (entity: Entity) => string): Readonly<Record<Entity, string>> {
  return Object.fromEntries(entities.map((entity) => [entity, sqlOf(entity)])) as Record<Entity, string>
}

/** Tasks carry on the chain of the milestones that they once were. */
function tableOf(entity: Entity) {
  return entity === 'milestone' ? 'task' : entity
}

/** Bytes that count as one row on the way: about as much work. */
const contentStep = 16_384
const contentStepsSql = `SELECT ifnull(sum(byte_count), 0) / ${String(contentStep)} AS n FROM content WHERE collected_at IS NULL`
const sumCountSql = `SELECT (SELECT count(*) FROM paid_by_month) + (SELECT count(*) FROM payee)
  + (SELECT count(*) FROM paid_by_line) + (SELECT count(*) FROM paid_by_contract) AS n`
const countSql = forEach((entity) => `SELECT count(*) AS n FROM ${tableOf(entity)}`)
const imagesSql = forEach(
  (entity) => `SELECT row.*, newest.after AS newest_image, newest.seq AS newest_seq
    FROM ${tableOf(entity)} AS row LEFT JOIN change AS newest
      ON newest.seq = (SELECT max(seq) FROM change WHERE entity_id = row.id AND entity = '${entity}')
    ORDER BY row.rowid`,
)
const brokenLinksSql = `SELECT seq, entity, entity_id FROM change
  WHERE before IS NOT NULL AND (
    entity IN ('payment', 'progress_report')
    OR (after IS NULL AND entity NOT IN (SELECT value FROM json_each(@removable)))
    OR before IS NOT (SELECT earlier.after FROM change AS earlier
      WHERE earlier.entity_id = change.entity_id AND earlier.entity = change.entity AND earlier.seq < change.seq
      ORDER BY earlier.seq DESC LIMIT 1))`
const twiceBegunSql = `SELECT max(seq) AS seq, entity, entity_id FROM change
  WHERE before IS NULL GROUP BY entity_id, entity HAVING count(*) > 1`
const receiptsSql = `SELECT change.seq, change.idempotency_key AS key, change.receipt_hash, command_key.request,
    command_key.input_hash, command_key.answer
  FROM change LEFT JOIN command_key ON command_key.key = change.idempotency_key
  WHERE change.idempotency_key IS NOT NULL`
const missingSql = forEach(
  (entity) => `SELECT DISTINCT entity_id FROM change
    WHERE entity = '${entity}' AND NOT EXISTS (SELECT 1 FROM ${tableOf(entity)} AS row WHERE row.id = change.entity_id)
      AND (SELECT newest.after FROM change AS newest WHERE newest.entity_id = change.entity_id
        AND newest.entity = '${entity}' ORDER BY newest.seq DESC LIMIT 1) IS NOT NULL`,
)
const sumFaultsSql = `
  WITH truth AS (
    SELECT project_id, substr(paid_on, 1, 7) AS month, sum(amount_fen) AS paid_fen,
      ifnull(sum(amount_fen) FILTER (WHERE reverses_id IS NOT NULL), 0) AS reversed_fen, count(*) AS payment_count
    FROM payment GROUP BY 1, 2
  ), truth_payee AS (SELECT payee AS name, count(*) AS payment_count FROM payment GROUP BY 1),
  truth_line AS (SELECT project_id, budget_line_id, sum(amount_fen) AS paid_fen, count(*) AS payment_count
    FROM payment WHERE budget_line_id IS NOT NULL GROUP BY 1, 2),
  truth_contract AS (SELECT contract_id, sum(amount_fen) AS paid_fen, count(*) AS payment_count
    FROM payment WHERE contract_id IS NOT NULL GROUP BY 1)
  SELECT 'paid_by_month ' || project_id || ' ' || month AS key FROM (SELECT * FROM truth EXCEPT SELECT * FROM paid_by_month)
  UNION SELECT 'paid_by_month ' || project_id || ' ' || month FROM (SELECT * FROM paid_by_month EXCEPT SELECT * FROM truth)
  UNION SELECT 'payee ' || name FROM (SELECT * FROM truth_payee EXCEPT SELECT * FROM payee)
  UNION SELECT 'payee ' || name FROM (SELECT * FROM payee EXCEPT SELECT * FROM truth_payee)
  UNION SELECT 'paid_by_line ' || budget_line_id FROM (SELECT * FROM truth_line EXCEPT SELECT * FROM paid_by_line)
  UNION SELECT 'paid_by_line ' || budget_line_id FROM (SELECT * FROM paid_by_line EXCEPT SELECT * FROM truth_line)
  UNION SELECT 'paid_by_contract ' || contract_id FROM (SELECT * FROM truth_contract EXCEPT SELECT * FROM paid_by_contract)
  UNION SELECT 'paid_by_contract ' || contract_id FROM (SELECT * FROM paid_by_contract EXCEPT SELECT * FROM truth_contract)
  UNION SELECT 'payment_fund ' || payment.id FROM payment_fund AS part JOIN payment ON payment.id = part.payment_id
    GROUP BY payment.id HAVING sum(part.amount_fen) <> payment.amount_fen OR max(part.project_id <> payment.project_id)
  UNION SELECT 'fund ' || fund_id || ' ' || project_id FROM (
      SELECT fund_id, project_id, amount_fen FROM fund_entry WHERE kind = 'receipt'
      UNION ALL SELECT fund_id, project_id, -amount_fen FROM payment_fund
    ) GROUP BY fund_id, project_id HAVING sum(amount_fen) < 0
  UNION SELECT 'contract ' || contract.id FROM contract WHERE amount_fen <>
      (SELECT ifnull(sum(amount_fen), 0) FROM contract_line WHERE contract_id = contract.id AND is_settlement = 0)
    OR settlement_fen <> (SELECT sum(amount_fen) FROM committed WHERE contract_id = contract.id)`
