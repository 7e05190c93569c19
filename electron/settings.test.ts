import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettings, parseUserSettings, withRecentLibrary } from './settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cpt-settings-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('on a new computer nobody has a name yet, and the device has an id that stays', () => {
  const first = openSettings(folder).current()
  expect(first.actor).toBeNull()
  expect(openSettings(folder).current().deviceId).toBe(first.deviceId)
})

test('what was chosen is there at the next start', () => {
  openSettings(folder).change({ actor: { name: '李会计', role: 'finance' }, amountUnit: 'yuan' })
  expect(openSettings(folder).current()).toMatchObject({ actor: { name: '李会计' }, amountUnit: 'yuan' })
})

test.each(['', '{', '[]', '{"deviceId":5}', '{"deviceId":"x","language":"fr"}'])(
  'settings that cannot be read (%s) are set aside, not lost',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text)
    expect(openSettings(folder).current().language).toBe('zh-CN')
    const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.unreadable-'))
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text)
  },
)

test('only the user may read the file', () => {
  openSettings(folder)
  expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
})

test('a library opened again moves to the front; eight are kept', () => {
  const settings = openSettings(folder)
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) {
    settings.change(withRecentLibrary(settings.current(), name))
  }
  expect(settings.current().recentLibraries).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b'])
})

test('the window cannot set more than its own settings', () => {
  const good = { actor: null, language: 'en', amountUnit: 'wan', theme: 'dark', isProjector: true }
  expect(parseUserSettings(good)).toEqual(good)
  expect(parseUserSettings({ ...good, lastLibrary: '/etc/passwd' })).toBeUndefined()
  expect(parseUserSettings({ ...good, language: 'fr' })).toBeUndefined()
  expect(parseUserSettings(null)).toBeUndefined()
})
