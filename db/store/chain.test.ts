import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { syntheticPayments } from '../bench/generate.ts'
import type { Payment } from '../domain/payment.ts'
import { finance, openPlans } from '../fixture/temporaryLibrary.ts'
import { hashOf, imageOf } from './chain.ts'
import { writeCommand } from './change.ts'
import type { Connection } from './database.ts'
import { insertPayments } from './payment.ts'

const text = fc.string({ unit: 'binary' })
const textOrNone = fc.option(text)
const link = fc.record({
  seq: fc.nat(),
  device: text,
  device_seq: fc.nat(),
  at: text,
  actor_name: text,
  role: fc.constantFrom('finance' as const, null),
  request: text,
  entity: fc.constant('payment' as const),
  entity_id: text,
  before: textOrNone,
  after: textOrNone,
  reason: textOrNone,
  idempotency_key: textOrNone,
  receipt_hash: textOrNone,
  previous_hash: text,
})

test('the hash of a change is the SHA-256 of its columns as a JSON array, whatever a person typed', () => {
  fc.assert(
    fc.property(link, (row) => {
      const columns = [
        ...[row.seq, row.device, row.device_seq, row.at, row.actor_name, row.role, row.request, row.entity],
        ...[row.entity_id, row.before, row.after, row.reason, row.idempotency_key, row.receipt_hash],
        row.previous_hash,
      ]
      expect(hashOf(row)).toBe(createHash('sha256').update(JSON.stringify(columns)).digest('hex'))
    }),
  )
})

test('the image of a row is JSON of its filled columns in alphabetical order, whatever a person typed', () => {
  fc.assert(
    fc.property(fc.option(fc.integer()), textOrNone, text, (amount, memo, payee) => {
      const filled = Object.entries({ amount, memo, payee }).filter(([, value]) => value !== null)
      expect(imageOf('payment', { payee, memo, amount })).toBe(JSON.stringify(Object.fromEntries(filled)))
    }),
  )
})

test('a row with as many other columns than the one before has an image of its own', () => {
  expect(imageOf('payment', { payee: '甲', memo: '乙' })).toBe('{"memo":"乙","payee":"甲"}')
  expect(imageOf('payment', { payee: '甲', purpose: '丙' })).toBe('{"payee":"甲","purpose":"丙"}')
})

test('many payments entered at once leave the rows, the sums and the chain that one by one would', async () => {
  const { db } = await openPlans()
  for (const count of [2, 25, 26, 60, 520]) {
    const mixed = [...syntheticPayments(count)]
    const withoutMemos = mixed.map((payment): Payment => ({ ...payment, memo: null, voucherNo: null }))
    for (const payments of [mixed, withoutMemos]) {
      const atOnce = left(db, [payments])
      const oneByOne = left(
        db,
        payments.map((payment) => [payment]),
      )
      expect(atOnce).toEqual(oneByOne)
      expect(atOnce.payments).toHaveLength(count)
    }
  }
})

test('a block in which one payment breaks the table leaves none of it', async () => {
  const { db } = await openPlans()
  const payments = [...syntheticPayments(40)].map((payment, index) =>
    index === 17 ? { ...payment, amountFen: 0 } : payment,
  )
  expect(() => left(db, [payments])).toThrow('CHECK constraint failed')
  expect(contentOf(db).payments).toEqual([])
})

/** What the books hold after one command that enters these, which is then taken back. */
function left(db: Connection, entries: readonly (readonly Payment[])[]) {
  db.sqlite.exec('BEGIN')
  try {
    writeCommand(
      db,
      { request: 'test', actor: finance, device: 'test', at: '2026-03-10T00:00:00.000Z' },
      (write) => {
        for (const payments of entries) insertPayments(write, payments)
      },
    )
    return contentOf(db)
  } finally {
    db.sqlite.exec('ROLLBACK')
  }
}

function contentOf(db: Connection) {
  return {
    payments: db.all('SELECT * FROM payment ORDER BY rowid'),
    changes: db.all('SELECT * FROM change ORDER BY seq'),
    months: db.all('SELECT * FROM paid_by_month ORDER BY project_id, month'),
    payees: db.all('SELECT * FROM payee ORDER BY name'),
  }
}
