import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onceAmong, safeName } from './safeName.ts'

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\x.exe', 'C__Windows_x.exe'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['名称. . ', '名称'],
  ['.hidden', 'hidden'],
  ['a\u202efdp.exe', 'a_fdp.exe'],
  ['换\n行.pdf', '换_行.pdf'],
  ['', '_'],
  ['...', '_'],
] as const)('%j becomes %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

test('any name becomes one that stays in its folder on every system, and is not changed again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name)
      expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}]|^\.|[. ]$/u)
      expect(safe.length).toBeGreaterThan(0)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
      expect(safe).not.toMatch(/^(con|nul|aux|prn|com\d|lpt\d)(\.|$)/i)
      expect(safeName(safe)).toBe(safe)
    }),
  )
})

test('two names that differ in case alone do not fall together', () => {
  const taken = new Set<string>()
  expect(['票.PDF', '票.pdf', '票.pdf', 'x', 'X'].map((name) => onceAmong(taken, name))).toEqual([
    '票.PDF',
    '票 (2).pdf',
    '票 (3).pdf',
    'x',
    'X (2)',
  ])
})
