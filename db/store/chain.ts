import { hash as digest } from 'node:crypto'
import type { Change, Entity } from '../domain/change.ts'
import type { Command, Row } from './change.ts'
import type { Connection, ReadDb } from './database.ts'

export const genesisHash = '0'.repeat(64)

export interface ChangeRow {
  readonly seq: number
  readonly device: string
  readonly device_seq: number
  readonly at: string
  readonly actor_name: string
  readonly role: Change['role']
  readonly request: string
  readonly entity: Entity
  readonly entity_id: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly idempotency_key: string | null
  readonly receipt_hash: string | null
  readonly previous_hash: string
  readonly hash: string
}

/** What a change says of its record. */
export type Link = Pick<
  ChangeRow,
  'entity' | 'entity_id' | 'before' | 'after' | 'reason' | 'idempotency_key' | 'receipt_hash'
>

/** The image of a row in the chain: columns in alphabetical order; NULLs left out, so that a later column changes no image. */
export function imageOf(entity: Entity, row: Row): string {
  let image = ''
  for (const { name, key } of columnsOf(entity, row)) {
    const value = row[name]
    if (value !== null && value !== undefined) image += `${image === '' ? '' : ','}${key}${jsonOf(value)}`
  }
  return `{${image}}`
}

/** SHA-256 over the JSON array of all columns but the hash itself, in the table's order. */
export function hashOf(row: Omit<ChangeRow, 'hash'>): string {
  return hashWith(doingOf(row), row)
}

export function headOf(db: ReadDb): {
  readonly seq: number
  readonly hash: string
  readonly at: string | null
} {
  return (
    db.get<{ seq: number; hash: string; at: string }>(
      'SELECT seq, hash, at FROM change ORDER BY seq DESC LIMIT 1',
    ) ?? {
      seq: 0,
      hash: genesisHash,
      at: null,
    }
  )
}

/** Appends the changes of one command, the end of the chain looked up once. */
export function chainEnd(db: Connection, command: Command): (links: readonly Link[]) => void {
  const { device, at, request, actor } = command
  const doer = { device, at, actor_name: actor?.name ?? '', role: actor?.role ?? null, request }
  const doing = doingOf(doer)
  let end: { seq: number; hash: string; deviceSeq: number } | null = null
  return (links) => {
    if (links.length === 0) return
    let { seq, hash, deviceSeq } = end ?? { ...headOf(db), deviceSeq: lastOfDevice(db, device) }
    const rows = links.map((link) => {
      seq += 1
      deviceSeq += 1
      const row = { seq, device_seq: deviceSeq, ...doer, ...link, previous_hash: hash }
      hash = hashWith(doing, row)
      return { ...row, hash }
    })
    db.insertRows(appendSql, rows)
    end = { seq, hash, deviceSeq }
  }
}

interface Column {
  readonly name: string
  readonly key: string
}

/** The columns of a row as they came, and in the order of their names. */
interface SortedColumns {
  readonly names: readonly string[]
  readonly columns: readonly Column[]
}

const sortedColumns = new Map<Entity, SortedColumns>()

/** Sorted once for each table and format, not for each of a hundred thousand rows; as many other columns are not the same. */
function columnsOf(entity: Entity, row: Row): readonly Column[] {
  const known = sortedColumns.get(entity)
  const names = Object.keys(row)
  if (known?.names.length === names.length && names.every((name, at) => name === known.names[at]))
    return known.columns
  const columns = names.toSorted().map((name) => ({ name, key: `"${name}":` }))
  sortedColumns.set(entity, { names, columns })
  return columns
}

/** The columns that are the same in each change of a command, as JSON: written once, not for each of its records. */
interface Doing {
  readonly device: string
  /** at, actor_name, role, request */
  readonly deed: string
}

function doingOf(row: Pick<ChangeRow, 'device' | 'at' | 'actor_name' | 'role' | 'request'>): Doing {
  return {
    device: jsonOf(row.device),
    deed: `${jsonOf(row.at)},${jsonOf(row.actor_name)},${jsonOf(row.role)},${jsonOf(row.request)}`,
  }
}

function hashWith(
  { device, deed }: Doing,
  row: Pick<ChangeRow, 'seq' | 'device_seq' | 'previous_hash'> & Link,
): string {
  const text =
    `[${String(row.seq)},${device},${String(row.device_seq)},${deed},${jsonOf(row.entity)},${jsonOf(row.entity_id)},` +
    `${jsonOf(row.before)},${jsonOf(row.after)},${jsonOf(row.reason)},${jsonOf(row.idempotency_key)},` +
    `${jsonOf(row.receipt_hash)},${jsonOf(row.previous_hash)}]`
  return digest('sha256', text, 'hex')
}

/** JSON.stringify of a value, spared where the text needs no escape. */
function jsonOf(value: string | number | null): string {
  if (value === null) return 'null'
  if (typeof value === 'number') return String(value)
  return escaped.test(value) ? JSON.stringify(value) : `"${value}"`
}

/** What JSON escapes: quote, backslash and what comes before the space; surrogates, of which an unpaired one is escaped. */
const escaped = /["\\]|[^ -\ud7ff\ue000-\uffff]/

function lastOfDevice(db: ReadDb, device: string): number {
  const sql = 'SELECT device_seq AS last FROM change WHERE device = @device ORDER BY seq DESC LIMIT 1'
  return db.get<{ last: number }>(sql, { device })?.last ?? 0
}

const appendSql = `INSERT INTO change
  (seq, device, device_seq, at, actor_name, role, request, entity, entity_id, before, after, reason, idempotency_key,
    receipt_hash, previous_hash, hash)
  VALUES (@seq, @device, @device_seq, @at, @actor_name, @role, @request, @entity, @entity_id, @before, @after, @reason,
    @idempotency_key, @receipt_hash, @previous_hash, @hash)`
