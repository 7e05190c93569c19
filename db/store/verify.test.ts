import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { randomNumbers } from '../bench/generate.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { askable, openPlans, plansFile, somePayment, temporaryFolder } from '../fixture/temporaryLibrary.ts'
import { openLibrary } from '../library.ts'
import { type ChangeRow, hashOf } from './chain.ts'
import type { Connection } from './database.ts'

describe('校验账本', () => {
  test('an honest library is sound', async () => {
    const { ask } = await openPlans()
    await ask('recordPayment', somePayment())
    const found = await ask('verifyLibrary', {})
    expect(found).toMatchObject({ isSound: true, faultCount: 0, changeCount: 142 })
    expect(found.headHash).toBe((await ask('getLibrary', {})).headHash)
  })

  test.each([
    ['an amount altered', 'UPDATE payment SET amount_fen = amount_fen + 1', 'rowAltered'],
    ['an entry deleted', 'DELETE FROM payment', 'rowMissing'],
    [
      'a plan figure repaired',
      `UPDATE plan SET published_total_fen = 80758260000 WHERE id = 'pengjiang-14-5'`,
      'rowAltered',
    ],
    [
      'an unknown amount made zero point zero one',
      `UPDATE project SET amount_fen = 1 WHERE id = 'pj-cdc'`,
      'rowAltered',
    ],
    [
      'an entry slipped in',
      `INSERT INTO payment (id, project_id, paid_on, amount_fen, payee, purpose, recorded_at, actor_name)
        SELECT 'x', project_id, paid_on, 5, payee, purpose, recorded_at, actor_name FROM payment`,
      'rowUnrecorded',
    ],
    ['a change rewritten', `UPDATE change SET actor_name = '别人' WHERE seq = 142`, 'chainBroken'],
    ['a change removed', 'DELETE FROM change WHERE seq = 100', 'chainGap'],
    ['a kept sum altered', 'UPDATE paid_by_month SET paid_fen = paid_fen + 1', 'summaryWrong'],
    ['a payee count altered', 'UPDATE payee SET payment_count = 9', 'summaryWrong'],
    ['a rule of the schema removed', 'DROP INDEX payment_reverses', 'schemaAltered'],
    ['a project gone under its payments', `DELETE FROM project WHERE id = 'pj-hetang'`, 'referenceBroken'],
  ])('%s behind the app is reported', async (_, sql, kind) => {
    const { ask, db } = await openPlans()
    await ask('recordPayment', somePayment())
    asIntruder(db.sqlite, sql)
    const found = await ask('verifyLibrary', {})
    expect(found.isSound).toBe(false)
    expect(found.faults.map((fault) => fault.kind)).toContain(kind)
  })

  test.each([
    [
      'a posted payment edited by a rightly hashed second link',
      (db: Connection) => {
        forge(db, { before: '{}', after: `(SELECT after FROM change WHERE seq = 142)` })
      },
      'chainBroken',
    ],
    [
      'a payment begun twice',
      (db: Connection) => {
        forge(db, { before: null, after: `(SELECT after FROM change WHERE seq = 142)` })
      },
      'chainBroken',
    ],
    [
      'a kept answer forged',
      (db: Connection) => asIntruder(db.sqlite, `UPDATE command_key SET answer = '{}'`),
      'receiptAltered',
    ],
    [
      'a kept key removed',
      (db: Connection) => asIntruder(db.sqlite, 'DELETE FROM command_key'),
      'receiptAltered',
    ],
    [
      'a kept key slipped in',
      (db: Connection) =>
        asIntruder(db.sqlite, `INSERT INTO command_key VALUES ('x', 'recordPayment', '', '{}')`),
      'receiptAltered',
    ],
    [
      'the image of a record made unreadable',
      (db: Connection) => asIntruder(db.sqlite, `UPDATE change SET after = 'x' WHERE seq = 142`),
      'chainBroken',
    ],
    [
      'the mark of the file changed',
      (db: Connection) => {
        db.sqlite.pragma('application_id = 7')
      },
      'schemaAltered',
    ],
  ])('%s is reported', async (_, tamper, kind) => {
    const { ask, db } = await openPlans()
    await ask('recordPayment', somePayment())
    tamper(db)
    expect((await ask('verifyLibrary', {})).faults.map((fault) => fault.kind)).toContain(kind)
  })

  test('entries put in another order are reported', async () => {
    const { ask, db } = await openPlans()
    await ask('recordPayment', somePayment())
    await ask('recordPayment', somePayment())
    asIntruder(db.sqlite, 'UPDATE payment SET rowid = 100 WHERE rowid = 1')
    expect((await ask('verifyLibrary', {})).faults).toMatchObject([{ kind: 'rowAltered', detail: 'order' }])
  })

  test('one flipped bit that changes what is kept is refused or reported', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder()
    const file = await plansFile(folder)
    const honest = askable(file, openLibrary(file, folder, new Date()))
    for (let index = 0; index < 20; index += 1) await honest.ask('recordPayment', somePayment())
    const content = contentOf(honest.db)
    honest.close()
    const bytes = readFileSync(file)
    const random = randomNumbers(7)
    for (let flip = 0; flip < 150; flip += 1) {
      const copy = Buffer.from(bytes)
      const at = 100 + random(bytes.length - 100)
      copy.writeUInt8(copy.readUInt8(at) ^ (1 << random(8)), at)
      const damaged = join(folder, `flip-${String(flip)}.cpt`)
      writeFileSync(damaged, copy)
      expect(await isTold(damaged, folder, content), `bit in byte ${String(at)}`).toBe(true)
    }
  })

  test('what was altered is named field by field', async () => {
    const { ask, db } = await openPlans()
    const payment = await ask('recordPayment', somePayment({ amountFen: 700 }))
    asIntruder(db.sqlite, 'UPDATE payment SET amount_fen = 900')
    const fault = (await ask('verifyLibrary', {})).faults.find(({ kind }) => kind === 'rowAltered')
    expect(fault).toMatchObject({ entity: 'payment', entityId: payment.id, detail: 'amount_fen: 700 → 900' })
  })
})

test('the app itself cannot edit or delete a posted entry or the chain', async () => {
  const { ask, db } = await openPlans()
  await ask('recordPayment', somePayment())
  for (const sql of [
    'UPDATE payment SET memo = NULL',
    'DELETE FROM payment',
    'UPDATE change SET reason = NULL',
    'DELETE FROM change',
  ]) {
    expect(() => db.sqlite.exec(sql)).toThrow(/immutable|never deleted|append-only/)
  }
})

test('each connection keeps its books durable, and the file is private', async () => {
  const { db } = await openPlans()
  expect(db.sqlite.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a file written by the app opens in plain SQLite', async () => {
  const plain = new Database(await plansFile(), { readonly: true })
  expect(plain.prepare('SELECT count(*) FROM project').pluck().get()).toBe(26)
  plain.close()
})

/** Refused on opening, or reported, or nothing of what is kept was changed (a byte that no row uses). */
async function isTold(file: string, folder: string, content: string): Promise<boolean> {
  try {
    const { answer, db, close } = askable(file, openLibrary(file, folder, new Date()))
    const found = await answer('verifyLibrary', {})
    const isReported = !found.ok || !(found.value as { isSound: boolean }).isSound
    const isUnchanged = isReported || contentOf(db) === content
    close()
    return isUnchanged
  } catch (error) {
    return error instanceof RuleBroken
  }
}

function contentOf(db: Connection): string {
  const tables = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  return JSON.stringify(tables.map(({ name }) => db.sqlite.prepare(`SELECT * FROM ${name}`).all()))
}

/** A link with a right hash, as somebody would write who knows how the chain is made. */
function forge(db: Connection, link: { readonly before: string | null; readonly after: string }) {
  const last = db.get<ChangeRow>('SELECT * FROM change ORDER BY seq DESC LIMIT 1')
  if (last === undefined) throw new Error('no chain')
  const after = db.get<{ text: string }>(`SELECT ${link.after} AS text`)?.text ?? ''
  const { hash, ...entry } = last
  const forged = {
    ...entry,
    seq: last.seq + 1,
    device_seq: last.device_seq + 1,
    before: link.before,
    after,
    idempotency_key: null,
    receipt_hash: null,
    previous_hash: hash,
  }
  const row = { ...forged, hash: hashOf(forged) }
  db.run(
    `INSERT INTO change (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map((name) => `@${name}`)
      .join(', ')})`,
    row,
  )
}

/** Somebody with the file and a SQLite shell: the triggers are dropped and put back. */
function asIntruder(sqlite: Database.Database, sql: string) {
  sqlite.pragma('foreign_keys = OFF')
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER ${name}`)
  sqlite.exec(sql)
  for (const trigger of triggers) sqlite.exec(trigger.sql)
  sqlite.pragma('foreign_keys = ON')
}
