import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { app, utilityProcess } from 'electron'
import type { FromDb, Line, ToDb } from '../db/requests/wire.ts'

export interface DbChild {
  readonly post: (message: ToDb) => void
  readonly kill: () => void
}

export interface DbChildEvents {
  readonly onMessage: (message: FromDb) => void
  /** What it wrote to standard error: a fault, under the incident id that its answer names. */
  readonly onFault: (text: string) => void
  /** Exactly once, however it ended. */
  readonly onEnd: () => void
}

/**
 * Starts the db process: as Electron's utility process, or under a Node of its own where this Electron is
 * older than Node-API 10, which the SQLite module needs.
 */
export function startDbChild(env: Readonly<Record<string, string>>, events: DbChildEvents): DbChild {
  const node = ownNode()
  return node === undefined ? startUtility(env, events) : startUnderNode(node, env, events)
}

function startUtility(env: Readonly<Record<string, string>>, events: DbChildEvents): DbChild {
  const child = utilityProcess.fork(entry(app.getAppPath()), [], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: 'db',
  })
  child.stderr?.on('data', (chunk) => events.onFault(String(chunk)))
  child.on('message', (message: FromDb) => {
    events.onMessage(message)
  })
  child.once('exit', events.onEnd)
  return {
    post: (message) => {
      child.postMessage(message)
    },
    kill: () => {
      child.kill()
    },
  }
}

function startUnderNode(node: string, env: Readonly<Record<string, string>>, events: DbChildEvents): DbChild {
  // A Node of its own cannot look into the archive; what it runs lies unpacked beside it.
  const folder = app.getAppPath().replace(/\.asar$/, '.asar.unpacked')
  const child: ChildProcess = fork(entry(folder), [], {
    execPath: node,
    execArgv: [],
    env: { ...process.env, ...env },
    serialization: 'json',
    // In a group of its own: Ctrl+C in a terminal must reach the app alone, which closes the library first.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.on('data', (chunk) => events.onFault(String(chunk)))
  child.on('message', (message) => {
    events.onMessage(parseMessage(message))
  })
  let hasEnded = false
  const end = (): void => {
    if (!hasEnded) events.onEnd()
    hasEnded = true
  }
  child.once('exit', end)
  child.once('error', end)
  return {
    post: (message) => {
      // A closed pipe also ends the child: that is answered in onEnd.
      const line: Line = { v8: serialize(message).toString('base64') }
      child.send(line, () => undefined)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

/** The db process is our own code: its messages have the shape of the wire. */
function parseMessage(message: unknown): FromDb {
  return message as FromDb
}

function entry(folder: string): string {
  return join(folder, 'out', 'app', 'db', 'process.js')
}

/** The Node 24 that a test package carries, or that lies in node_modules; a release has neither. */
function ownNode(): string | undefined {
  if (Number(process.versions['napi']) >= 10) return undefined
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = app.isPackaged
    ? join(process.resourcesPath, name)
    : join(app.getAppPath(), 'node_modules', 'node', 'bin', name)
  return existsSync(path) ? path : undefined
}
