/** What a cell holds. A day of the calendar is text, YYYY-MM-DD. */
export type Cell = string | number | boolean | null

export interface GridRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
  readonly isHidden?: boolean
}

/** Cells that are merged into one: rows by their numbers, columns from 0. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The cells of one sheet, rows without any cell left out. */
export interface Grid {
  readonly sheet: string
  readonly rows: readonly GridRow[]
  readonly merges: readonly Merge[]
  /** Columns, from 0, that are not seen when the sheet is opened. */
  readonly hiddenColumns?: readonly number[]
  /** Of pasted cells: figures that stand as they were seen, and may have more decimals. */
  readonly shownFigures?: number
  /** Serial days count from 1904, as on old Macintosh workbooks. */
  readonly isDate1904: boolean
  /** Cells stand between separators: one too many in a row means that one of them is part of a figure or a text. */
  readonly isDelimited?: boolean
}

/** What is read of a cell as text: trimmed, a number in plain digits. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'string' ? cell.trim() : plain(cell)
}

export function isBlank(row: GridRow): boolean {
  return row.cells.every((cell) => cellText(cell) === '')
}

/** A column as the sheet letters it: 0 is A. */
export function columnLetter(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnLetter((column - rest) / 26 - 1) + letter
}

/**
 * What a merged cell says in the rows and columns that it covers; its own corner is left to the cell itself. Figures
 * are not carried down, for an amount over three rows is one amount, but in columns where they are of a date.
 */
export function coveredCells(
  grid: Grid,
  dateColumns: readonly number[] = [],
): ReadonlyMap<number, ReadonlyMap<number, string | number>> {
  const numbered = new Map(grid.rows.map((row) => [row.number, row]))
  const covered = new Map<number, Map<number, string | number>>()
  for (const { top, bottom, left, right } of grid.merges) {
    const said = numbered.get(top)?.cells[left]
    if (typeof said !== 'string' && typeof said !== 'number') continue
    if (typeof said === 'number' ? !dateColumns.includes(left) : said.trim() === '') continue
    for (let number = top; number <= bottom; number += 1) {
      if (!numbered.has(number)) continue
      const own = covered.get(number) ?? new Map<number, string | number>()
      covered.set(number, own)
      for (let column = left; column <= right; column += 1)
        if (number !== top || column !== left) own.set(column, said)
    }
  }
  return covered
}

function plain(cell: number | boolean): string {
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : cell ? 'TRUE' : 'FALSE'
}
