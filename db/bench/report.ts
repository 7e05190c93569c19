import { connect } from '../store/database.ts'
import { paidByMonth } from '../store/paymentPage.ts'
import { syntheticLibrary } from './generate.ts'
import { print, timesOf } from './measure.ts'

const everything = { projectId: undefined, planId: undefined, from: undefined, to: undefined }

/** Paid by project × month from the kept sums; the million against the hundred thousand; equal to a recomputation. */
export async function benchReport(): Promise<boolean> {
  const small = await measured(100_000)
  const large = await measured(1_000_000)
  const ratio = large.times.median / small.times.median
  const isMet = small.isEqual && large.isEqual && large.times.p95 <= 20 && ratio <= 1.5
  return print({
    id: 'report',
    what: `paid by 20 projects × 62 months at 1M; recomputed ${large.recomputeMs.toFixed(0)} ms, equal ${String(large.isEqual)}`,
    median: large.times.median,
    p95: large.times.p95,
    floor: small.times.median,
    ratio,
    target: 'p95 ≤ 20 ms; 1M / 100k ≤ 1.5; equal to a recomputation',
    runs: large.times.runs,
    isMet,
  })
}

async function measured(count: number) {
  const db = connect(await syntheticLibrary(count))
  const times = timesOf(200, () => paidByMonth(db, everything))
  const start = performance.now()
  const truth = db.all(
    `SELECT project_id AS projectId, substr(paid_on, 1, 7) AS month, sum(amount_fen) AS paidFen, count(*) AS paymentCount
      FROM payment GROUP BY 1, 2 ORDER BY 2, 1`,
  )
  const recomputeMs = performance.now() - start
  const isEqual = JSON.stringify(truth) === JSON.stringify(paidByMonth(db, everything))
  db.sqlite.close()
  return { times, isEqual, recomputeMs }
}
