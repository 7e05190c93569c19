import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { askable, plansFile, somePayment, temporaryFolder } from '../fixture/temporaryLibrary.ts'
import { openLibrary } from '../library.ts'

const now = new Date('2026-03-10T10:00:00Z')

describe('a file that is no sound library is refused with the reason and left as it was', () => {
  test.each<[string, (file: string) => void, string]>([
    [
      'an empty file',
      (file) => {
        writeFileSync(file, '')
      },
      'libraryDamaged',
    ],
    [
      'a text file',
      (file) => {
        writeFileSync(file, '不是库'.repeat(200))
      },
      'libraryForeign',
    ],
    [
      'a library of another program',
      (file) => {
        patch(file, 68, Buffer.from([1, 2, 3, 4]))
      },
      'libraryForeign',
    ],
    [
      'a newer format',
      (file) => {
        patch(file, 60, Buffer.from([0, 0, 0, 99]))
      },
      'libraryNewer',
    ],
    [
      'a file cut in half',
      (file) => {
        writeFileSync(file, readFileSync(file).subarray(0, 20_480))
      },
      'libraryDamaged',
    ],
    [
      'a zeroed page',
      (file) => {
        patch(file, 4096 * 5, Buffer.alloc(4096))
      },
      'libraryDamaged',
    ],
    [
      'a zeroed schema',
      (file) => {
        patch(file, 100, Buffer.alloc(3000))
      },
      'libraryDamaged',
    ],
  ])('%s', async (_, spoil, code) => {
    const file = await plansFile()
    spoil(file)
    const before = readFileSync(file)
    expect(refusalOf(() => openLibrary(file, temporaryFolder(), now))).toBe(code)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that is not there is not made', () => {
    const file = join(temporaryFolder(), 'nowhere.cpt')
    expect(refusalOf(() => openLibrary(file, temporaryFolder(), now))).toBe('libraryMissing')
    expect(existsSync(file)).toBe(false)
  })
})

test('a second opening of the same file is refused with the holder named', async () => {
  const file = await plansFile()
  const first = openLibrary(file, temporaryFolder(), now)
  try {
    openLibrary(file, temporaryFolder(), now)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'libraryBusy' })
    expect(error instanceof RuleBroken && String(error.params['holder'])).toContain(
      `pid ${String(process.pid)}`,
    )
  }
  first.close()
})

test.each([
  ['folder', 'readOnlyFolder'],
  ['file', 'readOnlyFile'],
])('in a read-only %s it opens view-only and is not touched', async (what, reason) => {
  const folder = temporaryFolder()
  const file = await plansFile(folder)
  const before = readFileSync(file)
  chmodSync(what === 'folder' ? folder : file, what === 'folder' ? 0o500 : 0o400)
  const library = openLibrary(file, temporaryFolder(), now)
  expect(library.viewOnly).toBe(reason)
  const { ask, refusal, close } = askable(file, library)
  expect((await ask('listProjects', {})).total).toBe(26)
  expect((await refusal('recordPayment', somePayment())).code).toBe('libraryReadOnly')
  close()
  chmodSync(folder, 0o700)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['测试.cpt'])
})

test('a new library never overwrites a file and leaves no scraps', async () => {
  const folder = temporaryFolder()
  const file = await plansFile(folder)
  const before = readFileSync(file)
  await expect(plansFile(folder)).rejects.toMatchObject({ code: 'libraryExists' })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['测试.cpt'])
})

test('two that make the same library at once: one is whole, the other is refused', async () => {
  const folder = temporaryFolder()
  const made = await Promise.allSettled([plansFile(folder), plansFile(folder), plansFile(folder)])
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    made.filter((one) => one.status === 'rejected').map((one) => (one.reason as RuleBroken).code),
  ).toEqual(['libraryExists', 'libraryExists'])
  expect(readdirSync(folder)).toEqual(['测试.cpt'])
})

test('a folder and a file with our mark but without our tables are foreign', () => {
  const folder = temporaryFolder()
  expect(refusalOf(() => openLibrary(folder, folder, now))).toBe('libraryForeign')
  const bare = join(folder, 'bare.cpt')
  const sqlite = new Database(bare)
  sqlite.exec('CREATE TABLE x (y); PRAGMA application_id = 1129337932; PRAGMA user_version = 1')
  sqlite.close()
  expect(refusalOf(() => openLibrary(bare, folder, now))).toBe('libraryForeign')
})

test('a backup or an export never replaces a library, least of all the open one', async () => {
  const file = await plansFile()
  const { ask, refusal } = askable(file, openLibrary(file, temporaryFolder(), now))
  expect((await refusal('backupLibrary', { file })).code).toBe('libraryExists')
  expect((await refusal('exportPayments', { file })).code).toBe('libraryExists')
  await ask('recordPayment', somePayment())
  expect(await ask('verifyLibrary', {})).toMatchObject({ isSound: true })
  expect((await refusal('exportPayments', { file: '' })).code).toBe('fileNotWritable')
})

test('a backup opens as a library with the same head', async () => {
  const folder = temporaryFolder()
  const file = await plansFile(folder)
  const { ask } = askable(file, openLibrary(file, folder, now))
  const backup = await ask('backupLibrary', { file: join(folder, '备份.cpt') })
  const copy = askable(backup.file, openLibrary(backup.file, folder, now))
  expect((await copy.ask('getLibrary', {})).headHash).toBe(backup.headHash)
})

test('the file is readable by its owner alone', async () => {
  expect(statSync(await plansFile()).mode & 0o077).toBe(0)
})

test('a bad page that only shows when it is read answers as damage, not as a fault of the app', async () => {
  const file = await plansFile()
  const library = openLibrary(file, temporaryFolder(), now)
  const { refusal, db } = askable(file, library)
  db.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  db.sqlite.pragma('shrink_memory')
  const root = new Database(file, { readonly: true, timeout: 0 })
  root.close()
  patch(file, 4096, Buffer.alloc(statSync(file).size - 4096, 7))
  db.sqlite.pragma('cache_size = 1')
  db.sqlite.pragma('shrink_memory')
  expect((await refusal('listProjects', {})).code).toBe('libraryDamaged')
})

function refusalOf(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    if (error instanceof RuleBroken) return error.code
    throw error
  }
  return 'opened'
}

function patch(file: string, at: number, bytes: Buffer) {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}
