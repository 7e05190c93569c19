import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importPayments, syntheticPayments } from '../bench/generate.ts'
import { openPlans, somePayment } from '../fixture/temporaryLibrary.ts'
import { copyLog } from './batch.ts'

/** More than the thousand pages at which SQLite copies by itself. */
const payments = [...syntheticPayments(6000)]

test('a batch is durable in the log when it is answered, and copied into the file in a quiet moment', async () => {
  const { db, file, ask } = await openPlans()
  const before = statSync(file).size
  await importPayments(db, payments)
  expect(statSync(file).size).toBe(before)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(3_000_000)
  expect(await ask('listPayments', {})).toMatchObject({ total: 6000 })
  copyLog(db)
  expect(statSync(file).size).toBeGreaterThan(before + 3_000_000)
})

test('where no quiet moment came, the next save copies it', async () => {
  const { db, file, ask } = await openPlans()
  const before = statSync(file).size
  await importPayments(db, payments)
  await ask('recordPayment', somePayment({ paidOn: '2026-01-05' }))
  expect(statSync(file).size).toBeGreaterThan(before + 3_000_000)
})
