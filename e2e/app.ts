import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Role } from '../db/domain/actor.ts'
import type { RequestInput, RequestName, RequestOutput } from '../db/requests/requests.ts'
import { outFolder, projectFolder } from '../electron/build/place.ts'
import { findRuntime, rootArguments } from '../electron/build/runtime.ts'

export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly userDataDir: string
  /** Closes as a person would; the user folder stays, so that the app can be started again. */
  readonly close: () => Promise<void>
}

export interface LaunchOptions {
  readonly library?: string
  /** A new folder when left out: a computer on which the app was never started. */
  readonly userDataDir?: string
  readonly actor?: { readonly name: string; readonly role: Role }
}

/** Starts the built app in a real Electron and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<App> {
  const userDataDir = options.userDataDir ?? (await temporaryFolder())
  const { electron, page } = await launchOnce(options, userDataDir).catch(async () => {
    // The registry's older Electron crashes under the inspector about once in two hundred starts, before any of
    // the app has run. A start that fails twice is the app's own fault.
    return await launchOnce(options, userDataDir)
  })
  return {
    electron,
    page,
    userDataDir,
    close: async () => {
      await electron.close()
    },
  }
}

async function launchOnce(options: LaunchOptions, userDataDir: string) {
  const { executable, appArguments } = await findRuntime()
  const electron = await _electron.launch({
    executablePath: executable,
    cwd: projectFolder,
    // A start takes a few seconds: one that hangs must leave its story the time for the second.
    timeout: 15_000,
    args: [
      ...rootArguments(),
      ...appArguments,
      '--user-data-dir',
      userDataDir,
      ...(options.library === undefined ? [] : ['--library', options.library]),
      ...(options.actor === undefined ? [] : ['--actor', options.actor.name, '--role', options.actor.role]),
    ],
  })
  try {
    const page = await electron.firstWindow({ timeout: 20_000 })
    // Without it a press on what never comes waits until the story's own end, and no step is named.
    page.setDefaultTimeout(45_000)
    return { electron, page }
  } catch (error) {
    electron.process().kill('SIGKILL')
    throw error
  }
}

/** Sets the size of the page itself, without title bar and menu. */
export async function setSize(app: App, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await app.page.waitForFunction((size) => innerWidth === size.width && innerHeight === size.height, {
    width,
    height,
  })
}

/** Takes `out/screenshots/NAME-WIDTHxHEIGHT.png` of the page at both sizes that every screen must fit. */
export async function takeScreenshots(app: App, name: string): Promise<void> {
  const folder = join(outFolder, 'screenshots')
  await mkdir(folder, { recursive: true })
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await setSize(app, width, height)
    await app.page.screenshot({
      path: join(folder, `${name}-${String(width)}x${String(height)}.png`),
      animations: 'disabled',
    })
  }
}

/** A folder of this story's own under the system's temporary folder. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cpt-'))
}

/** A fresh library of the two plans, made the way a script would make it. */
export async function makePlansLibrary(folder?: string): Promise<string> {
  const file = join(folder ?? (await temporaryFolder()), '基建台账.cpt')
  await runRequest(file, 'loadPlans', {})
  return file
}

/** One request from the shell, on a library that no window has open; answers its JSON value. */
export async function runRequest<Name extends RequestName>(
  file: string,
  name: Name,
  input: RequestInput<Name>,
  role?: Role,
): Promise<RequestOutput<Name>>
export async function runRequest(file: string, name: string, input: object, role?: Role): Promise<unknown>
export async function runRequest(
  file: string,
  name: string,
  input: object,
  role: Role = 'finance',
): Promise<unknown> {
  const args = [
    join(projectFolder, 'db/cli.ts'),
    '--actor',
    '测试',
    '--role',
    role,
    file,
    name,
    JSON.stringify(input),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: projectFolder,
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

/** Answers the next file dialogs with this path, as if the person had chosen it; null is a press on cancel. */
export async function answerDialogs(app: App, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: chosen ?? '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: chosen === null ? [] : [chosen] })
  }, path)
}

/** The process id of the db process under this app. */
async function dbProcessId(app: App): Promise<number> {
  const utility = await app.electron.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find((metric) => metric.serviceName?.includes('db'))?.pid,
  )
  const found = utility ?? (await childRunning(app.electron.process().pid ?? 0, 'out/app/db/process.js'))
  if (found === undefined) throw new Error('The app has no db process')
  return found
}

/**
 * Stops the db process in the middle of its work: what is sent to it waits unread. The answer ends it as a crash
 * would.
 */
export async function pauseDbProcess(app: App): Promise<() => void> {
  const db = await dbProcessId(app)
  process.kill(db, 'SIGSTOP')
  return () => {
    process.kill(db, 'SIGKILL')
  }
}

/** Ends the whole app as a power switch would, window and db process at one instant. */
export async function killApp(app: App): Promise<void> {
  const main = app.electron.process()
  const db = await dbProcessId(app)
  const ended = new Promise((resolve) => main.once('exit', resolve))
  main.kill('SIGKILL')
  process.kill(db, 'SIGKILL')
  await ended
}

/** Reads /proc: the stories run on Linux. */
async function childRunning(parent: number, program: string): Promise<number | undefined> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const read = (file: string) => readFile(join('/proc', name, file), 'utf8').catch(() => '')
    const [command, stat] = [await read('cmdline'), await read('stat')]
    if (command.includes(program) && Number(stat.split(') ')[1]?.split(' ')[1]) === parent)
      return Number(name)
  }
  return undefined
}
