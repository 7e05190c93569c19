import { type Command, type WriteDb, writer } from './change.ts'
import type { Connection } from './database.ts'
import type { Step } from './verify.ts'

/** writeCommand for work that takes long: it tells how far it is. Whoever stops it early leaves nothing written. */
export async function* writeBatch<Result>(
  db: Connection,
  command: Command,
  work: (db: WriteDb) => Generator<Step, Result> | AsyncGenerator<Step, Result>,
): AsyncGenerator<Step, Result> {
  db.sqlite.exec('BEGIN IMMEDIATE')
  try {
    const { parts, finish } = writer(db, command)
    const result = yield* work(parts)
    finish()
    commitToLog(db)
    return result
  } finally {
    if (db.sqlite.inTransaction) db.sqlite.exec('ROLLBACK')
  }
}

/**
 * Durable as ever, but the log is not copied into the file at once, which takes as long again as writing it: that waits
 * for a quiet moment (copyLog), and comes with the next save at the latest.
 */
function commitToLog(db: Connection) {
  const pages = Number(db.sqlite.pragma('wal_autocheckpoint', { simple: true }))
  db.sqlite.pragma('wal_autocheckpoint = 0')
  try {
    db.sqlite.exec('COMMIT')
  } finally {
    db.sqlite.pragma(`wal_autocheckpoint = ${String(pages)}`)
  }
}

/** Copies what commands left in the log into the file. */
export function copyLog(db: Connection): void {
  db.sqlite.pragma('wal_checkpoint(PASSIVE)')
}
