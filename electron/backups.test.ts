import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyBackupBeside, listBackups } from './backups.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cpt-backups-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('backups of one library are listed newest first, with the time in their name', async () => {
  write('台账-0a1b2c3d-20260102T030405Z.cpt')
  write('台账-0a1b2c3d-20260203T040506Z-migration.cpt')
  write('台账-0a1b2c3d-20260203T040506Z.cpt.part')
  write('台账-二期-0a1b2c3d-20260301T000000Z.cpt')
  const found = await listBackups(folder, '/office/台账.cpt', undefined)
  expect(found.map(({ madeAt }) => madeAt)).toEqual(['2026-02-03T04:05:06Z', '2026-01-02T03:04:05Z'])
  expect(await listBackups(join(folder, 'not there'), '/office/台账.cpt', undefined)).toEqual([])
})

test('a library is offered its own backups, not those of another one with the same name', async () => {
  write('台账-0a1b2c3d-20260102T030405Z.cpt')
  write('台账-9f9f9f9f-20260203T040506Z.cpt')
  const mine = await listBackups(folder, '/office/台账.cpt', '01990000-0000-7000-8000-00000a1b2c3d')
  expect(mine.map(({ name }) => name)).toEqual(['台账-0a1b2c3d-20260102T030405Z.cpt'])
})

test('restoring leaves the damaged file as it is and never overwrites', async () => {
  write('台账-0a1b2c3d-20260102T030405Z.cpt')
  const damaged = join(folder, 'office', '台账.cpt')
  mkdirSync(join(folder, 'office'))
  writeFileSync(damaged, 'damaged')
  const [made] = await listBackups(folder, damaged, undefined)
  if (made === undefined) throw new Error('no backup')
  const first = await copyBackupBeside(made, damaged, '恢复')
  const second = await copyBackupBeside(made, damaged, '恢复')
  expect(basename(first)).toBe('台账-恢复-20260102-0304.cpt')
  expect(basename(second)).toBe('台账-恢复-20260102-0304-2.cpt')
  expect(readFileSync(damaged, 'utf8')).toBe('damaged')
  expect(readFileSync(second, 'utf8')).toBe('台账-0a1b2c3d-20260102T030405Z.cpt')
})

function write(name: string): void {
  writeFileSync(join(folder, name), name)
}
