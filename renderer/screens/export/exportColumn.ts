import type { TableCell, TableColumn, TableRow } from '../../../db/domain/table.ts'

/** A column of a list as it is written out: the title that the screen shows, and the cell of a row. */
export interface ExportColumn<Row> {
  readonly title: string
  /** Text where it is left out. */
  readonly kind?: TableColumn['kind']
  /** Added up in the total row. */
  readonly isSummed?: boolean
  readonly cell: (row: Row) => TableCell
}

/** A column of money that is added up; `unknown` is the word for what is not known, as the screen has it. */
export function moneyColumn<Row>(
  title: string,
  fenOf: (row: Row) => number | null,
  unknown: string,
): ExportColumn<Row> {
  return { title, kind: 'money', isSummed: true, cell: (row) => fenOf(row) ?? unknown }
}

/**
 * The rows of a tree as a table has them: one that stands over others adds them up with a formula where every one of
 * its sums is exactly theirs, and is written as it is where it holds something of its own.
 */
export function treeRows<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  depthOf: (row: Row) => number,
): TableRow[] {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)))
  const depths = rows.map(depthOf)
  return cells.map((own, place) => {
    const below = childrenOf(depths, place)
    const isSum = below.length > 0 && columns.every((column, at) => !isOwn(column, own[at], below, at))
    return { cells: own, level: depths[place] ?? 0, sums: isSum ? below : null }
  })

  function isOwn(
    column: ExportColumn<Row>,
    cell: TableCell | undefined,
    below: readonly number[],
    at: number,
  ) {
    if (column.isSummed !== true || typeof cell !== 'number') return false
    const sum = below.reduce((total, place) => {
      const part = cells[place]?.[at]
      return total + (typeof part === 'number' ? part : 0)
    }, 0)
    return sum !== cell
  }
}

/** Places of the rows one level below, up to the next of the same level. */
function childrenOf(depths: readonly number[], place: number): readonly number[] {
  const own = depths[place] ?? 0
  const next = depths.findIndex((depth, at) => at > place && depth <= own)
  const end = next === -1 ? depths.length : next
  return depths.flatMap((depth, at) => (at > place && at < end && depth === own + 1 ? [at] : []))
}
