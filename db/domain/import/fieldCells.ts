import { joinedDate, yearOfHead } from './dateParts.ts'
import { dayField, type ImportField, type ImportKind, isDatePart } from './field.ts'
import { shareReader, sharesText } from './fundShare.ts'
import { type Cell, coveredCells, type Grid, type GridRow } from './grid.ts'
import type { Header } from './header.ts'
import type { ImportMapping } from './importMapping.ts'

/** A sheet as it is read: its cells, the rows of its heads, and which column is which field. */
export interface SheetLayout {
  readonly kind: ImportKind
  readonly grid: Grid
  readonly header: Header
  readonly mapping: ImportMapping
}

/**
 * The cells of a row by field: with what a merged cell says in the rows that it covers, a date that stands in three
 * columns as one, and sources that have a column each as one cell would name them. Undefined where no column gives the
 * field.
 */
export function fieldCells({ kind, grid, header, mapping }: SheetLayout) {
  const columns = mapping.columns ?? []
  const columnOf = new Map(columns.map(({ column, field }) => [field, column]))
  const covered = coveredCells(
    grid,
    columns.flatMap(({ column, field }) => (isDatePart(field) ? [column] : [])),
  )
  const month = columnOf.get('dateMonth')
  const joined = month === undefined ? null : dayField(kind)
  const yearOfAll = mapping.year?.toString() ?? (month === undefined ? null : yearOfHead(header.heads[month]))
  const sharesOf = shareReader(mapping, header)
  return (row: GridRow): ((field: ImportField) => Cell | undefined) => {
    const carried = covered.get(row.number)
    return (field) => {
      const column = columnOf.get(field)
      if (column !== undefined && field !== 'fundShare') return cellAt(column, field)
      if (field === 'fund' && sharesOf !== null) return sharesText(sharesOf(row))
      return field === joined ? wholeDate() : undefined
    }

    function cellAt(column: number, field: ImportField): Cell {
      const own = row.cells[column] ?? null
      return own === null && !ownAlone.includes(field) ? (carried?.get(column) ?? null) : own
    }

    function wholeDate(): Cell {
      const part = (field: 'dateYear' | 'dateMonth' | 'dateDay') => {
        const column = columnOf.get(field)
        return column === undefined ? undefined : cellAt(column, field)
      }
      return joinedDate({ year: part('dateYear'), month: part('dateMonth'), day: part('dateDay') }, yearOfAll)
    }
  }
}

/** What a merged cell says is not said again in the rows that it covers: a figure, or one task over several lines. */
const ownAlone: readonly ImportField[] = [
  'amount',
  'allotted',
  'received',
  'taskName',
  'predecessors',
  'duration',
]
