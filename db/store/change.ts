import { createHash } from 'node:crypto'
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
  /** Runs one INSERT/UPDATE … RETURNING * on a business table and appends its change to the chain. */
  write(change: {
    readonly entity: Entity
    readonly sql: string
    readonly params: Params
    readonly before?: Row | null
    readonly reason?: string | null
  }): Row
  /** Remembers what the command answered, for its idempotency key. */
  rememberAnswer(key: string, inputHash: string, answer: string): void
}
type Params = Readonly<Record<string, string | number | null>>
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
export function imageOf(row: Row): string {
  const names = Object.keys(row).toSorted()
  return JSON.stringify(
    row,
    names.filter((name) => row[name] !== null),
  )
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
  return createHash('sha256').update(text).digest('hex')
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
    db.get<{ last: number | null }>('SELECT max(device_seq) AS last FROM change WHERE device = @device', {
      device: command.device,
    })?.last ?? 0
  const parts: Omit<WriteDb, typeof canWrite> = {
    get: db.get,
    all: db.all,
    each: db.each,
    command,
    write: ({ entity, sql, params, before = null, reason = null }) => {
      const after = db.get<Row>(sql, params)
      if (after === undefined) throw new Error(`no ${entity} row was written`)
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
        entity_id: String(after['id']),
        before: before === null ? null : imageOf(before),
        after: imageOf(after),
        reason,
        previous_hash: hash,
      }
      hash = hashOf(entry)
      db.run(appendSql, { ...entry, hash })
      return after
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
  VALUES (@seq, @device, @device_seq, @at, @actor_name, @role, @request, @entity, @entity_id, @before, @after, @reason, @previous_hash, @hash)`

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
  }
  const title = image[names[entity] ?? 'name']
  return typeof title === 'string' ? title : ''
}
