import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { backUpLibrary } from '../store/backup.ts'
import { connect } from '../store/database.ts'
import { syntheticLibrary } from './generate.ts'
import { print, summary, timeOf } from './measure.ts'

/** A backup copied, opened, checked and compared with the head of the chain, against a bare copy of the file, interleaved. */
export async function benchBackup(count: number, mostMs: number, runs: number): Promise<boolean> {
  const file = await syntheticLibrary(count)
  const db = connect(file)
  const copy = `${file}.copy`
  const backups: number[] = []
  const copies: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await backUpLibrary(db, copy)
    backups.push(performance.now() - start)
    rmSync(copy)
    copies.push(
      timeOf(() => {
        copyDurably(file, copy)
      }),
    )
    rmSync(copy)
  }
  db.sqlite.close()
  const backup = summary(backups)
  const floor = summary(copies)
  return print({
    id: 'backup',
    what: `a library of ${String(count)} payments copied and verified`,
    median: backup.median,
    p95: backup.p95,
    floor: floor.median,
    ratio: backup.median / floor.median,
    target: `≤ ${String(mostMs)} ms (floor: a copy of the file, synced)`,
    runs,
    isMet: backup.median <= mostMs,
  })
}

function copyDurably(file: string, copy: string) {
  copyFileSync(file, copy)
  const handle = openSync(copy, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
