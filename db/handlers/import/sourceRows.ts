import { entryReader, isNoAmount, partFields } from '../../domain/import/entryPart.ts'
import { dayField, type ImportField, recordField } from '../../domain/import/field.ts'
import { fieldCells, type SheetLayout } from '../../domain/import/fieldCells.ts'
import { shareReader } from '../../domain/import/fundShare.ts'
import type { Cell, GridRow } from '../../domain/import/grid.ts'
import { leftOutReasons } from '../../domain/import/leftOut.ts'
import type { RowFault } from '../../domain/import/rowReading.ts'
import { unitsByPart, type WrittenUnit } from '../../domain/import/sheetUnit.ts'
import type { SourceRow } from './checkRows.ts'
import { correctionKey, type Staged } from './staged.ts'

/** The rows of a sheet by their fields, with what a person typed over them, and the reason where one holds no record. */
export function sourceRows(
  layout: SheetLayout,
  corrections: Staged['corrections'],
  written: WrittenUnit | null,
): SourceRow[] {
  const { grid, header, mapping } = layout
  const places = placesOf(layout)
  const cellsOf = fieldCells(layout)
  const reasonOf = leftOutReasons(header, places)
  const headWidth = grid.rows.find(({ number }) => number === header.last)?.cells.length ?? 0
  const unitOf = unitsByPart(header.last, written, places.amount)
  const entries = entryReader(mapping, header)
  const sharesOf = shareReader(mapping, header)
  return grid.rows.flatMap((row) => {
    const whole = wholeRow(row)
    return entries === null ? whole : partRows(whole, entries)
  })

  function wholeRow(row: GridRow): SourceRow {
    const correction = corrections.get(row.number)
    const reason = reasonOf(row)
    const isMeant = correction !== undefined && (correction.values.size > 0 || correction.choice === 'take')
    const more = grid.isDelimited === true && !isMeant ? row.cells.length - headWidth : 0
    return {
      number: row.number,
      part: null,
      fields: {
        number: row.number,
        get: corrected(cellsOf(row), correction),
        unit: unitOf(row, reason),
        shares: sharesOf === null || correction?.values.has('fund') === true ? null : () => sharesOf(row),
      },
      // A row that somebody mended or takes is meant to be one.
      leftOut: isMeant ? null : reason,
      fault: more > 0 ? { code: 'importCellsMany', field: null, params: { more } } : null,
      choice: correction?.choice ?? null,
      isCorrected: (correction?.values.size ?? 0) > 0,
    }
  }

  /** The entries whose amounts are there; the row itself where none is. */
  function partRows(row: SourceRow, { parts, cells }: EntryReader): readonly SourceRow[] {
    if (row.leftOut !== null || row.fault !== null) return [row]
    const given = parts.filter((part) => !isNoAmount(row.fields.get(partFields[part].amount)))
    if (given.length === 0) return [{ ...row, fault: amountsMissing }]
    return given.map((part) => {
      const correction = corrections.get(correctionKey(row.number, part))
      return {
        ...row,
        part,
        fields: { ...row.fields, get: corrected(cells(row.fields.get, part), correction) },
        choice: correction?.choice ?? row.choice,
        isCorrected: row.isCorrected || (correction?.values.size ?? 0) > 0,
      }
    })
  }
}

type EntryReader = NonNullable<ReturnType<typeof entryReader>>

const amountsMissing: RowFault = { code: 'fundAmountsMissing', field: 'amount', params: {} }

function corrected(
  cells: (field: ImportField) => Cell | undefined,
  correction: { readonly values: ReadonlyMap<ImportField, string> } | undefined,
) {
  return correction === undefined || correction.values.size === 0
    ? cells
    : (field: ImportField) => correction.values.get(field) ?? cells(field)
}

/** Where the cells stand that tell a record from a title, a subtotal or a note. */
function placesOf({ kind, mapping }: SheetLayout) {
  const columns = mapping.columns ?? []
  const columnOf = new Map(columns.map(({ column, field }) => [field, column]))
  const day = dayField(kind)
  const dayColumn =
    (day === null ? undefined : columnOf.get(day)) ??
    columnOf.get('dateDay') ??
    columns.find(({ field }) => day !== null && recordField(kind, field) === day)?.column
  const columnsOf = (isOne: (field: ImportField) => boolean) =>
    columns.filter(({ field }) => isOne(field)).map(({ column }) => column)
  const [amount, ...moreAmounts] = [
    ...columnsOf((field) => recordField(kind, field) === 'amount'),
    ...columnsOf((field) => field === 'fundShare'),
  ]
  return { amount, moreAmounts, day: dayColumn ?? columnOf.get('start'), name: columnOf.get('taskName') }
}
