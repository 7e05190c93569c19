import { formatFen } from '../domain/fen.ts'
import { headOf, type TableCell, type TableColumn, type TableRow } from '../domain/table.ts'
import type { TableSheet } from './tableSheet.ts'

const narrowest = 6
const widest = 42
/** A head may stand in two lines. */
const headLines = 2

/** Width of each column in characters, a Chinese one counting as two, fitted to the head and the rows given. */
export function columnWidths(
  { columns, unit, language, rowCount }: TableSheet,
  sample: readonly TableRow[],
): readonly number[] {
  const isWhole = sample.length === rowCount
  return columns.map((column, place) => {
    const head = Math.ceil(widthOf(headOf(column, unit, language)) / headLines)
    const figures = sample.map(({ cells }) => widthOf(shown(cells[place] ?? null, column, unit)))
    const sum = column.isSummed
      ? widthOf(
          formatFen(
            sample.reduce((total, { cells }) => total + Math.abs(numberOf(cells[place])), 0),
            unit,
          ),
        )
      : 0
    // A figure that does not fit shows as ####: where not every row was seen, the greatest one has room.
    const unseen = !isWhole && column.kind === 'money' ? 17 : 0
    const content = figures.reduce((most, width) => Math.max(most, width), Math.max(head, sum, unseen))
    return Math.min(widest, Math.max(narrowest, content + 2))
  })
}

function shown(cell: TableCell, { kind }: TableColumn, unit: TableSheet['unit']): string {
  if (cell === null) return ''
  if (kind === 'instant') return '2026-11-24 09:30'
  return typeof cell === 'number' && kind === 'money' ? formatFen(cell, unit) : String(cell)
}

function numberOf(cell: TableCell | undefined) {
  return typeof cell === 'number' ? cell : 0
}

export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}
