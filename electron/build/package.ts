import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, Platform } from 'electron-builder'
import { builderConfiguration } from './builder.ts'
import { bundle } from './bundle.ts'
import { outFolder, projectFolder } from './place.ts'
import { say } from './running.ts'
import { findRuntime } from './runtime.ts'

/**
 * `npm run package [-- --electron DIR] [--installer]`: the unpacked app for this platform in `out/package`;
 * with `--installer` what people install (nsis, dmg, deb and AppImage), which needs the internet.
 */
const { values } = parseArgs({ options: { electron: { type: 'string' }, installer: { type: 'boolean' } } })
const given =
  values.electron === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', values.electron)
const dist = given ?? (await findRuntime()).dist
const electronVersion = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
// Electron 36 is the first with Node-API 10, which the SQLite module needs.
const isTestPackage = Number.parseInt(electronVersion) < 36
if (isTestPackage) {
  say(`A test package on Electron ${electronVersion}, with a Node of its own inside: not for release.`)
}

say('Building.')
await bundle()
const electronDist = cleanCopy(dist)
await build({
  projectDir: projectFolder,
  targets: Platform.current().createTarget(values.installer === true ? installers() : 'dir'),
  publish: 'never',
  config: builderConfiguration({
    electronDist,
    electronVersion,
    node: isTestPackage ? join(projectFolder, 'node_modules', 'node', 'bin', 'node') : undefined,
  }),
})
rmSync(electronDist, { recursive: true, force: true })
say(`Packaged into ${join(outFolder, 'package')}`)

/** The app of a development copy, a link to this project, must not come along. */
function cleanCopy(from: string): string {
  const to = join(outFolder, 'electron-to-package')
  rmSync(to, { recursive: true, force: true })
  const isApp = (path: string) => relative(from, path) === join('resources', 'app')
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: (path) => !isApp(path) })
  return to
}

function installers(): string[] {
  if (process.platform === 'win32') return ['nsis']
  return process.platform === 'darwin' ? ['dmg'] : ['deb', 'AppImage']
}
