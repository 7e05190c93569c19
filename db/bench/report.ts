import { z } from 'zod'
import { type Serving, serve } from '../serve.ts'
import { type Connection, connect, type ReadDb } from '../store/database.ts'
import { bookLibrary } from './bookLibrary.ts'
import { print, summary, type Times } from './measure.ts'

const today = '2026-03-10T08:00:00'
const runs = 60

/**
 * What reads the kept sums: the four books by project, by project × month, and paid by project × month. A million
 * payments against a hundred thousand, and equal to what the raw rows add up to.
 */
export async function benchReport(): Promise<boolean> {
  const [small, large] = [connect(await bookLibrary(100_000)), connect(await bookLibrary(1_000_000))]
  let isMet = true
  for (const name of reports) {
    const isEqual = [await equalsRows(small, name), await equalsRows(large, name)].every(Boolean)
    const both = { small: [] as number[], large: [] as number[] }
    // In turn: what slows the one slows the other.
    for (let run = -5; run < runs; run += 1) {
      const times = { small: await timeOf(small, name, {}), large: await timeOf(large, name, {}) }
      if (run < 0) continue
      both.small.push(times.small)
      both.large.push(times.large)
    }
    const floor = summary(both.small).median
    const times = summary(both.large)
    const ratio = times.median / floor
    isMet =
      print({
        id: 'report',
        what: `${name} over 20 projects × 62 months at 1M payments; equal to a recomputation: ${String(isEqual)}`,
        median: times.median,
        p95: times.p95,
        floor,
        ratio,
        target: 'p95 ≤ 20 ms; 1M / 100k ≤ 1.5; equal to a recomputation',
        runs,
        isMet: isEqual && times.p95 <= 20 && ratio <= 1.5,
      }) && isMet
  }
  small.sqlite.close()
  large.sqlite.close()
  return isMet
}

/** What the first screen and the money screens ask for at 100k payments, each of a contract, a 科目 and a source. */
export async function benchAlerts(): Promise<boolean> {
  const db = connect(await bookLibrary(100_000))
  const asked = [
    ['listAlerts', { state: 'all', pageSize: 100 }],
    ['cashPlan', { year: 2026, pageSize: 100 }],
    ['earnedValue', { projectId: 'pj-hetang' }],
    ['planSummary', { planId: 'pengjiang-14-5' }],
    ['listContracts', { pageSize: 100 }],
  ] as const
  let isMet = true
  for (const [name, input] of asked) {
    const times = await timesOf(db, name, input)
    isMet =
      print({
        id: 'alerts',
        what: `${name} at 100,000 payments and 200 contracts`,
        median: times.median,
        p95: times.p95,
        floor: null,
        ratio: null,
        target: 'median ≤ 100 ms',
        runs,
        isMet: times.median <= 100,
      }) && isMet
  }
  db.sqlite.close()
  return isMet
}

const reports = ['fourBooks', 'booksByMonth', 'paidByMonth'] as const
type Report = (typeof reports)[number]

async function equalsRows(db: Connection, name: Report): Promise<boolean> {
  return JSON.stringify(sumsOf[name](await ask(db, name, {}))) === JSON.stringify(rawSums(db)[name])
}

/** The same figures from the raw rows, by another way than the reports take. */
function rawSums(db: ReadDb): Readonly<Record<Report, unknown>> {
  const contracts = `(SELECT project_id, substr(signed_on, 1, 7) AS month, amount_fen FROM contract UNION ALL
    SELECT contract.project_id, substr(change.approved_on, 1, 7), change.amount_fen
      FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved')`
  const done = `(SELECT contract.project_id, value.month, value.amount_fen
    FROM progress_value AS value JOIN contract ON contract.id = value.contract_id)`
  const paid = `(SELECT project_id, substr(paid_on, 1, 7) AS month, amount_fen FROM payment)`
  const byMonth = db.all<MonthSums>(
    `SELECT project_id AS projectId, month, sum(contract) AS contractFen, sum(done) AS doneFen, sum(paid) AS paidFen FROM (
        SELECT project_id, month, amount_fen AS contract, 0 AS done, 0 AS paid FROM ${contracts}
        UNION ALL SELECT project_id, month, 0, amount_fen, 0 FROM ${done}
        UNION ALL SELECT project_id, month, 0, 0, amount_fen FROM ${paid}
      ) GROUP BY project_id, month ORDER BY month, project_id`,
  )
  const whole = (book: 'contractFen' | 'doneFen' | 'paidFen') =>
    byMonth.reduce((sum, row) => sum + row[book], 0)
  return {
    booksByMonth: byMonth,
    fourBooks: [whole('contractFen'), whole('doneFen'), whole('paidFen')],
    paidByMonth: byMonth
      .filter(({ paidFen }) => paidFen !== 0)
      .map(({ projectId, month, paidFen }) => ({ projectId, month, paidFen })),
  }
}

const monthSums = z.object({
  projectId: z.string(),
  month: z.string(),
  contractFen: z.int(),
  doneFen: z.int(),
  paidFen: z.int(),
})
type MonthSums = z.infer<typeof monthSums>

const sumsOf: Readonly<Record<Report, (answer: unknown) => unknown>> = {
  booksByMonth: (answer) => z.object({ items: z.array(monthSums) }).parse(answer).items,
  paidByMonth: (answer) =>
    z
      .object({ items: z.array(monthSums.pick({ projectId: true, month: true, paidFen: true })) })
      .parse(answer).items,
  fourBooks: (answer) => {
    const { total } = z
      .object({ total: monthSums.pick({ contractFen: true, doneFen: true, paidFen: true }) })
      .parse(answer)
    return [total.contractFen, total.doneFen, total.paidFen]
  },
}

async function timesOf(db: Connection, name: string, input: object): Promise<Times> {
  const times: number[] = []
  for (let run = -5; run < runs; run += 1) {
    const time = await timeOf(db, name, input)
    if (run >= 0) times.push(time)
  }
  return summary(times)
}

async function timeOf(db: Connection, name: string, input: object): Promise<number> {
  const start = performance.now()
  await ask(db, name, input)
  return performance.now() - start
}

async function ask(db: Connection, name: string, input: object): Promise<unknown> {
  const serving: Serving = {
    db,
    isViewOnly: false,
    device: 'bench',
    now: () => new Date(today),
    onFault: (_incident, request, error) => {
      console.error(request, error)
    },
  }
  const call = {
    name,
    input,
    actor: { name: '合成', role: 'finance' },
    language: 'zh-CN',
  } as const
  const answer = await serve(serving, call, () => Promise.resolve(true))
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
