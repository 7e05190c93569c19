import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Cell, columnLetter, type Grid, type GridRow, isBlank } from '../../domain/import/grid.ts'
import { type PastedTable, pastedGrid } from '../../domain/import/pasted.ts'
import { dayOfSerial } from '../../domain/import/typedCell.ts'
import { RuleBroken } from '../../domain/ruleBroken.ts'
import { maxFileBytes } from '../../exchange/archiveGuard.ts'
import { csvRows } from '../../exchange/csvReader.ts'
import { maxColumns, maxRows } from '../../exchange/sheetBounds.ts'
import type { CellLook } from '../../exchange/xlsxLooks.ts'
import { openWorkbook } from '../../exchange/xlsxReader.ts'
import type { Step } from '../../store/verify.ts'

/** What is imported: a file's sheets or a block of cells, read when they are asked for. */
export interface ImportSource {
  /** Name of the file; null where cells were pasted. */
  readonly name: string | null
  readonly sheets: readonly string[]
  /**
   * `asShown`: a day that is shown as its month is that month, indented text is led by white space.
   * @throws RuleBroken with sheet and row where it cannot be read
   */
  readonly read: (sheet: string, asShown: boolean) => Generator<Step, Grid> | AsyncGenerator<Step, Grid>
}

/** @throws RuleBroken importFileUnread, importFileTooLarge, importNotXlsx and what else the guard refuses */
export async function sourceOfFile(file: string): Promise<ImportSource> {
  const bytes = bytesOf(file)
  const name = basename(file)
  // A zip begins with PK; the old binary workbook and an encrypted one with D0CF.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return await workbookSource(bytes, name)
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new RuleBroken('importNotXlsx', ['file'], { detail: 'xls' })
  const sheet = name.replace(/\.\w{1,5}$/, '')
  return {
    name,
    sheets: [sheet],
    read: function* () {
      const rows: GridRow[] = []
      for (const row of csvRows(bytes, sheet)) {
        if (!isBlank(row)) rows.push(row)
        if (rows.length % 5000 === 4999) yield { done: rows.length, total: 0 }
      }
      return { sheet, rows: filled(rows, sheet), merges: [], isDate1904: false, isDelimited: true }
    },
  }
}

/** Cells copied from a spreadsheet. @throws RuleBroken importEmpty, importTooManyRows, importTooWide */
export function sourceOfCells(copied: string | PastedTable): ImportSource {
  return {
    name: null,
    sheets: [''],
    read: function* () {
      yield { done: 0, total: 0 }
      const grid: Grid =
        typeof copied === 'string'
          ? pastedGrid(copied.toWellFormed())
          : { sheet: '', isDate1904: false, ...copied, rows: copied.rows.map(wellFormed) }
      const rows = grid.rows.filter((row) => !isBlank(row))
      if (rows.length > maxRows)
        throw new RuleBroken('importTooManyRows', ['file'], { sheet: '', max: maxRows })
      const wide = rows.find(({ cells }) => cells.length > maxColumns)
      if (wide !== undefined)
        throw new RuleBroken('importTooWide', ['file'], { sheet: '', row: wide.number, max: maxColumns })
      return { ...grid, rows: filled(rows, '') }
    },
  }
}

/** As any text of the window, without half a character. */
function wellFormed({ number, cells, isHidden }: PastedTable['rows'][number]): GridRow {
  const own = cells.map((cell) => (typeof cell === 'string' ? cell.toWellFormed() : cell))
  return isHidden === true ? { number, cells: own, isHidden } : { number, cells: own }
}

async function workbookSource(bytes: Buffer, name: string): Promise<ImportSource> {
  const workbook = await openWorkbook(bytes)
  return {
    name,
    sheets: workbook.sheets,
    read: async function* (sheet, asShown) {
      if (!workbook.sheets.includes(sheet)) throw new RuleBroken('importSheetUnknown', ['mapping'], { sheet })
      const rows: GridRow[] = []
      for await (const read of workbook.read(sheet)) {
        for (const row of read) rows.push(row)
        yield { done: rows.length, total: 0 }
      }
      const looks = asShown ? await workbook.looksOf(sheet) : noLooks
      const shown = looks.size === 0 ? rows : rows.map((row) => shownRow(row, looks, workbook.isDate1904))
      return {
        sheet,
        rows: filled(shown, sheet),
        ...workbook.shapeOf(sheet),
        isDate1904: workbook.isDate1904,
      }
    },
  }
}

const noLooks: ReadonlyMap<string, CellLook> = new Map()

function shownRow(row: GridRow, looks: ReadonlyMap<string, CellLook>, isDate1904: boolean): GridRow {
  const { number, cells } = row
  return {
    ...row,
    cells: cells.map((cell, column) => {
      const look = looks.get(`${columnLetter(column)}${String(number)}`)
      return look === undefined ? cell : shownCell(cell, look, isDate1904)
    }),
  }
}

function shownCell(cell: Cell, { precision, indent }: CellLook, isDate1904: boolean): Cell {
  if (precision !== null) {
    const day = typeof cell === 'number' ? dayOfSerial(cell, isDate1904) : cell
    const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
    return isDay ? day.slice(0, precision === 'year' ? 4 : 7) : cell
  }
  return typeof cell === 'string' && indent > 0 ? `${'\u3000'.repeat(indent)}${cell}` : cell
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file)
    if (size > maxFileBytes)
      throw new RuleBroken('importFileTooLarge', ['file'], { max: maxFileBytes / 1024 / 1024 })
    return readFileSync(file)
  } catch (error) {
    if (error instanceof RuleBroken) throw error
    throw new RuleBroken('importFileUnread', ['file'], { file: basename(file) })
  }
}

function filled(rows: readonly GridRow[], sheet: string): readonly GridRow[] {
  if (rows.length === 0) throw new RuleBroken('importEmpty', ['file'], { sheet })
  return rows
}
