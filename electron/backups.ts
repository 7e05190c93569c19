import { constants } from 'node:fs'
import { copyFile, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface Backup {
  readonly path: string
  readonly name: string
  readonly madeAt: string
  readonly bytes: number
}

/**
 * The verified copies of a library that the db process keeps in a folder, newest first. Libraries of one name are told
 * apart by their id; without it, every copy of that name is listed.
 */
export async function listBackups(
  folder: string,
  library: string,
  id: string | undefined,
): Promise<readonly Backup[]> {
  const names = await readdir(folder).catch(() => [])
  const stem = basename(library, '.cpt')
  const backups = names.flatMap((name) => {
    const [, found, foundId, ...at] = backupName.exec(name) ?? []
    const isOfLibrary = found === stem && (id === undefined || foundId === id.slice(-8))
    return isOfLibrary ? [describe(join(folder, name), at)] : []
  })
  return (await Promise.all(backups)).sort((a, b) => b.madeAt.localeCompare(a.madeAt))
}

/** Copies a backup beside the file it replaces, under a new name: the damaged file stays as it is. */
export async function copyBackupBeside(backup: Backup, damaged: string, mark: string): Promise<string> {
  const stamp = backup.madeAt.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')
  const stem = join(dirname(damaged), `${basename(damaged, '.cpt')}-${mark}-${stamp}`)
  return copyToFreeName(backup.path, stem, 1)
}

/** NAME-LIBRARYID8-YYYYMMDDTHHMMSSZ.cpt, with a word at the end for a copy made before a migration. */
const backupName = /^(.+)-([\da-f]{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-[a-z0-9]+)?\.cpt$/

async function describe(path: string, at: readonly string[]): Promise<Backup> {
  const { size } = await stat(path)
  const madeAt = `${at.slice(0, 3).join('-')}T${at.slice(3).join(':')}Z`
  return { path, name: basename(path), madeAt, bytes: size }
}

async function copyToFreeName(from: string, stem: string, attempt: number): Promise<string> {
  const target = `${stem}${attempt === 1 ? '' : `-${String(attempt)}`}.cpt`
  try {
    await copyFile(from, target, constants.COPYFILE_EXCL)
    return target
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isTaken) throw error
    return copyToFreeName(from, stem, attempt + 1)
  }
}
