import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

test('a library is given as two words or as one', () => {
  expect(readFlags(['--library', 'a.cpt'], '/home/li').library).toBe('/home/li/a.cpt')
  expect(readFlags(['--library=/data/a.cpt'], '/home/li').library).toBe('/data/a.cpt')
})

test('a double-clicked library comes as a bare path', () => {
  expect(readFlags(['/data/新会所.cpt'], '/').library).toBe('/data/新会所.cpt')
})

test('the folder of the app and switches of Chromium are passed over', () => {
  const flags = readFlags(['/work/app', '--no-sandbox', '--remote-debugging-port=0', '--lang=zh-CN'], '/')
  expect(flags).toEqual({
    userDataDir: undefined,
    library: undefined,
    actor: undefined,
    screenshot: undefined,
    rendererUrl: undefined,
  })
})

test('a name and a role make the person who works; an unknown role makes nobody', () => {
  expect(readFlags(['--actor', '李会计', '--role', 'liaison'], '/').actor).toEqual({
    name: '李会计',
    role: 'liaison',
  })
  expect(readFlags(['--actor', '李会计'], '/').actor?.role).toBe('finance')
  expect(readFlags(['--actor', '李会计', '--role', 'king'], '/').actor).toBeUndefined()
})

test('a flag without its value counts as not given', () => {
  expect(readFlags(['--library'], '/').library).toBeUndefined()
  expect(readFlags(['--user-data-dir'], '/').userDataDir).toBeUndefined()
})
