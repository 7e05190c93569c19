import { cpus } from 'node:os'

export interface Times {
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly runs: number
}

/** Times in ms, of `runs` calls after a few that warm up. */
export function timesOf(runs: number, work: (run: number) => unknown): Times {
  for (let run = 0; run < Math.min(5, runs); run += 1) work(-1 - run)
  return summary(Array.from({ length: runs }, (_, run) => timeOf(() => work(run))))
}

export function timeOf(work: () => unknown): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

export function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), runs: times.length }
}

export interface Result {
  readonly id: string
  readonly what: string
  readonly median: number
  readonly p95: number
  readonly floor: number | null
  /** Of the figure that is gated to the floor. */
  readonly ratio: number | null
  readonly target: string
  readonly runs: number
  readonly isMet: boolean
}

/** One JSON line; times in ms. */
export function print(result: Result): boolean {
  const rounded = Object.fromEntries(
    Object.entries(result).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ]),
  )
  console.log(
    JSON.stringify({ ...rounded, machine: `${String(cpus().length)} × ${cpus()[0]?.model ?? '?'}` }),
  )
  return result.isMet
}
