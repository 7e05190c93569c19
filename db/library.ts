import { join } from 'node:path'
import { type Call, runRequest, type Serving } from './serve.ts'
import { backUpNow, backupName } from './store/backup.ts'
import { getLibrary } from './store/library.ts'
import { makeLibraryFile, type OpenLibrary, openLibraryFile } from './store/libraryFile.ts'

/**
 * Makes a new library file by the request createLibrary or loadPlans: whole under its name, or not there.
 * @throws RuleBroken as those requests do; libraryExists, fileNotWritable
 */
export async function makeLibrary(
  file: string,
  call: Call,
  maker: Omit<Serving, 'db' | 'isViewOnly'>,
): Promise<unknown> {
  return await makeLibraryFile(file, async (db) => {
    const serving = { ...maker, db, isViewOnly: false }
    if (call.name === 'loadPlans')
      await runRequest(serving, { ...call, name: 'createLibrary', input: {} }, goOn)
    return await runRequest(serving, call, goOn)
  })
}

/** Opens a library; one of an older format is backed up and verified first, in `backupFolder`. */
export function openLibrary(file: string, backupFolder: string, now: Date): OpenLibrary {
  return openLibraryFile(file, (db) => {
    const { id } = getLibrary(db)
    backUpNow(db, join(backupFolder, backupName({ file, id }, now.toISOString(), 'migration')))
  })
}

/** For work that nobody watches. */
export function goOn(): Promise<boolean> {
  return Promise.resolve(true)
}
