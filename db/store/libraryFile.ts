import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { applicationId, type Connection, connect } from './database.ts'
import { formatVersion, migrate, versionOf } from './migrate.ts'

export type ViewOnly = null | 'readOnlyFolder' | 'readOnlyFile'

export interface OpenLibrary {
  readonly file: string
  readonly viewOnly: ViewOnly
  readonly db: Connection
  readonly close: () => void
}

/**
 * Makes a new, empty library. It is built under another name and renamed when complete and on the disk: a file at
 * `file` is a whole library or is not there.
 * @throws RuleBroken libraryExists, fileNotWritable
 */
export async function makeLibraryFile<Result>(
  file: string,
  fill: (db: Connection) => Promise<Result>,
): Promise<Result> {
  if (existsSync(file)) throw new RuleBroken('libraryExists', ['file'], { file })
  // A name of its own: two that make the same library at once must not write into one file.
  const part = `${file}.${String(process.pid)}-${randomBytes(4).toString('hex')}.part`
  try {
    closeSync(openSync(part, 'wx', 0o600))
  } catch {
    throw new RuleBroken('fileNotWritable', ['file'], { file })
  }
  try {
    const db = connect(part)
    let result: Result
    try {
      migrate(db)
      result = await fill(db)
    } finally {
      db.sqlite.pragma('journal_mode = DELETE')
      db.sqlite.close()
    }
    syncFile(part)
    publish(part, file)
    syncFolder(dirname(file))
    return result
  } finally {
    for (const end of ['', '-wal', '-journal']) rmSync(`${part}${end}`, { force: true })
  }
}

/**
 * Opens a library for this process alone. A file that cannot be one is refused before SQLite touches it.
 * In a read-only place a private copy is read, since a WAL file cannot be opened there.
 * @throws RuleBroken libraryMissing, libraryForeign, libraryNewer, libraryDamaged, libraryBusy
 */
export function openLibraryFile(file: string, backUp: (db: Connection) => void): OpenLibrary {
  inspectHeader(file)
  const viewOnly = whyViewOnly(file)
  if (viewOnly !== null) return openCopy(file, viewOnly)
  const holder = `${file}-holder`
  const db = refusing(() => connect(file, checkOpen), holder)
  try {
    if (versionOf(db) < formatVersion) {
      backUp(db)
      migrate(db)
    }
    writeFileSync(holder, `${userInfo().username}@${hostname()} (pid ${String(process.pid)})`, {
      mode: 0o600,
    })
  } catch (error) {
    db.sqlite.close()
    throw damage(error) ?? error
  }
  const close = () => {
    db.sqlite.close()
    rmSync(holder, { force: true })
  }
  return { file, viewOnly, db, close }
}

/** What SQLite says when the file itself is bad, as a coded error; null for any other error. */
export function damage(error: unknown): RuleBroken | null {
  const code = codeOf(error)
  if (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    code.startsWith('SQLITE_IOERR_SHORT') ||
    isSchemaGone(code, error)
  ) {
    return new RuleBroken('libraryDamaged', ['file'], {
      detail: error instanceof Error ? error.message : code,
    })
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new RuleBroken('diskFull')
  return null
}

/** The statements are constants of this program: a name that they miss was lost from the file. */
function isSchemaGone(code: string, error: unknown): boolean {
  return (
    code === 'SQLITE_ERROR' &&
    error instanceof Error &&
    /^no such (?:table|column)|malformed/.test(error.message)
  )
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** Gives the finished file its name, and never takes one that is there; file systems without links rename. */
function publish(part: string, file: string) {
  try {
    linkSync(part, file)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file))
      throw new RuleBroken('libraryExists', ['file'], { file })
    renameSync(part, file)
  }
}

/** Whether two paths are one file, however they are written. */
export function isSameFile(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return a.ino === b.ino && a.dev === b.dev
}

/** Makes a rename itself durable; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** SQLite's file format: magic, page size at 16, page count at 28, user_version at 60, application_id at 68. */
function inspectHeader(file: string) {
  if (!existsSync(file)) throw new RuleBroken('libraryMissing', ['file'], { file })
  const header = Buffer.alloc(100)
  const length = readHeader(file, header)
  const { size } = statSync(file)
  if (size === 0) throw new RuleBroken('libraryDamaged', ['file'], { detail: '0 B' })
  if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new RuleBroken('libraryForeign', ['file'])
  if (header.readUInt32BE(68) !== applicationId) throw new RuleBroken('libraryForeign', ['file'])
  const version = header.readUInt32BE(60)
  if (version > formatVersion)
    throw new RuleBroken('libraryNewer', ['file'], { version, supported: formatVersion })
  const storedPageSize = header.readUInt16BE(16)
  const pageSize = storedPageSize === 1 ? 65536 : storedPageSize
  const expected = header.readUInt32BE(28) * pageSize
  const hasWal = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  if (size < expected && !hasWal) {
    throw new RuleBroken('libraryDamaged', ['file'], { detail: `${String(size)} B < ${String(expected)} B` })
  }
}

function readHeader(file: string, header: Buffer): number {
  if (!statSync(file).isFile()) throw new RuleBroken('libraryForeign', ['file'])
  try {
    const handle = openSync(file, 'r')
    const length = readSync(handle, header, 0, header.length, 0)
    closeSync(handle)
    return length
  } catch {
    throw new RuleBroken('libraryUnreadable', ['file'], { file })
  }
}

/** A bad page in a small file is told at once; a large file is told by 校验账本, to open fast. */
const quickCheckBytes = 24 * 1024 * 1024

function checkOpen(db: Connection) {
  const version = versionOf(db)
  if (version > formatVersion)
    throw new RuleBroken('libraryNewer', ['file'], { version, supported: formatVersion })
  const hasLibrary =
    db.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'library'`) !== undefined
  if (version < 1 || !hasLibrary) throw new RuleBroken('libraryForeign', ['file'])
  const pages =
    Number(db.sqlite.pragma('page_count', { simple: true })) *
    Number(db.sqlite.pragma('page_size', { simple: true }))
  const found = pages <= quickCheckBytes ? String(db.sqlite.pragma('quick_check(1)', { simple: true })) : 'ok'
  if (found !== 'ok') throw new RuleBroken('libraryDamaged', ['file'], { detail: found })
  if (db.get('SELECT 1 FROM library') === undefined) throw new RuleBroken('libraryForeign', ['file'])
}

/** The read-only mark counts for administrators too: somebody set it. */
function whyViewOnly(file: string): ViewOnly {
  if ((statSync(file).mode & 0o222) === 0 || !isWritable(file)) return 'readOnlyFile'
  const folder = dirname(file)
  if ((process.platform !== 'win32' && (statSync(folder).mode & 0o222) === 0) || !isWritable(folder))
    return 'readOnlyFolder'
  return null
}

function isWritable(path: string) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Copies that a killed process left behind: the ledger must not lie about in a temporary folder. */
function sweepCopies() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^cpt-view-(\d+)-/.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function openCopy(file: string, viewOnly: ViewOnly): OpenLibrary {
  sweepCopies()
  const folder = mkdtempSync(join(tmpdir(), `cpt-view-${String(process.pid)}-`))
  const copy = join(folder, basename(file))
  const discard = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    for (const end of ['', '-wal']) {
      if (existsSync(`${file}${end}`))
        writeFileSync(`${copy}${end}`, readFileSync(`${file}${end}`), { mode: 0o600 })
    }
    const db = connect(copy, checkOpen)
    migrate(db)
    db.sqlite.pragma('query_only = ON')
    const close = () => {
      db.sqlite.close()
      discard()
    }
    return { file, viewOnly, db, close }
  } catch (error) {
    discard()
    throw damage(error) ?? error
  }
}

function refusing(open: () => Connection, holder: string): Connection {
  try {
    return open()
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      throw new RuleBroken('libraryBusy', ['file'], {
        holder: existsSync(holder) ? readFileSync(holder, 'utf8') : '?',
      })
    }
    throw damage(error) ?? error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
