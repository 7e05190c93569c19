import { hash as digest } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { Change, Entity } from '../domain/change.ts'
import type { PageInput } from '../domain/page.ts'
import type { Connection, ReadDb } from './database.ts'

/** Who does what, where and when: written on each change of one command. */
export interface Command {
  readonly request: string
  readonly actor: Actor | null
  readonly device: string
  /** ISO 8601 with zone Z. Order comes from seq, never from this clock. */
  readonly at: string
}

declare const canWrite: unique symbol

/** What a command handler writes through: exists only inside `writeCommand`. */
export interface WriteDb extends ReadDb {
  readonly [canWrite]: true
  readonly command: Command
  /** Inserts one row, all its columns named in `row`, into a business table and appends its change to the chain. */
  readonly insert: (change: {
    readonly entity: Entity
    readonly sql: string
    readonly row: Row
    readonly reason?: string | null
  }) => void
  /** Runs one UPDATE … RETURNING * of a row of a business table and appends its change; gives the new row. */
  readonly update: (change: {
    readonly entity: Entity
    readonly sql: string
    readonly params: Row
    readonly before: Row
    readonly reason: string | null
  }) => Row
  /** Runs a statement on a table that holds no business rows: the kept sums. */
  readonly keep: (sql: string, params: Row) => void
  /** Remembers what the command answered, for its idempotency key. */
  readonly rememberAnswer: (key: string, inputHash: string, answer: string) => void
}
export type Row = Readonly<Record<string, string | number | null>>

export const genesisHash = '0'.repeat(64)

/** One transaction, durable when it returns; on any throw nothing is written, neither rows nor chain. */
export function writeCommand<Result>(
  db: Connection,
  command: Command,
  work: (db: WriteDb) => Result,
): Result {
  return db.sqlite.transaction(() => work(writer(db, command))).immediate()
}

/** The image of a row in the chain: columns in alphabetical order; NULLs left out, so that a later column changes no image. */
export function imageOf(entity: Entity, row: Row): string {
  let image = ''
  for (const name of columnsOf(entity, row)) {
    const value = row[name]
    if (value !== null && value !== undefined)
      image += `${image === '' ? '' : ','}"${name}":${JSON.stringify(value)}`
  }
  return `{${image}}`
}

const sortedColumns = new Map<Entity, readonly string[]>()

/** Sorted once for each table and format, not for each of a hundred thousand rows. */
function columnsOf(entity: Entity, row: Row): readonly string[] {
  const known = sortedColumns.get(entity)
  const names = Object.keys(row)
  if (known?.length === names.length) return known
  const columns = names.toSorted()
  sortedColumns.set(entity, columns)
  return columns
}

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
  readonly previous_hash: string
  readonly hash: string
}

/** SHA-256 over the JSON array of all columns but the hash itself, in the table's order. */
export function hashOf(row: Omit<ChangeRow, 'hash'>): string {
  const text = JSON.stringify([
    row.seq,
    row.device,
    row.device_seq,
    row.at,
    row.actor_name,
    row.role,
    row.request,
    row.entity,
    row.entity_id,
    row.before,
    row.after,
    row.reason,
    row.previous_hash,
  ])
  return digest('sha256', text, 'hex')
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

/** Newest first. */
export function listChanges(
  db: ReadDb,
  filter: { readonly entityId: string | undefined; readonly entity: Entity | undefined },
  { page, pageSize }: PageInput,
) {
  const params = { entityId: filter.entityId ?? null, entity: filter.entity ?? null }
  const scope =
    filter.entityId === undefined
      ? filter.entity === undefined
        ? ''
        : 'WHERE entity = @entity'
      : 'WHERE entity_id = @entityId AND (@entity IS NULL OR entity = @entity)'
  const total = db.get<{ total: number }>(`SELECT count(*) AS total FROM change ${scope}`, params)?.total ?? 0
  const rows = db.all<ChangeRow>(
    `SELECT * FROM change ${scope} ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
    {
      ...params,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    },
  )
  return { items: rows.map(changeOf), total, page, pageSize }
}

/** The stored answer of a key, or undefined when the key was never used. */
export function answerOfKey(db: ReadDb, key: string) {
  return db.get<{ request: string; input_hash: string; answer: string }>(
    'SELECT request, input_hash, answer FROM command_key WHERE key = @key',
    { key },
  )
}

function writer(db: Connection, command: Command): WriteDb {
  const head = headOf(db)
  let { seq, hash } = head
  let deviceSeq =
    db.get<{ last: number }>(
      'SELECT device_seq AS last FROM change WHERE device = @device ORDER BY seq DESC LIMIT 1',
      {
        device: command.device,
      },
    )?.last ?? 0
  const append = (
    entity: Entity,
    id: string,
    before: string | null,
    after: string,
    reason: string | null,
  ) => {
    seq += 1
    deviceSeq += 1
    const entry = {
      seq,
      device: command.device,
      device_seq: deviceSeq,
      at: command.at,
      actor_name: command.actor?.name ?? '',
      role: command.actor?.role ?? null,
      request: command.request,
      entity,
      entity_id: id,
      before,
      after,
      reason,
      previous_hash: hash,
    }
    hash = hashOf(entry)
    // By position: naming fourteen values costs as much as the insert itself.
    db.run(appendSql, [...Object.values(entry), hash])
  }
  const parts: Omit<WriteDb, typeof canWrite> = {
    get: db.get,
    all: db.all,
    each: db.each,
    command,
    insert: ({ entity, sql, row, reason = null }) => {
      if (db.run(sql, row) !== 1) throw new Error(`no ${entity} row was written`)
      append(entity, String(row['id']), null, imageOf(entity, row), reason)
    },
    update: ({ entity, sql, params, before, reason }) => {
      const after = db.get<Row>(sql, params)
      if (after === undefined) throw new Error(`no ${entity} row was written`)
      append(entity, String(after['id']), imageOf(entity, before), imageOf(entity, after), reason)
      return after
    },
    keep: (sql, params) => {
      db.run(sql, params)
    },
    rememberAnswer: (key, inputHash, answer) => {
      db.run(
        'INSERT INTO command_key (key, request, input_hash, answer) VALUES (@key, @request, @inputHash, @answer)',
        {
          key,
          request: command.request,
          inputHash,
          answer,
        },
      )
    },
  }
  // The brand has no value at run time: it marks that a transaction is under way.
  return parts as WriteDb
}

const appendSql = `INSERT INTO change
  (seq, device, device_seq, at, actor_name, role, request, entity, entity_id, before, after, reason, previous_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function changeOf(row: ChangeRow): Change {
  const before = parseImage(row.before)
  const after = parseImage(row.after)
  return {
    seq: row.seq,
    device: row.device,
    deviceSeq: row.device_seq,
    at: row.at,
    actorName: row.actor_name,
    role: row.role,
    request: row.request,
    entity: row.entity,
    entityId: row.entity_id,
    title: titleOf(row.entity, after ?? before ?? {}),
    before,
    after,
    reason: row.reason,
    hash: row.hash,
  }
}

function parseImage(image: string | null): Record<string, unknown> | null {
  return image === null ? null : (JSON.parse(image) as Record<string, unknown>)
}

function titleOf(entity: Entity, image: Record<string, unknown>): string {
  const names: Partial<Record<Entity, string>> = {
    payment: 'payee',
    citation: 'section',
    discrepancy: 'text',
    progress_report: 'as_of',
    budget_version: 'approval_no',
    contract_change: 'title',
    progress_value: 'month',
    fund_entry: 'entered_on',
    period_close: 'month',
    rule: 'basis',
  }
  const title = image[names[entity] ?? 'name']
  return typeof title === 'string' ? title : ''
}
