import { fieldScore, type ImportKind, isByPlace, recordField, requiredFields } from './field.ts'
import { type Cell, cellText, coveredCells, type Grid, type GridRow } from './grid.ts'
import { bareHead } from './headText.ts'
import { unitOfHead, unitOfLine, type WrittenUnit } from './sheetUnit.ts'
import { suggestColumns } from './suggestColumns.ts'

/** The rows of a sheet's heads, and what each column is headed. */
export interface Header {
  readonly first: number
  readonly last: number
  /** As printed, a head over two rows joined; '' where a column has none. */
  readonly heads: readonly string[]
}

/** How far down heads are looked for: titles, units and dates of printing stand above them. */
const searchedRows = 40

/** The row (or two) that names most fields of the kind; null where none names two. */
export function findHeader(grid: Grid, kind: ImportKind): Header | null {
  const rows = grid.rows.slice(0, searchedRows)
  const covered = coveredCells(grid)
  let best: { readonly header: Header; readonly score: number } | null = null
  for (const [index, row] of rows.entries()) {
    const one = headerOf(covered, [row])
    const below = rows[index + 1]
    const two =
      below?.number === row.number + 1 && isSecondHead(grid, row, below)
        ? headerOf(covered, [row, below])
        : null
    for (const header of two === null ? [one] : [two, one]) {
      const score = scoreOf(header.heads, kind)
      if (score >= 2 && score > (best?.score ?? 0)) best = { header, score }
    }
  }
  return best?.header ?? null
}

/** The header that a person chose: that row, with the one below it where both make one. */
export function headerAt(grid: Grid, number: number, covered = coveredCells(grid)): Header | null {
  const index = grid.rows.findIndex((row) => row.number === number)
  const row = grid.rows[index]
  if (row === undefined) return null
  const below = grid.rows[index + 1]
  const isTwo = below?.number === number + 1 && isSecondHead(grid, row, below)
  return headerOf(covered, isTwo ? [row, below] : [row])
}

/** The unit as the amount's head says, else a line above the heads (单位：万元); null where neither does. */
export function writtenUnit(
  grid: Grid,
  header: Header,
  amountColumn: number | undefined,
): WrittenUnit | null {
  const said = unitOfHead(amountColumn === undefined ? '' : (header.heads[amountColumn] ?? ''))
  if (said !== null) return said
  for (const row of grid.rows) {
    if (row.number >= header.first) break
    const named = unitOfLine(row.cells, true)
    if (named !== null) return named
  }
  return null
}

function headerOf(
  covered: ReturnType<typeof coveredCells>,
  rows: readonly [GridRow] | readonly [GridRow, GridRow],
): Header {
  const [first, second] = rows
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const heads = Array.from({ length: width }, (_, column) => {
    const top = headCell(covered, first, column)
    if (second === undefined) return top
    const below = headCell(covered, second, column)
    return below === '' || below === top ? top : `${top}${below}`
  })
  return { first: first.number, last: (second ?? first).number, heads }
}

function headCell(covered: ReturnType<typeof coveredCells>, row: GridRow, column: number): string {
  const own = cellText(row.cells[column])
  return own === '' ? cellText(covered.get(row.number)?.get(column)) : own
}

/** A second row of heads holds words alone, and cells above it are merged; over all of them stands a title. */
function isSecondHead(grid: Grid, row: GridRow, below: GridRow): boolean {
  const isWords = below.cells.every((cell) => isWord(cell))
  const named = below.cells.flatMap((cell, column) => (cellText(cell) === '' ? [] : [column]))
  const [start = 0, end = 0] = [named[0], named.at(-1)]
  return (
    isWords &&
    grid.merges.some(
      ({ top, bottom, left, right }) =>
        top === row.number &&
        ((bottom === below.number && left === right) ||
          (bottom === top && right > left && (left > start || right < end))),
    )
  )
}

function isWord(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && !/^(?=.*\d)[\s\d.,/年月日-]+$/.test(cell))
}

/** Fields named, those that the kind cannot do without counted twice. */
export function scoreOf(heads: readonly string[], kind: ImportKind): number {
  const named = new Set(
    suggestColumns(heads, kind).flatMap(({ column, field }) =>
      isByPlace(field) || fieldScore(kind, field, bareHead(heads[column] ?? '')) >= 2
        ? [recordField(kind, field)]
        : [],
    ),
  )
  return named.size + requiredFields(kind).filter((field) => named.has(field)).length
}
