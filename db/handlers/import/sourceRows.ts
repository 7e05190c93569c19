import { dayField, type ImportField } from '../../domain/import/field.ts'
import { fieldCells, type SheetLayout } from '../../domain/import/fieldCells.ts'
import { leftOutReasons } from '../../domain/import/leftOut.ts'
import { unitsByPart, type WrittenUnit } from '../../domain/import/sheetUnit.ts'
import type { SourceRow } from './checkRows.ts'
import type { Staged } from './staged.ts'

/** The rows of a sheet by their fields, with what a person typed over them, and the reason where one holds no record. */
export function sourceRows(
  layout: SheetLayout,
  corrections: Staged['corrections'],
  written: WrittenUnit | null,
): SourceRow[] {
  const { grid, header } = layout
  const places = placesOf(layout)
  const cellsOf = fieldCells(layout)
  const reasonOf = leftOutReasons(header, places)
  const headWidth = grid.rows.find(({ number }) => number === header.last)?.cells.length ?? 0
  const unitOf = unitsByPart(header.last, written, places.amount)
  return grid.rows.map((row) => {
    const correction = corrections.get(row.number)
    const cells = cellsOf(row)
    const get =
      correction === undefined ? cells : (field: ImportField) => correction.values.get(field) ?? cells(field)
    const reason = reasonOf(row)
    const isMeant = correction !== undefined && (correction.values.size > 0 || correction.choice === 'take')
    const more = grid.isDelimited === true && !isMeant ? row.cells.length - headWidth : 0
    return {
      number: row.number,
      fields: { number: row.number, get, unit: unitOf(row, reason) },
      // A row that somebody mended or takes is meant to be one.
      leftOut: isMeant ? null : reason,
      fault: more > 0 ? { code: 'importCellsMany', field: null, params: { more } } : null,
      choice: correction?.choice ?? null,
      isCorrected: (correction?.values.size ?? 0) > 0,
    }
  })
}

/** Where the cells stand that tell a record from a title, a subtotal or a note. */
function placesOf({ kind, mapping }: SheetLayout) {
  const columnOf = new Map(mapping.columns?.map(({ column, field }) => [field, column]))
  const day = dayField(kind)
  return {
    amount: columnOf.get('amount'),
    day:
      (day === null ? undefined : columnOf.get(day)) ??
      columnOf.get('start') ??
      columnOf.get('dateDay') ??
      columnOf.get('dateMonth'),
    name: columnOf.get('taskName'),
  }
}
