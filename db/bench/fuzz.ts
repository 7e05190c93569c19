import { mkdirSync, rmSync } from 'node:fs'
import { offerMutated } from '../fixture/offerMutated.ts'
import { emptySynthetic, randomNumbers } from './generate.ts'
import { print } from './measure.ts'

/** 10,000 mutated files offered for import: each ends in a preview or a message with its place, nothing changes. */
export async function benchFuzz(): Promise<boolean> {
  const folder = new URL('../../out/bench/fuzz/', import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  const db = await emptySynthetic('fuzz')
  const faults: unknown[] = []
  const serving = {
    db,
    isViewOnly: false,
    device: 'bench',
    now: () => new Date('2026-03-10T10:00:00'),
    onFault: (_incident: string, _request: string, error: unknown) => {
      faults.push(error)
    },
  }
  const offered = await offerMutated(serving, folder, 10_000, randomNumbers(Date.now() % 2_147_483_647))
  db.sqlite.close()
  rmSync(folder, { recursive: true })
  for (const fault of [...faults, ...offered.wrong].slice(0, 10)) console.error(fault)
  const wrong = faults.length + offered.wrong.length
  return print({
    id: 'fuzz',
    what: `mutated files ending otherwise than in a preview (${String(offered.previewed)}) or a placed message; the slowest in ms`,
    median: wrong,
    p95: offered.slowestMs,
    floor: null,
    ratio: null,
    target: '0 of 10,000',
    runs: 10_000,
    isMet: wrong === 0,
  })
}
