import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What is typed and not saved yet: in this person's own folder, by library; no part of the books. */
export interface Drafts {
  /** Null where none is kept. */
  readonly read: (libraryId: string, name: DraftName) => string | null
  /** Writes at once and whole; null ends it. */
  readonly keep: (libraryId: string, name: DraftName, text: string | null) => void
}

export const draftName = z.enum(['batch'])
export type DraftName = z.infer<typeof draftName>
/** A batch of five hundred rows is a tenth of it. */
export const draftText = z.string().max(4_000_000).nullable()

export function openDrafts(userDataDir: string): Drafts {
  const folder = join(userDataDir, 'drafts')
  const pathOf = (libraryId: string, name: DraftName) =>
    join(folder, `${libraryId.replaceAll(/[^\w-]/g, '_')}-${name}.json`)
  return {
    read: (libraryId, name) => {
      try {
        return readFileSync(pathOf(libraryId, name), 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    keep: (libraryId, name, text) => {
      const path = pathOf(libraryId, name)
      if (text === null) {
        rmSync(path, { force: true })
        return
      }
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const fresh = `${path}.new`
      writeFileSync(fresh, text, { mode: 0o600, flush: true })
      chmodSync(fresh, 0o600)
      renameSync(fresh, path)
    },
  }
}
