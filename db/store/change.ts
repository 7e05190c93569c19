import { hash as digest } from 'node:crypto'
import type { Actor } from '../domain/actor.ts'
import type { Entity, RemovableEntity } from '../domain/change.ts'
import { chainEnd, imageOf, type Link } from './chain.ts'
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
  /** The same for many rows of one table, which costs less for each than one by one. */
  readonly insertAll: (change: {
    readonly entity: Entity
    readonly sql: string
    readonly rows: readonly NewRow[]
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

export interface NewRow {
  readonly row: Row
  readonly reason: string | null
}

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

/**
 * Links the changes of one command to the chain, inside its transaction, each when the next one comes; `finish` links
 * the last one, with the receipt.
 */
export function writer(
  db: Connection,
  command: Command,
): { readonly parts: WriteDb; readonly finish: () => void } {
  const append = chainEnd(db, command)
  let last: Link | null = null
  let receipt: Receipt | null = null
  let isTrial = false
  const link = (...links: readonly Link[]) => {
    const newest = links.at(-1)
    if (newest === undefined) return
    append([...(last === null ? [] : [last]), ...links.slice(0, -1)])
    last = newest
  }
  const parts: Omit<WriteDb, typeof canWrite> = {
    get: db.get,
    all: db.all,
    each: db.each,
    command,
    insert: ({ entity, sql, row, reason = null }) => {
      if (db.run(sql, row) !== 1) throw new Error(`no ${entity} row was written`)
      link(linkOf(entity, row, null, imageOf(entity, row), reason))
    },
    insertAll: ({ entity, sql, rows }) => {
      const written = db.insertRows(
        sql,
        rows.map(({ row }) => row),
      )
      if (written !== rows.length) throw new Error(`not every ${entity} row was written`)
      link(...rows.map(({ row, reason }) => linkOf(entity, row, null, imageOf(entity, row), reason)))
    },
    update: ({ entity, sql, params, before, reason }) => {
      const after = db.get<Row>(sql, params)
      if (after === undefined) throw new Error(`no ${entity} row was written`)
      link(linkOf(entity, after, imageOf(entity, before), imageOf(entity, after), reason))
      return after
    },
    remove: ({ entity, sql, params, reason }) => {
      const before = db.get<Row>(sql, params)
      if (before === undefined) throw new Error(`no ${entity} row was removed`)
      link(linkOf(entity, before, imageOf(entity, before), null, reason))
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
    append([receipt === null ? last : keepReceipt(db, command.request, receipt, last)])
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

function linkOf(
  entity: Entity,
  row: Row,
  before: string | null,
  after: string | null,
  reason: string | null,
): Link {
  return {
    entity,
    entity_id: String(row['id']),
    before,
    after,
    reason,
    idempotency_key: null,
    receipt_hash: null,
  }
}
