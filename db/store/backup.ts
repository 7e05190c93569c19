import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { headOf } from './change.ts'
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
 * @throws RuleBroken fileNotWritable, cancelled
 */
export async function backUpLibrary(
  db: Connection,
  file: string,
  onProgress: (done: number, total: number) => boolean = () => true,
): Promise<Backup> {
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
}

/** Backups of one library in a folder, newest first by name. */
export function listBackups(folder: string, libraryFile: string): StoredBackup[] {
  if (!existsSync(folder)) return []
  const stem = basename(libraryFile, '.cpt')
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = /^(.+)-(\d{8}T\d{6}Z)(?:-[a-z0-9]+)?\.cpt$/.exec(name)
      if (madeAt?.[1] !== stem || madeAt[2] === undefined) return []
      return [{ file: join(folder, name), name, madeAt: madeAt[2], bytes: statSync(join(folder, name)).size }]
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1))
}

/** stem-YYYYMMDDTHHMMSSZ.cpt */
export function backupName(libraryFile: string, at: string, mark = ''): string {
  return `${basename(libraryFile, '.cpt')}-${at.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')}${mark === '' ? '' : `-${mark}`}.cpt`
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
