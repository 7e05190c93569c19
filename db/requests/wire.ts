import type { Actor } from '../domain/actor.ts'
import type { StagedFile } from '../domain/attachment.ts'
import type { RuleParams } from '../domain/ruleBroken.ts'
import type { Language, RuleCode } from '../domain/ruleText.ts'

/** What a request comes to: errors cross the process borders as values. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: RequestError }

export interface RequestError {
  readonly code: RuleCode
  /** Input fields that the error concerns; empty when it concerns none alone. */
  readonly fields: readonly string[]
  readonly params: RuleParams
  /** In the language of the envelope. */
  readonly message: string
  /** Of many rows saved as one act: those that cannot be, each with its own message; rows count from 0. */
  readonly rows?: readonly (Omit<RequestError, 'rows'> & { readonly row: number })[]
}

/** To the db process. `id` pairs the answer with its message. */
export type ToDb =
  | {
      readonly kind: 'request'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly actor: Actor | null
      readonly language: Language
    }
  /** Stops a running task; it answers `cancelled`. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Closes what is open and opens (or creates, where no file is) that library; answers a LibraryState. */
  | {
      readonly kind: 'open'
      readonly id: number
      readonly file: string
      /** The request that makes the file first, whole or not at all; null opens one that is there. */
      readonly create: 'createLibrary' | 'loadPlans' | null
      readonly actor: Actor | null
      readonly language: Language
    }
  | { readonly kind: 'close'; readonly id: number }

/**
 * A message to a db process under a Node of its own. The pipe carries lines of JSON: under 'advanced' serialization the
 * Node of an older Electron loses every later answer once the four bytes of a length come to it in two pieces. Inside
 * the line stands V8's own form in base64, so that whatever a window sends arrives as it is, and is refused for it.
 */
export interface Line {
  readonly v8: string
}

/** From the db process. */
export type FromDb =
  | { readonly kind: 'ready' }
  /** The runtime cannot load SQLite; the process will answer nothing. */
  | { readonly kind: 'unfit'; readonly detail: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: WrittenAnswer }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }

/**
 * An answer as JSON. On its way to the window it passes three borders that copy: a text is copied at once, fifty rows
 * are taken apart and built again at each.
 */
export interface WrittenAnswer {
  readonly code: RuleCode | 'ok'
  /** An Answer. */
  readonly json: string
}

export function written(answer: Answer<unknown>): WrittenAnswer {
  return { code: answer.ok ? 'ok' : answer.error.code, json: JSON.stringify(answer) }
}

/** What `written` wrote. */
export function readAnswer(json: string): Answer<unknown> {
  return JSON.parse(json) as Answer<unknown>
}

/** Environment of the db process: CPT_DEVICE (id of this installation), CPT_BACKUPS (folder for backups). */
export interface LibraryState {
  /** Full path; null where none is open. */
  readonly file: string | null
  /** Why it is open view-only; null where it can be written. */
  readonly viewOnly: null | 'readOnlyFolder' | 'readOnlyFile'
}

/** Per-user settings, kept outside the library. */
export interface UserSettings {
  readonly actor: Actor | null
  readonly language: Language
  readonly amountUnit: 'wan' | 'yuan'
  readonly theme: 'light' | 'dark'
  /** Larger type for a projector. */
  readonly isProjector: boolean
}

/** Where the app stands: sent to the window at start and whenever it changes. */
export interface AppState {
  readonly settings: UserSettings
  readonly library: LibraryState
  /** Why the last attempt to open failed, with the file's name. Beside an open library it is told once. */
  readonly openError: { readonly file: string; readonly error: RequestError } | null
  /** The open library holds fewer changes than this computer has seen in it; null when it does not. */
  readonly cutTail: { readonly remembered: number; readonly found: number } | null
  readonly recentLibraries: readonly string[]
  readonly appVersion: string
}

/** What menus and shortcuts ask of the window. */
export type MenuCommand = 'recordPayment' | 'enterBatch' | 'openSettings' | 'find' | 'printSchedule'

/** What the page has of a file that was dropped on it: never its path. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
}

/** Files that were read into the library, and those that were not, each with the reason. */
export interface ChosenFiles {
  readonly staged: readonly StagedFile[]
  readonly refused: readonly RequestError[]
}

/** `window.api`, the whole surface that the preload gives the renderer. No path ever enters through it. */
export interface WindowApi {
  /** Runs a request of db/requests; `key` names it for progress and cancel. Gives the Answer as JSON (readAnswer). */
  request(name: string, input: unknown, key?: string): Promise<string>
  cancelRequest(key: string): void
  onProgress(listener: (key: string, done: number, total: number) => void): () => void
  getState(): Promise<AppState>
  onState(listener: (state: AppState) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
  saveSettings(settings: UserSettings): Promise<Answer<AppState>>
  /** Opens a dialog; null value means that the person cancelled. */
  openLibrary(): Promise<Answer<AppState>>
  openRecentLibrary(index: number): Promise<Answer<AppState>>
  /** Asks for a place, makes an empty library there and opens it; loads the two plans when asked to. */
  createLibrary(withPlans: boolean): Promise<Answer<AppState>>
  /** Opens a backup as the library, after copying it beside the damaged file under a new name. */
  listBackups(): Promise<
    Answer<readonly { readonly name: string; readonly madeAt: string; readonly bytes: number }[]>
  >
  /** `name`: of a listed one. */
  restoreBackup(name: string): Promise<Answer<AppState>>
  /** Reads files into the library, to be attached: those dropped on the page, or (null) those that a dialog asks for. */
  chooseFiles(dropped: readonly DroppedFile[] | null, key?: string): Promise<Answer<ChosenFiles>>
  /** Hands a temporary copy to the system; refused for what can run. */
  openAttachment(attachmentId: string): Promise<Answer<null>>
  /** The current screen to PDF or PNG (a dialog asks where) or to the system's printer. */
  print(target: 'pdf' | 'png' | 'printer'): Promise<Answer<null>>
  /** What was typed into the open library's form of that name and not saved; null where nothing is kept. */
  readDraft(name: 'batch'): Promise<Answer<string | null>>
  /** Keeps it outside the library, until null ends it. */
  keepDraft(name: 'batch', text: string | null): Promise<Answer<null>>
  /** The first screen has been painted (ends the start-up measure and the first screenshot). */
  painted(): void
}
