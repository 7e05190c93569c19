import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { syntheticLibrary } from '../../db/bench/generate.ts'
import { print, summary } from '../../db/bench/measure.ts'
import { outFolder } from '../../electron/build/place.ts'
import { findRuntime, type Runtime, rootArguments } from '../../electron/build/runtime.ts'
import { temporaryFolder } from '../app.ts'

const runs = 8

/** Spawn to usable first screen, on a file of 100k payments, against the same Electron with a blank window, interleaved. */
export async function benchStart(): Promise<boolean> {
  const runtime = await findRuntime()
  const blank = await blankApp(runtime)
  const library = await syntheticLibrary(100_000)
  const starts: number[] = []
  const blanks: number[] = []
  for (let run = -1; run < runs; run += 1) {
    const blankTime = await timeToLine(blank.executable, blank.args, 'shown')
    const appTime = await timeToLine(
      runtime.executable,
      [...runtime.appArguments, '--library', library, '--actor', '合成', '--role', 'reviewer'],
      'painted',
    )
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

/** ms from the spawn until the program's log holds the word. */
async function timeToLine(executable: string, args: readonly string[], word: string): Promise<number> {
  const userData = await temporaryFolder()
  const log = join(userData, 'logs', 'main.log')
  const started = performance.now()
  // With the equals sign: the blank app leaves the switch to Chromium, which knows it in no other form.
  const child = spawn(executable, [...rootArguments(), ...args, `--user-data-dir=${userData}`], {
    stdio: 'ignore',
  })
  while (!(await readFile(log, 'utf8').catch(() => '')).includes(word)) {
    if (performance.now() - started > 30_000) {
      // Left running, it would hold the library against the next run.
      child.kill('SIGTERM')
      throw new Error(`${word} never came`)
    }
    await setTimeout(4)
  }
  const took = performance.now() - started
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  return took
}

/** The same Electron with an app that only shows an empty window. */
async function blankApp(runtime: Runtime): Promise<{ executable: string; args: readonly string[] }> {
  const app = join(outFolder, 'bench', 'blank')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), '{"name":"blank","main":"main.cjs"}')
  await writeFile(join(app, 'main.cjs'), blankMain)
  if (runtime.official) return { executable: runtime.executable, args: [app] }
  const dist = join(outFolder, 'bench', 'blank-electron')
  await rm(dist, { recursive: true, force: true })
  await cp(dirname(runtime.executable), dist, {
    recursive: true,
    dereference: false,
    filter: (path) => !path.endsWith('resources/app'),
  })
  await cp(app, join(dist, 'resources', 'app'), { recursive: true })
  return { executable: join(dist, 'electron'), args: [] }
}

const blankMain = `
const { app, BrowserWindow } = require('electron')
const { mkdirSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 720, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => {
    window.show()
    const logs = join(app.getPath('userData'), 'logs')
    mkdirSync(logs, { recursive: true })
    writeFileSync(join(logs, 'main.log'), 'shown')
  })
  window.loadURL('data:text/html,<p>blank</p>')
})
process.on('SIGTERM', () => app.quit())
`
