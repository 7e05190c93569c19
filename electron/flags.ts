import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Actor, actor } from '../db/domain/actor.ts'

export interface Flags {
  readonly userDataDir: string | undefined
  /** A library to open without asking: `--library FILE`, or the file that was double-clicked. */
  readonly library: string | undefined
  /** Who works, when nobody has chosen a name yet: `--actor NAME --role ROLE`. */
  readonly actor: Actor | undefined
  /** Where a picture of the first screen goes, for runs that nobody watches. */
  readonly screenshot: string | undefined
  /** The development server; a packaged app has none. */
  readonly rendererUrl: string | undefined
}

/** Reads the command line. Chromium's own switches and stray arguments are passed over. */
export function readFlags(argv: readonly string[], cwd: string): Flags {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      'user-data-dir': { type: 'string' },
      library: { type: 'string' },
      actor: { type: 'string' },
      role: { type: 'string' },
      screenshot: { type: 'string' },
      'renderer-url': { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  })
  const path = (value: unknown): string | undefined => {
    const given = text.parse(value)
    return given === undefined ? undefined : resolve(cwd, given)
  }
  return {
    userDataDir: path(values['user-data-dir']),
    library: path(values['library'] ?? positionals.find((argument) => argument.endsWith('.cpt'))),
    actor: actor.safeParse({ name: values['actor'], role: values['role'] ?? 'finance' }).data,
    screenshot: path(values['screenshot']),
    rendererUrl: text.parse(values['renderer-url']),
  }
}

/** A flag without its value counts as not given. */
const text = z.string().min(1).optional().catch(undefined)
