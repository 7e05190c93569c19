import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutTailOf, withLibrarySeen } from './librarySeen.ts'
import { openSettings } from './settings.ts'

test('a library with fewer changes than when it was last open is noticed after a new start, by its id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpt-seen-'))
  const settings = openSettings(folder)
  const library = { id: 'one', changeCount: 70, headHash: 'a' }
  expect(cutTailOf(settings.current(), library)).toBeNull()
  settings.change(withLibrarySeen(settings.current(), '/office/库.cpt', library))
  settings.change(withLibrarySeen(settings.current(), '/office/另.cpt', { ...library, id: 'two' }))

  const later = openSettings(folder).current()
  expect(cutTailOf(later, { ...library, changeCount: 68 })).toEqual({ remembered: 70, found: 68 })
  expect(cutTailOf(later, library)).toBeNull()
  expect(cutTailOf(later, { ...library, changeCount: 71 })).toBeNull()
  expect(cutTailOf(later, { ...library, id: 'three', changeCount: 1 })).toBeNull()
  expect(later.libraryIds).toEqual({ '/office/库.cpt': 'one', '/office/另.cpt': 'two' })
  rmSync(folder, { recursive: true })
})
