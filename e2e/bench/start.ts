import { syntheticLibrary } from '../../db/bench/generate.ts'
import { print, summary } from '../../db/bench/measure.ts'
import { findRuntime } from '../../electron/build/runtime.ts'
import { blankApp, ownApp, type Program, startProgram } from './program.ts'

const runs = 8

/** Spawn to usable first screen, on a file of 100k payments, against the same Electron with a blank window, interleaved. */
export async function benchStart(): Promise<boolean> {
  const runtime = await findRuntime()
  const blank = await blankApp(runtime)
  const own = ownApp(runtime, await syntheticLibrary(100_000))
  const starts: number[] = []
  const blanks: number[] = []
  for (let run = -1; run < runs; run += 1) {
    const blankTime = await timeToStand(blank)
    const appTime = await timeToStand(own)
    // The first of each fills the disk cache.
    if (run < 0) continue
    blanks.push(blankTime)
    starts.push(appTime)
  }
  const start = summary(starts)
  const floor = summary(blanks)
  const ratio = start.median / floor.median
  return print({
    id: 'start',
    what: 'spawn to 总览 painted with figures, 100k payments',
    median: start.median,
    p95: start.p95,
    floor: floor.median,
    ratio,
    target: '≤ 2.0 × a blank window',
    runs,
    isMet: ratio <= 2,
  })
}

async function timeToStand(program: Program): Promise<number> {
  const running = await startProgram(program)
  await running.stop()
  return running.ms
}
