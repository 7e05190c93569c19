import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { outFolder } from '../../electron/build/place.ts'
import { type Runtime, rootArguments } from '../../electron/build/runtime.ts'
import { temporaryFolder } from '../app.ts'

/** What is started: an executable with its arguments, and the word in its log by which it stands. */
export interface Program {
  readonly executable: string
  readonly args: readonly string[]
  readonly standsAt: string
}

export interface Running {
  readonly pid: number
  /** From the spawn until it stood. */
  readonly ms: number
  readonly stop: () => Promise<void>
}

/** The app as built, on that library, for a new user. */
export function ownApp(runtime: Runtime, library: string): Program {
  const args = [...runtime.appArguments, '--library', library, '--actor', '合成', '--role', 'reviewer']
  return { executable: runtime.executable, args, standsAt: 'painted' }
}

/** Starts a program with a user folder of its own and waits until it stands. */
export async function startProgram({ executable, args, standsAt }: Program): Promise<Running> {
  const userData = await temporaryFolder()
  const log = join(userData, 'logs', 'main.log')
  const started = performance.now()
  // With the equals sign: the blank app leaves the switch to Chromium, which knows it in no other form.
  const child = spawn(executable, [...rootArguments(), ...args, `--user-data-dir=${userData}`], {
    stdio: 'ignore',
  })
  const stop = async () => {
    await endOf(child)
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  while (!(await readFile(log, 'utf8').catch(() => '')).includes(standsAt)) {
    if (performance.now() - started > 30_000) {
      // Left running, it would hold the library against the next run.
      await stop()
      throw new Error(`${standsAt} never came`)
    }
    await setTimeout(4)
  }
  if (child.pid === undefined) throw new Error(`${executable} has no process`)
  return { pid: child.pid, ms: performance.now() - started, stop }
}

async function endOf(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** The same Electron with an app that only shows an empty window. */
export async function blankApp(runtime: Runtime): Promise<Program> {
  const app = join(outFolder, 'bench', 'blank')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), '{"name":"blank","main":"main.cjs"}')
  await writeFile(join(app, 'main.cjs'), blankMain)
  if (runtime.official) return { executable: runtime.executable, args: [app], standsAt: 'shown' }
  const dist = join(outFolder, 'bench', 'blank-electron')
  await rm(dist, { recursive: true, force: true })
  await cp(dirname(runtime.executable), dist, {
    recursive: true,
    dereference: false,
    filter: (path) => !path.endsWith('resources/app'),
  })
  await cp(app, join(dist, 'resources', 'app'), { recursive: true })
  return { executable: join(dist, 'electron'), args: [], standsAt: 'shown' }
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
