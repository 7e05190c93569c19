import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { actor } from '../db/domain/actor.ts'
import { languages } from '../db/domain/ruleText.ts'
import type { UserSettings } from '../db/requests/wire.ts'

/** What one person on one computer has chosen, and by what the libraries seen here are known again. */
export type Settings = z.infer<typeof settings>

export interface SettingsFile {
  readonly current: () => Settings
  /** Writes at once and whole: a crash leaves the old file or the new one. */
  readonly change: (changes: Partial<Settings>) => Settings
}

/** Opens the settings of this user; a file that cannot be read is set aside and the defaults are used. */
export function openSettings(userDataDir: string): SettingsFile {
  const path = join(userDataDir, 'settings.json')
  let current = read(path)
  const change = (changes: Partial<Settings>): Settings => {
    current = settings.parse({ ...current, ...changes })
    write(path, current)
    return current
  }
  change({})
  return { current: () => current, change }
}

/** Puts a library in front of the list of recent ones. */
export function withRecentLibrary(before: Settings, library: string): Partial<Settings> {
  const others = before.recentLibraries.filter((path) => path !== library)
  return { lastLibrary: library, recentLibraries: [library, ...others].slice(0, 8) }
}

/** The part that the window may see and change, as it comes over the wire. */
export function parseUserSettings(value: unknown): UserSettings | undefined {
  return userSettings.safeParse(value).data
}

const windowBounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
})

const chainEnd = z.object({ changeCount: z.int(), headHash: z.string() })

const settings = z.object({
  /** Names this computer in the change chain; made once and kept. */
  deviceId: z.uuidv7(),
  /** Null until the first start is done. */
  actor: actor.nullable().default(null),
  language: z.enum(languages).default('zh-CN'),
  amountUnit: z.enum(['wan', 'yuan']).default('wan'),
  theme: z.enum(['light', 'dark']).default('light'),
  isProjector: z.boolean().default(false),
  lastLibrary: z.string().nullable().default(null),
  recentLibraries: z.array(z.string()).default([]),
  /** By path, the id of the library last opened there: a damaged file cannot tell whose backups it needs. */
  libraryIds: z.record(z.string(), z.string()).default({}),
  /** By library id, where its chain of changes ended when it was last open here. */
  chainEnds: z.record(z.string(), chainEnd).default({}),
  windowBounds: windowBounds.nullable().default(null),
})

const userSettings: z.ZodType<UserSettings> = z.strictObject({
  actor: actor.nullable(),
  language: z.enum(languages),
  amountUnit: z.enum(['wan', 'yuan']),
  theme: z.enum(['light', 'dark']),
  isProjector: z.boolean(),
})

function read(path: string): Settings {
  const text = readText(path)
  if (text === undefined) return settings.parse({ deviceId: uuidv7() })
  try {
    return settings.parse(JSON.parse(text))
  } catch {
    renameSync(path, `${path}.unreadable-${uuidv7()}`)
    return settings.parse({ deviceId: uuidv7() })
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function write(path: string, value: Settings): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = `${path}.new`
  writeFileSync(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true })
  chmodSync(fresh, 0o600)
  renameSync(fresh, path)
}
