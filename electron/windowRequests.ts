import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import { localDay } from '../db/domain/day.ts'
import { fileStem } from '../db/domain/fileStem.ts'
import type { FileUse } from '../db/requests/kinds.ts'
import { isRequestName, requests } from '../db/requests/requests.ts'
import type { Answer, AppState } from '../db/requests/wire.ts'
import { answered, refused } from './answer.ts'
import { attachmentRequests } from './attachmentRequests.ts'
import { type Backup, copyBackupBeside, listBackups } from './backups.ts'
import type { Bridge } from './bridge.ts'
import type { DbHost } from './dbHost.ts'
import { askFile, type Place } from './dialogs.ts'
import { type Drafts, draftName, draftText } from './drafts.ts'
import type { OpenLibrary } from './openLibrary.ts'
import { writePicture } from './picture.ts'
import { printToPdf, printToPrinter, reportOnScreen } from './print.ts'
import { isSameFile } from './sameFile.ts'
import { parseUserSettings, type SettingsFile } from './settings.ts'
import { shellText } from './shellText.ts'

export interface Shell {
  readonly window: BrowserWindow
  readonly db: DbHost
  readonly library: OpenLibrary
  readonly settings: SettingsFile
  readonly backupFolder: string
  readonly drafts: Drafts
  /** Holds the copies of attachments that were opened. */
  readonly openedFolder: string
  /** Ends when the first library is open or refused: a window that asks earlier would show the first start. */
  readonly opened: Promise<unknown>
  readonly state: () => AppState
  /** Tells the window and the menu what is now so. */
  readonly announce: () => void
  readonly painted: () => void
}

/** What the window may ask of the main process. Every argument is parsed; what has the wrong form changes nothing. */
export function windowRequests(shell: Shell): Bridge {
  const { window, db, library, settings } = shell
  const language = () => settings.current().language
  const malformed = (field: string) => refused('inputMalformed', language(), { field })
  const afterwards = (answer: Answer<unknown>): Answer<AppState> =>
    answer.ok ? answered(shell.state()) : answer

  const attachments = attachmentRequests({
    window,
    db,
    folder: shell.openedFolder,
    actor: () => settings.current().actor,
    language,
    libraryFile: () => library.state().library.file,
  })

  async function request(...args: readonly unknown[]): Promise<Answer<never> | string> {
    const parsed = requestArguments.safeParse(args)
    if (!parsed.success) return malformed('request')
    const [name, input, key] = parsed.data
    const use = isRequestName(name) ? requests[name].file : null
    const actor = settings.current().actor
    if (use === null) return db.relay({ name, input, actor, key })
    const fields = z.record(z.string(), z.unknown()).safeParse(input)
    if (!fields.success || 'file' in fields.data) return malformed('file')
    if (use.unless?.some((field) => field in fields.data) === true)
      return db.relay({ name, input: fields.data, actor, key })
    const file = await askRequestPlace(name, use, fields.data)
    if (!file.ok) return file
    return db.relay({ name, input: { ...fields.data, file: file.value }, actor, key })
  }

  /** What the window says of the file is its format alone; its name is a suggestion that leads to no other folder. */
  async function askRequestPlace(
    name: string,
    use: FileUse,
    input: Readonly<Record<string, unknown>>,
  ): Promise<Answer<string>> {
    if (use.direction === 'open') return askPlace(use, undefined)
    if (name === 'copyAttachment')
      return askPlace(use, await attachments.suggestedPath(input['attachmentId']))
    const extension = use.extensions.find((known) => known === input['format']) ?? use.extensions[0]
    const title = use.title?.(input, language())
    const suggested =
      title === undefined
        ? suggestedPath(name === 'backupLibrary' ? 'backup' : 'export', extension)
        : titledPath(title, extension)
    return askPlace({ direction: 'save', extensions: [extension] }, suggested)
  }

  /** A library is never replaced: not the open one under any name, and no other. */
  async function askPlace(use: Place, suggested: string | undefined): Promise<Answer<string>> {
    const isOpen = (path: string) => isSameFile(path, library.state().library.file ?? '')
    const mayReplace = (path: string) => use.extensions[0] !== 'cpt' && !isOpen(path)
    const file = await askFile(window, { ...use, mayReplace }, suggested, language())
    if (file === undefined) return cancelled()
    const isRefused = use.direction === 'save' && isOpen(file)
    return isRefused ? refused('libraryExists', language(), { file }) : answered(file)
  }

  function suggestedPath(mark: string, extension: string): string | undefined {
    const file = library.state().library.file
    return file === null ? undefined : join(dirname(file), `${basename(file, '.cpt')}-${mark}.${extension}`)
  }

  /** 支付台账-2026-11-24.xlsx, beside the library. */
  function titledPath(title: string, extension: string): string | undefined {
    const file = library.state().library.file
    return file === null
      ? undefined
      : join(dirname(file), `${fileStem(title)}-${localDay(new Date())}.${extension}`)
  }

  async function createLibrary(withPlans: unknown): Promise<Answer<AppState>> {
    if (typeof withPlans !== 'boolean') return malformed('withPlans')
    const place = { direction: 'save', extensions: ['cpt'] } as const
    const file = await askPlace(place, `${shellText('appName', language())}.cpt`)
    return file.ok ? afterwards(await library.create(file.value, withPlans)) : file
  }

  async function openLibrary(): Promise<Answer<AppState>> {
    const file = await askFile(window, { direction: 'open', extensions: ['cpt'] }, undefined, language())
    return file === undefined ? cancelled() : afterwards(await library.open(file))
  }

  async function openRecentLibrary(index: unknown): Promise<Answer<AppState>> {
    const file = pick(settings.current().recentLibraries, index)
    return file === undefined ? malformed('index') : afterwards(await library.open(file))
  }

  async function backups(): Promise<readonly Backup[]> {
    const file = libraryToRestore()
    return file === null ? [] : listBackups(shell.backupFolder, file, settings.current().libraryIds[file])
  }

  /** The open one; where none is open, the one that did not open. */
  function libraryToRestore(): string | null {
    return library.state().library.file ?? library.failedFile() ?? settings.current().lastLibrary
  }

  async function restoreBackup(name: unknown): Promise<Answer<AppState>> {
    const backup = (await backups()).find((listed) => listed.name === name)
    const beside = libraryToRestore()
    if (backup === undefined || beside === null) return malformed('name')
    return afterwards(
      await library.open(await copyBackupBeside(backup, beside, shellText('restored', language()))),
    )
  }

  async function print(target: unknown): Promise<Answer<null>> {
    if (target === 'printer') {
      return (await printToPrinter(window)) ? answered(null) : cancelled()
    }
    if (target !== 'pdf' && target !== 'png') return malformed('target')
    const title = reportOnScreen(window)
    const suggested = title === null ? suggestedPath('print', target) : titledPath(title, target)
    const place = await askPlace({ direction: 'save', extensions: [target] }, suggested)
    if (!place.ok) return place
    const file = place.value
    const name = basename(library.state().library.file ?? '')
    const isWritten =
      target === 'png' ? await writePicture(window, file) : await printToPdf(window, file, name, language())
    return isWritten ? answered(null) : refused('fileNotWritable', language(), { file })
  }

  /** By the library's own id: its drafts are found again wherever the file is moved to. */
  function openLibraryId(): string | undefined {
    const file = library.state().library.file
    return file === null ? undefined : settings.current().libraryIds[file]
  }

  function readDraft(name: unknown): Answer<string | null> {
    const [libraryId, parsed] = [openLibraryId(), draftName.safeParse(name)]
    if (libraryId === undefined || !parsed.success) return malformed('name')
    return answered(shell.drafts.read(libraryId, parsed.data))
  }

  function keepDraft(name: unknown, text: unknown): Answer<null> {
    const [libraryId, parsed, kept] = [openLibraryId(), draftName.safeParse(name), draftText.safeParse(text)]
    if (libraryId === undefined || !parsed.success || !kept.success) return malformed('name')
    shell.drafts.keep(libraryId, parsed.data, kept.data)
    return answered(null)
  }

  function saveSettings(value: unknown): Answer<AppState> {
    const wanted = parseUserSettings(value)
    if (wanted === undefined) return malformed('settings')
    settings.change(wanted)
    nativeTheme.themeSource = wanted.theme
    shell.announce()
    return answered(shell.state())
  }

  function cancelled(): Answer<never> {
    return refused('cancelled', language())
  }

  return {
    asked: {
      request,
      getState: async () => {
        await shell.opened
        return shell.state()
      },
      saveSettings: (value) => Promise.resolve(saveSettings(value)),
      openLibrary,
      openRecentLibrary,
      createLibrary,
      listBackups: async () =>
        answered((await backups()).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes }))),
      restoreBackup,
      chooseFiles: attachments.chooseFiles,
      openAttachment: attachments.openAttachment,
      print,
      readDraft: (name) => Promise.resolve(readDraft(name)),
      keepDraft: (name, text) => Promise.resolve(keepDraft(name, text)),
    },
    told: {
      cancelRequest: (key) => {
        if (typeof key === 'string') db.cancel(key)
      },
      painted: shell.painted,
    },
    broken: (incident) => refused('internal', language(), { incident }),
  }
}

const requestArguments = z.tuple([z.string().max(100), z.unknown(), z.string().max(200).optional()])

function pick<Item>(items: readonly Item[], index: unknown): Item | undefined {
  return typeof index === 'number' ? items[index] : undefined
}
