import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Answer, AppState, LibraryState } from '../db/requests/wire.ts'
import { answered, refused } from './answer.ts'
import type { DbHost } from './dbHost.ts'
import { type SettingsFile, withRecentLibrary } from './settings.ts'

export interface OpenLibrary {
  readonly state: () => Pick<AppState, 'library' | 'openError'>
  /** Opens a library in place of the one that is open; when that fails, the earlier one stays open. */
  readonly open: (file: string) => Promise<Answer<null>>
  readonly create: (file: string, withPlans: boolean) => Promise<Answer<null>>
  /** After the db process came back. */
  readonly reopened: (file: string, answer: Answer<unknown>) => void
  /** The file of the last attempt that failed: a backup is restored beside it. */
  readonly failedFile: () => string | undefined
}

export function followOpenLibrary(db: DbHost, settings: SettingsFile, onChange: () => void): OpenLibrary {
  let library = noLibrary
  let openError: AppState['openError'] = null
  let failedFile: string | undefined

  /** A library that was refused leaves the earlier one open. */
  function take(file: string, answer: Answer<unknown>): void {
    if (answer.ok) library = parseLibraryState(answer.value)
    openError = answer.ok ? null : { file: basename(file), error: answer.error }
    failedFile = answer.ok ? undefined : file
  }

  async function open(file: string, create = false): Promise<Answer<null>> {
    if (file === library.file) return answered(null)
    const answer = await db.open({ file, create, actor: settings.current().actor })
    take(file, answer)
    if (answer.ok) settings.change(withRecentLibrary(settings.current(), file))
    onChange()
    return answer.ok ? answered(null) : answer
  }

  async function create(file: string, withPlans: boolean): Promise<Answer<null>> {
    const { language, actor } = settings.current()
    // The dialog asked whether to replace the file. A library is never replaced.
    if (existsSync(file)) return refused('libraryExists', language)
    const opened = await open(file, true)
    if (!opened.ok || !withPlans) return opened
    const loaded = await db.request({ name: 'loadPlans', input: {}, actor })
    onChange()
    return loaded.ok ? answered(null) : loaded
  }

  return {
    state: () => ({ library, openError }),
    open: (file) => open(file),
    create,
    reopened: (file, answer) => {
      if (!answer.ok) library = noLibrary
      take(file, answer)
      onChange()
    },
    failedFile: () => failedFile,
  }
}

const noLibrary: LibraryState = { file: null, viewOnly: null }

/** The db process is our own code: what it answers to `open` is a LibraryState. */
function parseLibraryState(value: unknown): LibraryState {
  return value as LibraryState
}
