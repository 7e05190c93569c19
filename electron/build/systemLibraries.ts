import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readOutput, run, say } from './running.ts'

/**
 * Sees to the system libraries that Electron needs and a fresh Debian or Ubuntu lacks, and to Xvfb where
 * there is no display: installs them as root, otherwise prints the one command that does.
 */
export async function ensureSystemLibraries(): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = await missingPackages()
  if (missing.length === 0) return
  if (!isDebianLike()) {
    say(`Electron may not start: this system has no ${missing.join(', ')} (names as in Debian).`)
    return
  }
  if (process.getuid?.() !== 0) {
    say(`Electron needs packages that are not here. Run: sudo apt-get install -y ${missing.join(' ')}`)
    return
  }
  say(`Installing what Electron needs: ${missing.join(' ')}`)
  await aptGet('update', '-qq')
  const code = await aptGet('install', '-y', '-qq', '--no-install-recommends', ...missing)
  if (code !== 0) throw new Error(`apt-get install ${missing.join(' ')} failed with code ${String(code)}`)
}

/**
 * The programs with which tests read what the app writes: LibreOffice Calc and pdftotext. Where they cannot be had, the
 * tests that need them say that they were skipped.
 */
export async function ensureReaders(): Promise<void> {
  const missing = readers.filter(([program]) => !onPath(program)).map(([, packageName]) => packageName)
  if (process.platform !== 'linux' || missing.length === 0) return
  if (!isDebianLike() || process.getuid?.() !== 0) {
    say(
      `Tests that read workbooks and PDFs will be skipped without ${missing.join(' ')} (names as in Debian).`,
    )
    return
  }
  say(`Installing what tests read workbooks and PDFs with: ${missing.join(' ')}`)
  await aptGet('update', '-qq')
  const code = await aptGet('install', '-y', '-qq', '--no-install-recommends', ...missing)
  if (code !== 0)
    say(`apt-get install ${missing.join(' ')} failed with code ${String(code)}; those tests are skipped`)
}

/** Program -> Debian package. */
const readers: readonly (readonly [program: string, packageName: string])[] = [
  ['soffice', 'libreoffice-calc-nogui'],
  ['pdftotext', 'poppler-utils'],
]

/** Library file -> Debian package; those marked got a `t64` at their end in Debian 13 and Ubuntu 24.04. */
const libraries: readonly (readonly [file: string, packageName: string, renamed: boolean])[] = [
  ['libgtk-3.so.0', 'libgtk-3-0', true],
  ['libnss3.so', 'libnss3', false],
  ['libasound.so.2', 'libasound2', true],
  ['libgbm.so.1', 'libgbm1', false],
  ['libXss.so.1', 'libxss1', false],
  ['libXtst.so.6', 'libxtst6', false],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0', true],
  ['libdrm.so.2', 'libdrm2', false],
]

async function missingPackages(): Promise<readonly string[]> {
  const known = await readOutput(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'])
  const suffix = hasTimeT64Names() ? 't64' : ''
  const missing = libraries
    .filter(([file]) => !known.includes(`${file} `))
    .map(([, name, renamed]) => (renamed ? name + suffix : name))
  return process.env['DISPLAY'] || onPath('Xvfb') ? missing : [...missing, 'xvfb']
}

function isDebianLike(): boolean {
  return onPath('apt-get')
}

function hasTimeT64Names(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? '0')
  return /^ID=ubuntu/m.test(release) ? version >= 24.04 : version >= 13
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

function aptGet(...args: readonly string[]): Promise<number> {
  return run('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
