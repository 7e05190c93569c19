import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { requests } from '../db/requests/requests.ts'
import type { Answer, AppState, LibraryState, RequestError } from '../db/requests/wire.ts'
import { answered, refused } from './answer.ts'
import type { DbHost } from './dbHost.ts'
import { cutTailOf, type LibrarySeen, withLibrarySeen } from './librarySeen.ts'
import { type SettingsFile, withRecentLibrary } from './settings.ts'

export interface OpenLibrary {
  readonly state: () => Pick<AppState, 'library' | 'openError' | 'cutTail'>
  /** Opens a library in place of the one that is open; when that fails, the earlier one stays open. */
  readonly open: (file: string) => Promise<Answer<null>>
  readonly create: (file: string, withPlans: boolean) => Promise<Answer<null>>
  /** After the db process came back. */
  readonly reopened: (file: string, answer: Answer<unknown>) => void
  /** The file of the last attempt that failed: a backup is restored beside it. */
  readonly failedFile: () => string | undefined
  /** Whether the window has been told this refusal already. */
  readonly isTold: (error: RequestError) => boolean
  /** Remembers where the chain of the open library ends; before it closes. */
  readonly remember: () => Promise<void>
}

export function followOpenLibrary(db: DbHost, settings: SettingsFile, onChange: () => void): OpenLibrary {
  let library = noLibrary
  let openError: AppState['openError'] = null
  let failedFile: string | undefined
  let cutTail: AppState['cutTail'] = null
  let told: RequestError | undefined

  /** A library that was refused leaves the earlier one open. */
  function take(file: string, answer: Answer<unknown>): void {
    if (answer.ok) library = parseLibraryState(answer.value)
    openError = answer.ok ? null : { file: basename(file), error: answer.error }
    failedFile = answer.ok ? undefined : file
  }

  /** Where a library is open the window tells an error beside it, once; the broken start goes on showing it. */
  function announce(): void {
    onChange()
    told = openError?.error ?? told
    if (library.file !== null) openError = null
  }

  async function open(
    file: string,
    create: 'createLibrary' | 'loadPlans' | null = null,
  ): Promise<Answer<null>> {
    if (file === library.file) return answered(null)
    await remember()
    const answer = await db.open({ file, create, actor: settings.current().actor })
    take(file, answer)
    if (answer.ok) {
      const found = await seen()
      cutTail = found === undefined ? null : cutTailOf(settings.current(), found)
      settings.change({ ...withRecentLibrary(settings.current(), file), ...note(file, found) })
    }
    announce()
    return answer.ok ? answered(null) : answer
  }

  async function remember(): Promise<void> {
    if (library.file !== null) settings.change(note(library.file, await seen()))
  }

  function note(file: string, found: LibrarySeen | undefined) {
    return found === undefined ? {} : withLibrarySeen(settings.current(), file, found)
  }

  /** Undefined where no library is open, or where it cannot be asked now. */
  async function seen(): Promise<LibrarySeen | undefined> {
    if (library.file === null) return undefined
    const answer = await db.request({ name: 'getLibrary', input: {}, actor: null })
    return answer.ok ? requests.getLibrary.output.parse(answer.value) : undefined
  }

  async function create(file: string, withPlans: boolean): Promise<Answer<null>> {
    // The dialog asked whether to replace the file. A library is never replaced.
    if (existsSync(file)) return refused('libraryExists', settings.current().language)
    return await open(file, withPlans ? 'loadPlans' : 'createLibrary')
  }

  return {
    state: () => ({ library, openError, cutTail }),
    open: (file) => open(file),
    create,
    reopened: (file, answer) => {
      if (!answer.ok) library = noLibrary
      take(file, answer)
      announce()
    },
    failedFile: () => failedFile,
    isTold: (error) => error === told,
    remember,
  }
}

const noLibrary: LibraryState = { file: null, viewOnly: null }

/** The db process is our own code: what it answers to `open` is a LibraryState. */
function parseLibraryState(value: unknown): LibraryState {
  return value as LibraryState
}
