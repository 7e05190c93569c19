import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { stampsToDrop } from './domain/backupRetention.ts'
import { RuleBroken } from './domain/ruleBroken.ts'
import { makeLibrary, openLibrary } from './library.ts'
import { isRequestName, requests } from './requests/requests.ts'
import { type Answer, type FromDb, type LibraryState, type ToDb, written } from './requests/wire.ts'
import { errorOf, type Serving, serve } from './serve.ts'
import { backUpLibrary, backupName, type LibraryName, listBackups } from './store/backup.ts'
import { copyLog } from './store/batch.ts'
import { headOf } from './store/chain.ts'
import { getLibrary } from './store/library.ts'
import { isSameFile, type OpenLibrary } from './store/libraryFile.ts'

export interface DeskOptions {
  readonly device: string
  readonly backupFolder: string
  readonly send: (message: FromDb) => void
}

/** Every 15 minutes, if something has changed since. */
const backupEveryMs = 15 * 60 * 1000

/** After a batch: the screens that it changed have asked anew by then. */
const copyLogAfterMs = 2000

/** Receives the wire's messages and holds the one open library. Queries are served while a task runs; commands wait for it. */
export function startDesk({ device, backupFolder, send }: DeskOptions) {
  let library: OpenLibrary | null = null
  let backedUpHead = ''
  let work: Promise<unknown> = Promise.resolve()
  /** A batch keeps its transaction open over its steps: nothing half written is shown. */
  let batch: Promise<unknown> = Promise.resolve()
  const cancelled = new Set<number>()
  const now = () => new Date()

  sweepParts(backupFolder)
  setInterval(() => {
    void inTurn(backUpIfChanged)
  }, backupEveryMs).unref()

  return { receive }

  async function receive(message: ToDb): Promise<void> {
    if (message.kind === 'cancel') {
      cancelled.add(message.id)
      return
    }
    const answer = await answerTo(message)
    cancelled.delete(message.id)
    send({ kind: 'answer', id: message.id, answer: written(answer) })
  }

  async function answerTo(message: Exclude<ToDb, { kind: 'cancel' }>): Promise<Answer<unknown>> {
    if (message.kind === 'request') {
      const isQuery = !isRequestName(message.name) || requests[message.name].kind === 'query'
      if (!isQuery) return await inTurn(() => requestInTurn(message))
      await batch
      return await request(message)
    }
    return await inTurn(async () => {
      try {
        const value = message.kind === 'open' ? await open(message) : await close()
        return { ok: true, value }
      } catch (error) {
        return {
          ok: false,
          error: errorOf(
            error,
            { name: message.kind, language: message.kind === 'open' ? message.language : 'zh-CN' },
            onFault,
          ),
        }
      }
    })
  }

  /** One after another: no command runs inside a task, no file is closed under one. */
  async function inTurn<Value>(job: () => Promise<Value>): Promise<Value> {
    const turn = work.then(job, job)
    work = turn.catch(() => undefined)
    return await turn
  }

  async function requestInTurn(message: Extract<ToDb, { kind: 'request' }>): Promise<Answer<unknown>> {
    const answered = request(message)
    if (isRequestName(message.name) && requests[message.name].kind === 'batch') {
      batch = answered
      void answered.then(copyLogLater)
    }
    return await answered
  }

  function copyLogLater(): void {
    setTimeout(() => {
      void inTurn(copyLogIntoFile)
    }, copyLogAfterMs).unref()
  }

  function copyLogIntoFile(): Promise<void> {
    try {
      if (library !== null && library.viewOnly === null) copyLog(library.db)
    } catch (error) {
      // What the log holds is kept there: the next save copies it.
      errorOf(error, { name: 'copyLog', language: 'zh-CN' }, onFault)
    }
    return Promise.resolve()
  }

  async function request(message: Extract<ToDb, { kind: 'request' }>): Promise<Answer<unknown>> {
    if (library === null) {
      const error = errorOf(new RuleBroken('libraryNotOpen'), message, onFault)
      return { ok: false, error }
    }
    const serving: Serving = { db: library.db, isViewOnly: library.viewOnly !== null, device, now, onFault }
    return await serve(serving, message, async (done, total) => {
      send({ kind: 'progress', id: message.id, done, total })
      await setImmediate()
      return !cancelled.has(message.id)
    })
  }

  async function open(message: Extract<ToDb, { kind: 'open' }>): Promise<LibraryState> {
    if (message.create !== null) {
      const call = { name: message.create, input: {}, actor: message.actor, language: message.language }
      await makeLibrary(message.file, call, { device, now, onFault })
    }
    // The same file by another spelling is open already, and would be found busy.
    if (library !== null && isSameFile(library.file, message.file)) return stateOf(library)
    const opened = openLibrary(message.file, backupFolder, now())
    if (library !== null) await backUp(library)
    library?.close()
    library = opened
    backedUpHead = headOf(opened.db).hash
    return stateOf(opened)
  }

  async function close(): Promise<LibraryState> {
    if (library !== null) await backUp(library)
    // Queries are answered up to here; nothing is awaited between forgetting the library and closing it.
    const closing = library
    library = null
    closing?.close()
    return { file: null, viewOnly: null }
  }

  async function backUpIfChanged(): Promise<void> {
    if (library !== null) await backUp(library)
  }

  async function backUp(open: OpenLibrary): Promise<void> {
    const head = headOf(open.db).hash
    if (open.viewOnly !== null || head === backedUpHead) return
    try {
      mkdirSync(backupFolder, { recursive: true, mode: 0o700 })
      const name = { file: open.file, id: getLibrary(open.db).id }
      await backUpLibrary(open.db, join(backupFolder, backupName(name, now().toISOString())))
      backedUpHead = head
      prune(name)
    } catch (error) {
      // A full disk must not stop the books: the next turn tries again, the log tells.
      errorOf(error, { name: 'backup', language: 'zh-CN' }, onFault)
    }
  }

  function prune(name: LibraryName): void {
    const stored = listBackups(backupFolder, name)
    const drop = new Set(stampsToDrop(stored.map(({ madeAt }) => madeAt)))
    for (const backup of stored) if (drop.has(backup.madeAt)) rmSync(backup.file, { force: true })
  }
}

function stateOf({ file, viewOnly }: OpenLibrary): LibraryState {
  return { file, viewOnly }
}

/** What a killed process had begun to copy. */
function sweepParts(folder: string) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name.endsWith('.cpt.part')) rmSync(join(folder, name), { force: true })
}

/** The log of the db process: no input, no row, only where it failed. */
function onFault(incident: string, request: string, error: unknown): void {
  console.error(
    `${incident} ${request} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
}
