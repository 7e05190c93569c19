import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { projectFolder } from './place.ts'

const lockFile = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        optionalDependencies: z.record(z.string(), z.string()).optional(),
        gypfile: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')))
const entries = Object.entries(lockFile.packages)

test('npm ci takes the lock file: what is optional on other platforms stands in it too', () => {
  const named = new Set(entries.map(([path]) => path.replace(/^.*node_modules\//, '')))
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !named.has(name))
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

/** npm ci knows of a package only what the lock file says, and would compile this one, which needs no compiler. */
test('the SQLite module comes ready made: npm ci asks for no compiler', () => {
  expect(lockFile.packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})
