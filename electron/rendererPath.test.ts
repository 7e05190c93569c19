import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rendererPath } from './rendererPath.ts'

const folder = join(sep, 'app', 'renderer')

test('the first page and what lies beside it are served', () => {
  expect(rendererPath(folder, 'app://capital/')).toBe(join(folder, 'index.html'))
  expect(rendererPath(folder, 'app://capital/assets/main.js?v=1#x')).toBe(join(folder, 'assets', 'main.js'))
})

test.each([
  'app://capital/..%2f..%2fpackage.json',
  'app://capital/%2e%2e/%2e%2e/etc/passwd',
  'app://capital/..%5c..%5cpackage.json%00.js',
  'app://elsewhere/index.html',
  'file:///etc/passwd',
  'not an address',
  'app://capital/%zz',
])('%s leads nowhere', (url) => {
  const path = rendererPath(folder, url)
  expect(path === undefined || path.startsWith(folder + sep)).toBe(true)
  if (url.includes('%2f') || !url.startsWith('app://capital/')) expect(path).toBeUndefined()
})

test('no address leads out of the folder', () => {
  const parts = fc.array(fc.constantFrom('..', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '%00', '.', '%25'))
  fc.assert(
    fc.property(parts, (list) => {
      const path = rendererPath(folder, `app://capital/${list.join('')}`)
      return path === undefined || (path.startsWith(folder + sep) && !path.includes('\0'))
    }),
  )
})
