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
    db.sqlite.exec('COMMIT')
    return result
  } finally {
    if (db.sqlite.inTransaction) db.sqlite.exec('ROLLBACK')
  }
}
