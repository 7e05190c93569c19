import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import { outFolder, projectFolder } from './place.ts'

const appFolder = join(outFolder, 'app')

/** Builds what the app runs from, beside `out/app`, and puts it in its place when it is whole. */
export async function bundle(): Promise<void> {
  const fresh = join(outFolder, `app-${String(process.pid)}`)
  try {
    await Promise.all([build(rendererConfig(fresh)), bundleProcesses(fresh)])
    await rm(appFolder, { recursive: true, force: true })
    await rename(fresh, appFolder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Everything but the window: main process, preload, db process and its migrations. */
export async function bundleProcesses(target = appFolder): Promise<void> {
  await Promise.all([
    build(processConfig('electron/main.ts', join(target, 'electron'), 'main.js')),
    build(processConfig('electron/preload.ts', join(target, 'electron'), 'preload.cjs')),
    build(processConfig('db/process.ts', join(target, 'db'), 'process.js')),
  ])
  // db/store/migrate.ts reads `migrations/` beside itself; in the bundle that is beside process.js.
  await cp(join(projectFolder, 'db/store/migrations'), join(target, 'db/migrations'), { recursive: true })
}

/** Relative addresses, because the window is served from app:// and not from a server's root. */
export function rendererConfig(target = appFolder): InlineConfig {
  return {
    ...quiet,
    root: join(projectFolder, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(target, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      chunkSizeWarningLimit: 4096,
      // The content security policy knows no data: fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  }
}

const quiet = { configFile: false, logLevel: 'warn', clearScreen: false } satisfies InlineConfig

/** The preload is CommonJS because a sandboxed preload cannot be a module. */
function processConfig(entry: string, folder: string, file: string): InlineConfig {
  return {
    ...quiet,
    root: projectFolder,
    publicDir: false,
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      ssr: join(projectFolder, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: {
          entryFileNames: file,
          format: file.endsWith('.cjs') ? 'cjs' : 'es',
          codeSplitting: false,
        },
      },
    },
  }
}

if (import.meta.main) await bundle()
