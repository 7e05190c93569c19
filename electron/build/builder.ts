import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { setFuses } from './fuses.ts'
import { outFolder, projectFolder } from './place.ts'

export const executableName = 'capital-project-tracker'

export interface PackageParts {
  /** An unpacked Electron without an app in it. */
  readonly electronDist: string
  readonly electronVersion: string
  /** A Node of its own for the db process: test packages on an old Electron only. */
  readonly node: string | undefined
}

/** What electron-builder makes of the built app. The bundles hold every dependency but the SQLite module. */
export function builderConfiguration(parts: PackageParts): Configuration {
  return {
    appId: 'cn.capital-project-tracker',
    productName: '基建台账',
    executableName,
    directories: { output: join(outFolder, 'package'), buildResources: join(projectFolder, 'assets') },
    electronDist: parts.electronDist,
    electronVersion: parts.electronVersion,
    npmRebuild: false,
    files: [
      'package.json',
      'out/app/**',
      '!node_modules/!(better-sqlite3){,/**}',
      '!node_modules/better-sqlite3/{deps,src,binding.gyp}{,/**}',
      '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
    ],
    asar: true,
    // Native code is loaded from a real file; and a Node of its own cannot read the archive.
    asarUnpack: ['package.json', 'out/app/db/**', 'node_modules/better-sqlite3/**'],
    extraResources: parts.node === undefined ? [] : [{ from: parts.node, to: 'node' }],
    electronLanguages: ['zh-CN', 'en-US'],
    fileAssociations: [
      {
        ext: 'cpt',
        name: '基建台账项目库',
        mimeType: 'application/x-capital-project-tracker',
        role: 'Editor',
      },
    ],
    extraMetadata: { author: '基建台账', homepage: 'https://localhost/' },
    linux: { category: 'Office', icon: 'icon.png', maintainer: '基建台账' },
    win: { icon: 'icon.png' },
    mac: { icon: 'icon.png', category: 'public.app-category.finance' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
      const { productFilename } = packager.appInfo
      const names: Readonly<Record<string, string>> = {
        darwin: `${productFilename}.app`,
        win32: `${productFilename}.exe`,
      }
      await setFuses(join(appOutDir, names[electronPlatformName] ?? executableName), electronPlatformName)
    },
  }
}
