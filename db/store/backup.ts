import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { headOf } from './chain.ts'
import { type Connection, connect } from './database.ts'
import { syncFile, syncFolder } from './libraryFile.ts'

export interface Backup {
  readonly file: string
  readonly bytes: number
  readonly headHash: string
}

/**
 * Copies the open library page by page while it stays in use, then opens the copy and checks it: only a copy that
 * holds the same head of the chain and passes SQLite's check gets the name.
 * @throws RuleBroken libraryExists, fileNotWritable, cancelled
 */
export async function backUpLibrary(
  db: Connection,
  file: string,
  onProgress: (done: number, total: number) => boolean = () => true,
): Promise<Backup> {
  // Never over a library: the open one would go on writing into a file that has no name any more.
  if (existsSync(file)) throw new RuleBroken('libraryExists', ['file'], { file })
  const part = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true })
    rmSync(part, { force: true })
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
  }
  try {
    await db.sqlite.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        if (!onProgress(totalPages - remainingPages, totalPages)) throw new RuleBroken('cancelled')
        return 1000
      },
    })
    return finish(db, part, file)
  } finally {
    for (const end of ['', '-wal', '-journal']) rmSync(`${part}${end}`, { force: true })
  }
}

/** The same, at once: before a migration nothing else may run. */
export function backUpNow(db: Connection, file: string): Backup {
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  rmSync(part, { force: true })
  db.sqlite.prepare('VACUUM INTO ?').run(part)
  return finish(db, part, file)
}

export interface StoredBackup {
  readonly file: string
  readonly name: string
  /** From the name, which the clock of that day gave. */
  readonly madeAt: string
  readonly bytes: number
  readonly changeCount: number
}

/** Backups of one library in a folder, newest first by its own count of changes, which no clock can turn back. */
export function listBackups(folder: string, library: LibraryName): StoredBackup[] {
  if (!existsSync(folder)) return []
  const stem = backupStem(library)
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = name.startsWith(`${stem}-`)
        ? /^(\d{8}T\d{6}Z)\.cpt$/.exec(name.slice(stem.length + 1))?.[1]
        : undefined
      if (madeAt === undefined) return []
      const file = join(folder, name)
      return [{ file, name, madeAt, bytes: statSync(file).size, changeCount: changesIn(file) }]
    })
    .toSorted((a, b) => b.changeCount - a.changeCount || (a.name < b.name ? 1 : -1))
}

export interface LibraryName {
  readonly file: string
  readonly id: string
}

/** STEM-LIBRARYID8-YYYYMMDDTHHMMSSZ.cpt: two libraries of one name never share a backup. */
export function backupName(library: LibraryName, at: string, mark = ''): string {
  const stamp = at.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')
  return `${backupStem(library)}-${stamp}${mark === '' ? '' : `-${mark}`}.cpt`
}

function backupStem({ file, id }: LibraryName) {
  return `${basename(file, '.cpt')}-${id.slice(-8)}`
}

/** 0 where the file cannot be read: the oldest, and the first to go. */
function changesIn(file: string): number {
  try {
    const copy = new Database(file, { readonly: true })
    try {
      return Number(copy.prepare('SELECT max(seq) FROM change').pluck().get())
    } finally {
      copy.close()
    }
  } catch {
    return 0
  }
}

function finish(db: Connection, part: string, file: string): Backup {
  const head = headOf(db).hash
  const copy = connect(part)
  try {
    const found = String(copy.sqlite.pragma('quick_check(1)', { simple: true }))
    if (found !== 'ok') throw new RuleBroken('libraryDamaged', ['file'], { detail: found })
    if (headOf(copy).hash !== head) throw new Error('the backup ends at another head than the library')
    copy.sqlite.pragma('journal_mode = DELETE')
  } finally {
    copy.sqlite.close()
  }
  syncFile(part)
  renameSync(part, file)
  syncFolder(dirname(file))
  return { file, bytes: statSync(file).size, headHash: head }
}
