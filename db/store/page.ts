import type { PageInput } from '../domain/page.ts'
import type { ReadDb } from './database.ts'

interface List {
  /** From FROM on: what is counted. */
  readonly from: string
  /** The whole SELECT with its ORDER BY. */
  readonly rows: string
  readonly params?: Readonly<Record<string, string | number | null>>
}

/** One page of a list, its rows mapped as Array.map does, with the count of the whole. */
export function readPage<Row, Item>(
  db: ReadDb,
  { page, pageSize }: PageInput,
  { from, rows, params = {} }: List,
  itemOf: (row: Row, index: number, rows: readonly Row[]) => Item,
) {
  const total = db.get<{ total: number }>(`SELECT count(*) AS total ${from}`, params)?.total ?? 0
  const window = { limit: pageSize, offset: (page - 1) * pageSize }
  const items = db.all<Row>(`${rows} LIMIT @limit OFFSET @offset`, { ...params, ...window }).map(itemOf)
  return { items, total, page, pageSize }
}
