import type Database from 'better-sqlite3'

export type Value = string | number | null | Uint8Array
export type Params = Readonly<Record<string, Value>>
export type InsertRows = (sql: string, rows: readonly Params[]) => number

/** Rows of one statement: to begin and end one costs as much as half a row. */
const blockSize = 25

/** Writes rows in blocks, each by one statement, and what is left over one by one. */
export function rowInserter(
  sqlite: Database.Database,
  insertOne: (sql: string, row: Params) => number,
): InsertRows {
  const blocks = new Map<string, Block>()
  return (sql, rows) => {
    const whole = rows.length - (rows.length % blockSize)
    let count = 0
    if (whole > 0) {
      const block = blockFor(sqlite, blocks, sql, rows)
      for (let start = 0; start < whole; start += blockSize)
        count += block.statement.run(valuesOf(rows.slice(start, start + blockSize), block.names)).changes
    }
    for (const row of rows.slice(whole)) count += insertOne(sql, row)
    return count
  }
}

interface Block {
  readonly statement: Database.Statement<[readonly (Value | undefined)[]]>
  readonly names: readonly string[]
}

/** Columns that are empty in every row stand in the text as NULL: bound for each row they cost as much as full ones. */
function blockFor(
  sqlite: Database.Database,
  known: Map<string, Block>,
  sql: string,
  rows: readonly Params[],
): Block {
  const [, head, tuple] = /^(.*\bVALUES\s*)\(([@\w,\s]+)\)$/s.exec(sql) ?? []
  if (head === undefined || tuple === undefined) throw new Error(`no INSERT of named values: ${sql}`)
  const names = tuple.split(',').map((name) => name.trim().slice(1))
  const filled = names.filter((name) => rows.some((row) => row[name] !== null))
  const key = `${sql} ${filled.join()}`
  const found = known.get(key)
  if (found !== undefined) return found
  const values = names.map((name) => (filled.includes(name) ? '?' : 'NULL')).join(', ')
  const block = {
    statement: sqlite.prepare<[readonly (Value | undefined)[]]>(
      `${head}${Array<string>(blockSize).fill(`(${values})`).join(', ')}`,
    ),
    names: filled,
  }
  known.set(key, block)
  return block
}

function valuesOf(rows: readonly Params[], names: readonly string[]): (Value | undefined)[] {
  const values: (Value | undefined)[] = []
  for (const row of rows) for (const name of names) values.push(row[name])
  return values
}
