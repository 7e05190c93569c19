import type { BatchKey } from './batchKey.ts'
import { type BatchCells, batchColumns } from './batchRow.ts'
import type { Place } from './batchState.ts'
import { nextNeeded } from './cellText.ts'

interface From {
  readonly active: Place
  /** Of the active row, with what was just typed. */
  readonly cells: BatchCells | undefined
  readonly rowCount: number
}

/** Where a key goes; null where it stays. Below the last row a new one begins. */
export function placeAfter(key: BatchKey, from: From): Place | null {
  const { row, column } = from.active
  if (key.kind === 'next') return whereNeeded(from)
  if (key.kind === 'tab') return neighbour(from.active, key.isBack ? -1 : 1)
  if (key.kind === 'step') return { row: row + key.rows, column: column + key.columns }
  if (key.kind !== 'edge') return null
  const edgeColumn = key.isEnd ? batchColumns.length - 1 : 0
  if (!key.isWhole) return { row, column: edgeColumn }
  return { row: key.isEnd ? from.rowCount - 1 : 0, column: edgeColumn }
}

function whereNeeded({ active: { row, column }, cells }: From): Place {
  const next = cells === undefined ? null : nextNeeded(cells, batchColumns[column] ?? 'paidOn')
  return next === null
    ? { row: row + 1, column: batchColumns.indexOf('payee') }
    : { row, column: batchColumns.indexOf(next) }
}

function neighbour({ row, column }: Place, step: number): Place | null {
  const place = row * batchColumns.length + column + step
  if (place < 0) return null
  return { row: Math.floor(place / batchColumns.length), column: place % batchColumns.length }
}
