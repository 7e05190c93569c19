import { readdirSync, readFileSync } from 'node:fs'
import type { Connection } from './database.ts'
import { applicationId } from './database.ts'

export interface Migration {
  readonly version: number
  readonly sql: string
}

/** The numbered SQL files beside this module, frozen once released. */
export const migrations: readonly Migration[] = readdirSync(new URL('./migrations/', import.meta.url))
  .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  .toSorted()
  .map((name) => ({
    version: Number(name.slice(0, 4)),
    sql: readFileSync(new URL(`./migrations/${name}`, import.meta.url), 'utf8'),
  }))

export const formatVersion = newest(migrations)

export function versionOf(db: Connection): number {
  return Number(db.sqlite.pragma('user_version', { simple: true }))
}

/** Brings a file to the newest format in one transaction: it is in the old format or the new one, never between. */
export function migrate(db: Connection, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db)
  const due = steps.filter(({ version }) => version > from)
  if (due.length === 0) return
  // SQLite's own way to make a table anew: references are looked at when all is done, not while one table is gone.
  db.sqlite.pragma('foreign_keys = OFF')
  try {
    runSteps(db, due, newest(steps))
  } finally {
    db.sqlite.pragma('foreign_keys = ON')
  }
}

function runSteps(db: Connection, due: readonly Migration[], version: number): void {
  db.sqlite
    .transaction(() => {
      for (const { sql } of due) db.sqlite.exec(sql)
      const broken: unknown = db.sqlite.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error('a migration left a reference to nothing')
      db.sqlite.pragma(`application_id = ${String(applicationId)}`)
      db.sqlite.pragma(`user_version = ${String(version)}`)
    })
    .exclusive()
}

/** The schema as SQLite keeps it, in a stable order: what schema.sql and 校验账本 compare with. */
export function schemaOf(db: Connection): string {
  return db
    .all<{ type: string; name: string; tbl_name: string; sql: string }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY type, name`,
    )
    .map(({ type, name, tbl_name: table, sql }) => `-- ${type} ${name} on ${table}\n${sql};\n`)
    .join('\n')
}

function newest(steps: readonly Migration[]) {
  return Math.max(0, ...steps.map(({ version }) => version))
}
