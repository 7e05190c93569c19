import { execFileSync } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { schemaOf } from '../store/migrate.ts'
import { emptySynthetic, importPayments, syntheticPayments } from './generate.ts'
import { print, timeOf } from './measure.ts'

const count = 100_000

/** Parsed rows into table, indexes, sums and chain, against `sqlite3 .import` of the same rows into the bare table. */
export async function benchImport(): Promise<boolean> {
  const payments = [...syntheticPayments(count)]
  const db = await emptySynthetic('import')
  const took = timeOf(() => importPayments(db, payments))
  const bytes = sizesOf(
    db.all<{ name: string; bytes: number }>('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name'),
  )
  if (!schemaOf(db).includes('payment')) throw new Error('no schema')
  db.sqlite.close()

  const csv = new URL('../../out/bench/rows.csv', import.meta.url).pathname
  const bare = new URL('../../out/bench/bare.db', import.meta.url).pathname
  rmSync(bare, { force: true })
  writeFileSync(
    csv,
    payments
      .map((payment) =>
        Object.values(payment)
          .map((cell) => cell ?? '')
          .join(','),
      )
      .join('\n'),
  )
  const columns = Object.keys(payments[0] ?? {}).join(', ')
  const floor = timeOf(() =>
    execFileSync('sqlite3', [
      bare,
      `CREATE TABLE payment (${columns})`,
      '.mode csv',
      `.import ${csv} payment`,
    ]),
  )
  const bareBytes = statSync(bare).size
  rmSync(csv)
  rmSync(bare)

  const ratio = took / floor
  const isFast = print({
    id: 'import',
    what: `${String(count)} parsed rows into all tables and the chain`,
    median: took,
    p95: took,
    floor,
    ratio,
    target: '≤ 6 × sqlite3 .import; ≤ 2.5 s',
    runs: 1,
    isMet: ratio <= 6 && took <= 2500,
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

function sizesOf(tables: readonly { readonly name: string; readonly bytes: number }[]) {
  return tables
    .filter(({ name }) => !/^(change|sqlite_autoindex_change)/.test(name))
    .reduce((sum, { bytes }) => sum + bytes, 0)
}
