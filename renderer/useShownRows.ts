import { useState } from 'react'

/**
 * The rows of a table as a person sorted and filtered them, for what goes out of it. They are kept by id, so that
 * figures are always today's; when rows come or go (another project, a new entry) the table starts anew by `tableKey`:
 * whether a row that nobody filtered yet belongs to the list, only the table could tell.
 */
export function useShownRows<Row>(rows: readonly Row[] | undefined, idOf: (row: Row) => string) {
  const [kept, setKept] = useState<Kept | null>(null)
  const byId = new Map((rows ?? []).map((row) => [idOf(row), row]))
  const tableKey = [...byId.keys()].toSorted().join(' ')
  const ids = kept?.of === tableKey ? kept.ids : [...byId.keys()]
  return {
    tableKey,
    shown: ids.flatMap((id) => byId.get(id) ?? []),
    onShown: (left: readonly Row[]) => setKept({ of: tableKey, ids: left.map(idOf) }),
  }
}

interface Kept {
  readonly of: string
  readonly ids: readonly string[]
}
