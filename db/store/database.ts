import Database from 'better-sqlite3'
import { type InsertRows, type Params, rowInserter, type Value } from './insertRows.ts'

/** 'CPTL' in the header of each library file. */
export const applicationId = 0x4350544c

/** A connection that can only be asked. Query handlers get this one. */
export interface ReadDb {
  /** First row of a statement, or undefined. Parameters are @named. */
  readonly get: <Row>(sql: string, params?: Params) => Row | undefined
  readonly all: <Row>(sql: string, params?: Params) => Row[]
  /** Rows one by one, for work over whole tables. */
  readonly each: <Row>(sql: string, params?: Params) => IterableIterator<Row>
}

/** The connection behind it: for this folder, the server and backups only. */
export interface Connection extends ReadDb {
  readonly sqlite: Database.Database
  readonly run: (sql: string, params?: Params | readonly Value[]) => number
  /** Runs one `INSERT … VALUES (@named, …)` for each row; gives how many were written. */
  readonly insertRows: InsertRows
}

/**
 * Opens one SQLite connection with the settings that the books rely on, and checks that they took.
 * `inspect` sees the file before anything is written to it, and may refuse it by a throw.
 * @throws SqliteError SQLITE_BUSY when another process holds the file
 */
export function connect(file: string, inspect: (db: Connection) => void = () => undefined): Connection {
  const sqlite = new Database(file, { timeout: 500 })
  const db = connectionOver(sqlite)
  try {
    configure(sqlite)
    inspect(db)
    makeDurable(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return db
}

function configure(sqlite: Database.Database) {
  sqlite.pragma('locking_mode = EXCLUSIVE')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('cache_size = -65536')
  assertPragma(sqlite, 'foreign_keys', 1)
  assertPragma(sqlite, 'trusted_schema', 0)
}

/**
 * better-sqlite3 is built with synchronous=NORMAL for WAL, which loses acknowledged entries when the power fails:
 * FULL is set and read back.
 */
function makeDurable(sqlite: Database.Database) {
  if (!sqlite.memory) {
    sqlite.pragma('journal_mode = WAL')
    assertPragma(sqlite, 'journal_mode', 'wal')
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT')
  }
  sqlite.pragma('synchronous = FULL')
  assertPragma(sqlite, 'synchronous', 2)
}

function assertPragma(sqlite: Database.Database, name: string, expected: string | number) {
  const actual: unknown = sqlite.pragma(name, { simple: true })
  if (actual !== expected) throw new Error(`${name} is ${String(actual)}, not ${String(expected)}`)
}

function connectionOver(sqlite: Database.Database): Connection {
  const statements = new Map<string, Database.Statement<[Params]>>()
  const writes = new Map<string, Write>()
  const prepared = <Row>(sql: string): Database.Statement<[Params], Row> => {
    const known = statements.get(sql)
    // One text is always read as one row shape, so the cached statement has the caller's type.
    if (known !== undefined) return known as Database.Statement<[Params], Row>
    const statement = sqlite.prepare<[Params], Row>(planned(sql))
    statements.set(sql, statement)
    return statement
  }
  const run: Connection['run'] = (sql, params = {}) => {
    const { statement, names } = writes.get(sql) ?? prepareWrite(sqlite, writes, sql)
    return statement.run(isList(params) ? params : names.map((name) => params[name])).changes
  }
  return {
    sqlite,
    get: <Row>(sql: string, params: Params = {}) => prepared<Row>(sql).get(params),
    all: <Row>(sql: string, params: Params = {}) => prepared<Row>(sql).all(params),
    each: <Row>(sql: string, params: Params = {}) =>
      sqlite.prepare<[Params], Row>(planned(sql)).iterate(params),
    run,
    insertRows: rowInserter(sqlite, run),
  }
}

/**
 * The same question with one plan for all values. SQLite looks at bound values while it plans and marks the plan to be
 * made anew when they are bound again; better-sqlite3 unbinds them after each run, so that every question was parsed and
 * planned each time, which took longer than its answer. likely() gives its argument as it is, out of the planner's sight.
 */
function planned(sql: string) {
  return sql.replaceAll(/'(?:[^']|'')*'|@\w+/g, (text) => (text.startsWith('@') ? `likely(${text})` : text))
}

/** A statement that writes, its parameters by place: SQLite looks a name up as long as it inserts a row. */
interface Write {
  readonly statement: Database.Statement<[readonly (Value | undefined)[]]>
  readonly names: readonly string[]
}

function prepareWrite(sqlite: Database.Database, known: Map<string, Write>, sql: string): Write {
  const names: string[] = []
  const placed = sql.replaceAll(/'(?:[^']|'')*'|@(\w+)/g, (text, name: string | undefined) => {
    if (name === undefined) return text
    names.push(name)
    return 'likely(?)'
  })
  const write = { statement: sqlite.prepare<[readonly (Value | undefined)[]]>(placed), names }
  known.set(sql, write)
  return write
}

function isList(params: Params | readonly Value[]): params is readonly Value[] {
  return Array.isArray(params)
}
