import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { executableName } from '../electron/build/builder.ts'
import { outFolder, projectFolder } from '../electron/build/place.ts'
import { run } from '../electron/build/running.ts'
import { rootArguments } from '../electron/build/runtime.ts'
import { makePlansLibrary, temporaryFolder } from './app.ts'

const folder = join(outFolder, 'package', 'linux-unpacked')
const executable = join(folder, executableName)

test.skip(process.platform !== 'linux', 'the path of the unpacked app is that of Linux')
test.beforeAll(async () => {
  test.setTimeout(180_000)
  expect(await run(process.execPath, [join(projectFolder, 'electron/build/package.ts')])).toBe(0)
})

test('the packaged app opens a library and shows 总览', async () => {
  const app = start(['--library', await makePlansLibrary(), '--actor', '李会计', '--role', 'finance'])
  const page = await connect(app)
  await expect(page.getByRole('heading', { name: '总览' }).first()).toBeVisible()
  await expect(page.getByText('88,385.26').first()).toBeVisible()
  await stop(app)
})

test('the packaged app begins with the first start where nobody has chosen anything', async () => {
  const app = start([])
  const page = await connect(app)
  await expect(page.getByText('用两份规划建库').first()).toBeVisible()
  await stop(app)
})

test('its fuses are set, and it holds no source of the SQLite module', async () => {
  const fuses = await getCurrentFuseWire(executable)
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  for (const option of off) expect(fuses[option], FuseV1Options[option]).toBe(FuseState.DISABLE)
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE)
  const module = join(folder, 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3')
  expect(existsSync(join(module, 'prebuilds', `${process.platform}-${process.arch}.node`))).toBe(true)
  expect(
    ['deps', 'src', 'prebuilds/win32-x64.node'].filter((name) => existsSync(join(module, name))),
  ).toEqual([])
})

let userDataDir = ''
test.beforeEach(async () => {
  userDataDir = await temporaryFolder()
})

/** The inspector is fused off, so that Playwright cannot launch it; the page is reached over its own port. */
function start(args: readonly string[]): ChildProcess {
  const all = [...rootArguments(), '--remote-debugging-port=0', '--user-data-dir', userDataDir, ...args]
  return spawn(executable, all, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** The connection ends with the app. */
async function connect(app: ChildProcess): Promise<Page> {
  const browser = await chromium.connectOverCDP(await debuggingAddress(app))
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The packaged app has no browser context')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}

async function debuggingAddress(app: ChildProcess): Promise<string> {
  if (app.stderr === null) throw new Error('The app has no standard error')
  for await (const line of createInterface({ input: app.stderr })) {
    const found = /^DevTools listening on (ws:\S+)/.exec(line)
    if (found?.[1] !== undefined) return found[1]
  }
  throw new Error('The packaged app ended before its window opened')
}

async function stop(app: ChildProcess): Promise<void> {
  app.kill()
  if (app.exitCode === null && app.signalCode === null) await once(app, 'exit')
}
