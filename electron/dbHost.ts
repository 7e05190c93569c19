import type { Actor } from '../db/domain/actor.ts'
import type { Language } from '../db/domain/ruleText.ts'
import { isRequestName, writes } from '../db/requests/requests.ts'
import { type Answer, readAnswer, type ToDb, type WrittenAnswer, written } from '../db/requests/wire.ts'
import { refused } from './answer.ts'
import { type DbChild, startDbChild } from './dbChild.ts'
import { logDbFault, logIncident, logLine } from './log.ts'

export interface DbRequest {
  readonly name: string
  readonly input: unknown
  readonly actor: Actor | null
  /** Names the request for progress and cancel. */
  readonly key?: string | undefined
}

export interface LibraryToOpen {
  readonly file: string
  readonly create: 'createLibrary' | 'loadPlans' | null
  readonly actor: Actor | null
}

export interface DbHost {
  readonly request: (request: DbRequest) => Promise<Answer<unknown>>
  /** The same for the window: the answer as JSON, untouched. */
  readonly relay: (request: DbRequest) => Promise<string>
  readonly cancel: (key: string) => void
  /** Opens a library in place of the one that is open, or makes one where no file is. */
  readonly open: (library: LibraryToOpen) => Promise<Answer<unknown>>
  /** Closes the library, which may back it up first, and ends the process; at the latest after 15 seconds. */
  readonly close: () => Promise<void>
}

export interface DbHostOptions {
  readonly deviceId: string
  readonly backupFolder: string
  readonly language: () => Language
  readonly onProgress: (key: string, done: number, total: number) => void
  /** The process died and is back: the library has been opened again with this answer. */
  readonly onReopened: (file: string, answer: Answer<unknown>) => void
}

type Body = { [Kind in ToDb['kind']]: Omit<Extract<ToDb, { kind: Kind }>, 'id'> }[ToDb['kind']]

interface Pending {
  readonly resolve: (answer: WrittenAnswer) => void
  readonly key: string | undefined
  /** It may have been saved before the process died: nobody knows. */
  readonly isCommand: boolean
}

/** Starts the db process and relays requests to it. If it dies, what is pending fails and it starts again. */
export function startDbHost(options: DbHostOptions): DbHost {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let openFile: string | undefined
  /** Under which incident the log tells why the process cannot work on this computer. */
  let unfit: string | undefined
  let isClosing = false
  let starts: readonly number[] = []
  let child = start()
  /** Requests wait for this while a library is being opened again. */
  let reopened: Promise<unknown> = Promise.resolve()

  function start(): DbChild {
    starts = [...starts.slice(-4), Date.now()]
    const env = { CPT_DEVICE: options.deviceId, CPT_BACKUPS: options.backupFolder }
    return startDbChild(env, {
      onMessage: (message) => {
        if (message.kind === 'answer') settle(message.id, message.answer)
        if (message.kind === 'progress') {
          const key = pending.get(message.id)?.key
          if (key !== undefined) options.onProgress(key, message.done, message.total)
        }
        if (message.kind === 'unfit') {
          unfit = logIncident('db process unfit', message.detail)
          const answer = refused('internal', options.language(), { incident: unfit })
          failPending(() => answer)
        }
      },
      onFault: logDbFault,
      onEnd,
    })
  }

  function settle(id: number, answer: WrittenAnswer): void {
    const waiting = pending.get(id)
    pending.delete(id)
    waiting?.resolve(answer)
  }

  function failPending(answerTo: (waiting: Pending) => Answer<never>): void {
    for (const [id, waiting] of pending) settle(id, written(answerTo(waiting)))
  }

  function onEnd(): void {
    failPending(({ isCommand }) =>
      refused(isCommand ? 'dbProcessDied' : 'dbProcessRestarted', options.language()),
    )
    if (isClosing) return
    logLine('db process died')
    const oldest = starts[0] ?? 0
    const isDyingAgainAndAgain = starts.length === 5 && Date.now() - oldest < 10_000
    reopened = wait(isDyingAgainAndAgain ? 5_000 : 0).then(async () => {
      child = start()
      if (openFile === undefined) return
      const file = openFile
      options.onReopened(file, readAnswer((await postOpen({ file, create: null, actor: null })).json))
    })
  }

  function post(body: Body, key?: string): Promise<WrittenAnswer> {
    if (unfit !== undefined)
      return Promise.resolve(written(refused('internal', options.language(), { incident: unfit })))
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      pending.set(id, { resolve, key, isCommand: isCommand(body) })
      child.post({ ...body, id })
    })
  }

  function postOpen(library: LibraryToOpen): Promise<WrittenAnswer> {
    return post({ kind: 'open', ...library, language: options.language() })
  }

  async function relay({ name, input, actor, key }: DbRequest): Promise<string> {
    await reopened
    const started = performance.now()
    const { code, json } = await post(
      { kind: 'request', name, input, actor, language: options.language() },
      key,
    )
    logAnswer(name, code, performance.now() - started)
    return json
  }

  return {
    request: async (request) => readAnswer(await relay(request)),
    relay,
    cancel: (key) => {
      for (const [id, waiting] of pending) if (waiting.key === key) child.post({ kind: 'cancel', id })
    },
    open: async (library) => {
      await reopened
      const { code, json } = await postOpen(library)
      if (code === 'ok') openFile = library.file
      return readAnswer(json)
    },
    close: async () => {
      isClosing = true
      await Promise.race([post({ kind: 'close' }), wait(15_000)])
      child.kill()
    },
  }
}

function isCommand(body: Body): boolean {
  return body.kind === 'request' && isRequestName(body.name) && writes(body.name)
}

/** Refusals and what took long; never what was asked for. */
function logAnswer(name: string, code: WrittenAnswer['code'], ms: number): void {
  if (code === 'ok' && ms < 500) return
  logLine('request', {
    name: /^\w{1,40}$/.test(name) ? name : '?',
    ms: Math.round(ms),
    code,
  })
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
