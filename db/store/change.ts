import { hash as digest } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { Change, Entity, RemovableEntity } from '../domain/change.ts'
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
  /** Runs one DELETE … RETURNING * of a row that may be taken out (`removableEntities`); its last image stays in the chain. */
  readonly remove: (change: {
    readonly entity: RemovableEntity
    readonly sql: string
    readonly params: Row
    readonly reason: string | null
  }) => void
  /** Runs a statement on a table that holds no business rows: the kept sums. */
  readonly keep: (sql: string, params: Row) => void
  /** Says that the command only tries out what it would do: the one case in which writing nothing is no error. */
  readonly writeNothing: () => void
  /** Remembers what the command answered, for its idempotency key; the chain holds a hash of it. */
  readonly rememberAnswer: (receipt: Receipt) => void
}

export interface Receipt {
  readonly key: string
  readonly inputHash: string
  readonly answer: string
}

export type Row = Readonly<Record<string, string | number | null>>

export const genesisHash = '0'.repeat(64)

/** One transaction, durable when it returns; on any throw nothing is written, neither rows nor chain. */
export function writeCommand<Result>(
  db: Connection,
  command: Command,
  work: (db: WriteDb) => Result,
): Result {
  return db.sqlite
    .transaction(() => {
      const { parts, finish } = writer(db, command)
      const result = work(parts)
      finish()
      return result
    })
    .immediate()
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
  readonly idempotency_key: string | null
  readonly receipt_hash: string | null
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
    row.idempotency_key,
    row.receipt_hash,
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

/** SHA-256 over what is kept for an idempotency key. */
export function receiptHashOf(request: string, { key, inputHash, answer }: Receipt): string {
  return digest('sha256', JSON.stringify([key, request, inputHash, answer]), 'hex')
}

/** The stored answer of a key, or undefined when the key was never used. */
export function answerOfKey(db: ReadDb, key: string) {
  return db.get<{ request: string; input_hash: string; answer: string }>(
    'SELECT request, input_hash, answer FROM command_key WHERE key = @key',
    { key },
  )
}

type Link = Omit<ChangeRow, 'seq' | 'device_seq' | 'previous_hash' | 'hash'>

/**
 * Links the changes of one command to the chain, inside its transaction, each when the next one comes; `finish` links
 * the last one, with the receipt.
 */
export function writer(
  db: Connection,
  command: Command,
): { readonly parts: WriteDb; readonly finish: () => void } {
  const append = chainEnd(db, command.device)
  let last: Link | null = null
  let receipt: Receipt | null = null
  let isTrial = false
  const link = (
    entity: Entity,
    id: string,
    before: string | null,
    after: string | null,
    reason: string | null,
  ) => {
    if (last !== null) append(last)
    last = {
      device: command.device,
      at: command.at,
      actor_name: command.actor?.name ?? '',
      role: command.actor?.role ?? null,
      request: command.request,
      entity,
      entity_id: id,
      before,
      after,
      reason,
      idempotency_key: null,
      receipt_hash: null,
    }
  }
  const parts: Omit<WriteDb, typeof canWrite> = {
    get: db.get,
    all: db.all,
    each: db.each,
    command,
    insert: ({ entity, sql, row, reason = null }) => {
      if (db.run(sql, row) !== 1) throw new Error(`no ${entity} row was written`)
      link(entity, String(row['id']), null, imageOf(entity, row), reason)
    },
    update: ({ entity, sql, params, before, reason }) => {
      const after = db.get<Row>(sql, params)
      if (after === undefined) throw new Error(`no ${entity} row was written`)
      link(entity, String(after['id']), imageOf(entity, before), imageOf(entity, after), reason)
      return after
    },
    remove: ({ entity, sql, params, reason }) => {
      const before = db.get<Row>(sql, params)
      if (before === undefined) throw new Error(`no ${entity} row was removed`)
      link(entity, String(before['id']), imageOf(entity, before), null, reason)
    },
    keep: (sql, params) => {
      db.run(sql, params)
    },
    writeNothing: () => {
      isTrial = true
    },
    rememberAnswer: (given) => {
      receipt = given
    },
  }
  const finish = () => {
    if (last === null && isTrial) return
    if (last === null) throw new Error(`${command.request} changed nothing`)
    append(receipt === null ? last : keepReceipt(db, command.request, receipt, last))
  }
  // The brand has no value at run time: it marks that a transaction is under way.
  return { parts: parts as WriteDb, finish }
}

function keepReceipt(db: Connection, request: string, receipt: Receipt, last: Link): Link {
  const { key, inputHash, answer } = receipt
  db.run('INSERT INTO command_key (key, request, input_hash, answer) VALUES (?, ?, ?, ?)', [
    key,
    request,
    inputHash,
    answer,
  ])
  return { ...last, idempotency_key: key, receipt_hash: receiptHashOf(request, receipt) }
}

/** Appends to the chain, its end looked up once. */
function chainEnd(db: Connection, device: string): (link: Link) => void {
  let end: { seq: number; hash: string; deviceSeq: number } | null = null
  return (link) => {
    const { seq, hash, deviceSeq } = end ?? { ...headOf(db), deviceSeq: lastOfDevice(db, device) }
    const entry = { ...link, seq: seq + 1, device_seq: deviceSeq + 1, previous_hash: hash }
    end = { seq: entry.seq, hash: hashOf(entry), deviceSeq: entry.device_seq }
    // By position: naming sixteen values costs as much as the insert itself.
    db.run(appendSql, [
      entry.seq,
      link.device,
      entry.device_seq,
      link.at,
      link.actor_name,
      link.role,
      link.request,
      link.entity,
      link.entity_id,
      link.before,
      link.after,
      link.reason,
      link.idempotency_key,
      link.receipt_hash,
      entry.previous_hash,
      end.hash,
    ])
  }
}

function lastOfDevice(db: ReadDb, device: string): number {
  const sql = 'SELECT device_seq AS last FROM change WHERE device = @device ORDER BY seq DESC LIMIT 1'
  return db.get<{ last: number }>(sql, { device })?.last ?? 0
}

const appendSql = `INSERT INTO change
  (seq, device, device_seq, at, actor_name, role, request, entity, entity_id, before, after, reason, idempotency_key,
    receipt_hash, previous_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
