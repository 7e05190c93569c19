import type { Library } from '../db/domain/library.ts'
import type { AppState } from '../db/requests/wire.ts'
import type { Settings } from './settings.ts'

/** What of a library is kept outside its file. */
export type LibrarySeen = Pick<Library, 'id' | 'changeCount' | 'headHash'>

/** Remembers which library lies at a path and where its chain ends. */
export function withLibrarySeen(before: Settings, file: string, library: LibrarySeen): Partial<Settings> {
  const { id, changeCount, headHash } = library
  return {
    libraryIds: { ...before.libraryIds, [file]: id },
    chainEnds: { ...before.chainEnds, [id]: { changeCount, headHash } },
  }
}

/**
 * Whether a library has lost changes since it was last open here. A chain that was cut off is whole in itself: only
 * what was noted elsewhere shows it.
 */
export function cutTailOf(before: Settings, library: LibrarySeen): AppState['cutTail'] {
  const remembered = before.chainEnds[library.id]?.changeCount ?? 0
  return library.changeCount < remembered ? { remembered, found: library.changeCount } : null
}
