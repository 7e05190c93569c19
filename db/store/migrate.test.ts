import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plansFile } from '../fixture/temporaryLibrary.ts'
import { backUpNow } from './backup.ts'
import { connect } from './database.ts'
import { formatVersion, migrate, migrations, schemaOf, versionOf } from './migrate.ts'

/** Checksums of the migrations that have been released: frozen. */
test('schema.sql is what the migrations make', () => {
  const db = connect(':memory:')
  migrate(db)
  const golden = new URL('./schema.sql', import.meta.url)
  if (process.env['UPDATE_SCHEMA'] !== undefined) writeFileSync(golden, schemaOf(db))
  expect(schemaOf(db)).toBe(readFileSync(golden, 'utf8'))
  expect(versionOf(db)).toBe(formatVersion)
})

describe('a migration', () => {
  const next = { version: formatVersion + 1, sql: 'ALTER TABLE payment ADD COLUMN later TEXT;' }

  test('adds its step and leaves every row', async () => {
    const db = connect(await plansFile())
    migrate(db, [...migrations, next])
    expect(versionOf(db)).toBe(formatVersion + 1)
    expect(db.get('SELECT count(*) AS n FROM project')).toEqual({ n: 26 })
    db.sqlite.close()
  })

  test('that fails leaves the old format whole', async () => {
    const db = connect(await plansFile())
    const before = schemaOf(db)
    expect(() => {
      migrate(db, [
        ...migrations,
        next,
        {
          version: formatVersion + 2,
          sql: 'CREATE TABLE late (id TEXT) STRICT; SELECT nothing FROM nowhere;',
        },
      ])
    }).toThrow()
    expect(versionOf(db)).toBe(formatVersion)
    expect(schemaOf(db)).toBe(before)
    db.sqlite.close()
  })

  test('is preceded by a copy that opens and holds the same head', async () => {
    const file = await plansFile()
    const db = connect(file)
    const backup = backUpNow(db, `${file}.backup.cpt`)
    const copy = connect(backup.file)
    expect(copy.get('SELECT hash FROM change ORDER BY seq DESC LIMIT 1')).toEqual({ hash: backup.headHash })
    copy.sqlite.close()
    db.sqlite.close()
  })
})
