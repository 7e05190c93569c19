import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSameFile } from './sameFile.ts'

test('one file is known again through links and detours, and another of the same content is another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpt-same-'))
  const at = (name: string) => join(folder, name)
  writeFileSync(at('库.cpt'), '')
  writeFileSync(at('另.cpt'), '')
  symlinkSync(at('库.cpt'), at('链.pdf'))
  linkSync(at('库.cpt'), at('硬.csv'))
  const same = ['库.cpt', '链.pdf', '硬.csv', `../${folder.split('/').at(-1) ?? ''}/库.cpt`]
  expect(same.map((name) => isSameFile(at(name), at('库.cpt')))).toEqual([true, true, true, true])
  expect(isSameFile(at('另.cpt'), at('库.cpt'))).toBe(false)
  expect(isSameFile(at('不在.cpt'), at('不在.cpt'))).toBe(false)
  rmSync(folder, { recursive: true })
})
