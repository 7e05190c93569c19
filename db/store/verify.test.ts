import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openPlans, plansFile, somePayment } from '../fixture/temporaryLibrary.ts'

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
