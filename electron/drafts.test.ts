import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDrafts } from './drafts.ts'

test('what was typed is there again after a restart, for its own library, readable by its person alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cpt-drafts-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  expect(openDrafts(folder).read('library-1', 'batch')).toBeNull()
  openDrafts(folder).keep('library-1', 'batch', '甲')
  openDrafts(folder).keep('../library-2', 'batch', '乙')
  expect(openDrafts(folder).read('library-1', 'batch')).toBe('甲')
  const files = readdirSync(join(folder, 'drafts'))
  expect(files.toSorted()).toEqual(['___library-2-batch.json', 'library-1-batch.json'])
  for (const file of files) expect(statSync(join(folder, 'drafts', file)).mode & 0o777).toBe(0o600)
  openDrafts(folder).keep('library-1', 'batch', null)
  openDrafts(folder).keep('library-1', 'batch', null)
  expect(openDrafts(folder).read('library-1', 'batch')).toBeNull()
})
