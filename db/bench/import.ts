import { execFileSync } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import type { Payment } from '../domain/payment.ts'
import { copyLog } from '../store/batch.ts'
import type { Connection } from '../store/database.ts'
import { emptySynthetic, importPayments, syntheticPayments } from './generate.ts'
import { print, summary, timeOf } from './measure.ts'

const count = 100_000

const runs = 5

/**
 * Parsed rows into table, indexes, sums and chain, against `sqlite3 .import` of the same rows, interleaved. The floor has
 * its rows in the file itself: so must these, though a person is answered before the log is copied.
 */
export async function benchImport(): Promise<boolean> {
  const payments = [...syntheticPayments(count)]
  const csv = new URL('../../out/bench/rows.csv', import.meta.url).pathname
  const bare = new URL('../../out/bench/bare.db', import.meta.url).pathname
  writeFileSync(csv, csvOf(payments))
  const columns = Object.keys(payments[0] ?? {}).join(', ')
  const imports: number[] = []
  const durable: number[] = []
  const floors: number[] = []
  let bytes = 0
  for (let run = 0; run < runs; run += 1) {
    const db = await emptySynthetic('import')
    const start = performance.now()
    await importPayments(db, payments)
    durable.push(performance.now() - start)
    copyLog(db)
    imports.push(performance.now() - start)
    bytes = bytesBesideChain(db)
    db.sqlite.close()
    rmSync(bare, { force: true })
    const commands = [`CREATE TABLE payment (${columns})`, '.mode csv', `.import ${csv} payment`]
    floors.push(timeOf(() => execFileSync('sqlite3', [bare, ...commands])))
  }
  const bareBytes = statSync(bare).size
  rmSync(csv)
  rmSync(bare)

  const took = summary(imports)
  const floor = summary(floors)
  const ratio = took.median / floor.median
  const isFast = print({
    id: 'import',
    what: `${String(count)} parsed rows into all tables and the chain, the log copied into the file; durable and answered after ${String(Math.round(summary(durable).median))} ms`,
    median: took.median,
    p95: took.p95,
    floor: floor.median,
    ratio,
    target: '≤ 6 × sqlite3 .import; ≤ 2.5 s',
    runs,
    isMet: ratio <= 6 && took.median <= 2500,
  })
  const size = bytes / bareBytes
  const isSmall = print({
    id: 'size',
    what: 'bytes of 100k payments, indexes and sums (change rows apart), to the bare table',
    median: bytes,
    p95: bytes,
    floor: bareBytes,
    ratio: size,
    target: '≤ 2.2 ×',
    runs: 1,
    isMet: size <= 2.2,
  })
  return isFast && isSmall
}

function csvOf(payments: readonly Payment[]) {
  return payments
    .map((payment) =>
      Object.values(payment)
        .map((cell) => cell ?? '')
        .join(','),
    )
    .join('\n')
}

function bytesBesideChain(db: Connection): number {
  const tables = db.all<{ name: string; bytes: number }>(
    'SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name',
  )
  return tables
    .filter(({ name }) => !/^(change|sqlite_autoindex_change)/.test(name))
    .reduce((sum, { bytes }) => sum + bytes, 0)
}
