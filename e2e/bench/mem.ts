import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { syntheticLibrary } from '../../db/bench/generate.ts'
import { print, summary } from '../../db/bench/measure.ts'
import { findRuntime } from '../../electron/build/runtime.ts'
import { blankApp, ownApp, type Program, startProgram } from './program.ts'

const runs = 3
/** A window has settled by then: what starting it needed is given back. */
const settleMs = 5000

/** MiB of all processes on 总览 at 100k payments, pages that several share counted once, against a blank window. */
export async function benchMem(): Promise<boolean> {
  const runtime = await findRuntime()
  const blank = await blankApp(runtime)
  const own = ownApp(runtime, await syntheticLibrary(100_000))
  const blanks: number[] = []
  const owns: number[] = []
  for (let run = 0; run < runs; run += 1) {
    blanks.push(await memoryOf(blank))
    owns.push(await memoryOf(own))
  }
  const used = summary(owns)
  const floor = summary(blanks)
  const ratio = used.median / floor.median
  return print({
    id: 'mem',
    what: 'MiB of all its processes on 总览, 100k payments (proportional set size)',
    median: used.median,
    p95: used.p95,
    floor: floor.median,
    ratio,
    target: '≤ 1.5 × a blank window',
    runs,
    isMet: ratio <= 1.5,
  })
}

async function memoryOf(program: Program): Promise<number> {
  const running = await startProgram(program)
  await setTimeout(settleMs)
  const mebibytes = familyOf(running.pid).reduce((sum, pid) => sum + proportionalKib(pid), 0) / 1024
  await running.stop()
  return mebibytes
}

/** A process and all that it started. */
function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const family = [pid]
  for (const member of family)
    family.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid))
  return family
}

function parentOf(name: string): number {
  // The name of the program stands in brackets before it and may hold spaces.
  return Number(readProc(`${name}/stat`).split(') ').at(-1)?.split(' ')[1] ?? 0)
}

function proportionalKib(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(`${String(pid)}/smaps_rollup`))?.[1] ?? 0)
}

/** Empty where the process has ended meanwhile. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
