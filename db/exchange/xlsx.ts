import {
  columnTotals,
  groupSpans,
  headOf,
  inUnit,
  labelSpan,
  type TableRow,
  type TableTotals,
  totalCell,
  totalLabel,
} from '../domain/table.ts'
import { columnWidths, widthOf } from './columnWidth.ts'
import { writeFileAtomically } from './file.ts'
import { type RowLook, type SheetFrame, sheetFrame, sheetPart } from './sheetFrame.ts'
import { formulaCell, sheetRow, textCellXml, valueCell } from './sheetRow.ts'
import { columnName, placesOf, type SheetPlaces, type TableSheet } from './tableSheet.ts'
import { zipInto } from './zip.ts'

/** So many rows are looked at before the first is written, to fit the columns. */
const sampleSize = 2000
const stepSize = 2000

/**
 * Writes the table as a workbook, row by row; yields how many are done. The file appears whole or not at all.
 * @throws RuleBroken fileNotWritable, libraryExists
 */
export async function* writeXlsxTable(
  file: string,
  sheet: TableSheet,
  rows: Iterable<TableRow>,
): AsyncGenerator<number, void> {
  const source = rows[Symbol.iterator]()
  const sample = take(source, sampleSize)
  const widths = columnWidths(sheet, sample)
  const frame = await sheetFrame(sheet, widths)
  const target = writeFileAtomically(file)
  try {
    const zip = zipInto(target.append)
    for (const [name, bytes] of frame.parts) zip.whole(name, bytes)
    const part = zip.begin(sheetPart)
    part.append(`${frame.before}<sheetData>${headRows(sheet, frame)}`)
    const totals = columnTotals(sheet.columns)
    const places = placesOf(sheet)
    const tops: number[] = []
    let count = 0
    for (const row of chained(sample, source)) {
      totals.add(row)
      if (row.level === 0 && !sheet.hasFilter) tops.push(count)
      part.append(bodyRow(sheet, frame, row, { number: places.first + count, first: places.first, widths }))
      count += 1
      if (count % stepSize === 0) yield count
    }
    if (count !== sheet.rowCount) throw new Error(`${sheet.rowCount} rows were told, ${count} came`)
    part.append(footRows(sheet, frame, widths, totals.read(), tops))
    part.append(`</sheetData>${frame.behind}`)
    part.end()
    zip.finish()
    target.finish()
  } finally {
    target.discard()
    // A statement that is left half read would hold the library.
    source.return?.()
  }
}

function headRows(sheet: TableSheet, frame: SheetFrame): string {
  const { group, head } = placesOf(sheet)
  const { columns, unit, language } = sheet
  const across = (look: RowLook, number: number, text: string, height: number | null) =>
    sheetRow(
      number,
      columns.map((_, place) => {
        const at = cellPlace(frame, look, place, number)
        return place === 0 ? textCellXml(text, at) : valueCell(null, anyColumn, unit, at)
      }),
      height,
    )
  const groups = groupSpans(columns)
  const groupCells = columns.map((column, place) => {
    const isFirst = groups.some(({ from }) => from === place)
    const at = cellPlace(frame, 'group', place, group ?? 0)
    const title = column.group ?? headOf(column, unit, language)
    return isFirst ? textCellXml(title, at) : valueCell(null, anyColumn, unit, at)
  })
  return [
    across('title', 1, sheet.title, 28),
    ...sheet.lines.map((line, index) => across('line', index + 2, line, null)),
    ...(group === null ? [] : [sheetRow(group, groupCells)]),
    sheetRow(
      head,
      columns.map((column, place) =>
        textCellXml(headOf(column, unit, language), cellPlace(frame, 'head', place, head)),
      ),
      30,
    ),
  ].join('')
}

function bodyRow(
  sheet: TableSheet,
  frame: SheetFrame,
  row: TableRow,
  at: { readonly number: number; readonly first: number; readonly widths: readonly number[] },
): string {
  const { number, first, widths } = at
  const look = row.sums !== null ? 'sum' : (levelLooks[row.level] ?? 'deep')
  return sheetRow(
    number,
    sheet.columns.map((column, place) => {
      const own = cellPlace(frame, look, place, number)
      const cell = row.cells[place] ?? null
      if (row.sums === null || !column.isSummed || typeof cell !== 'number')
        return valueCell(cell, column, sheet.unit, own)
      const value = column.kind === 'money' ? inUnit(cell, sheet.unit) : cell
      return formulaCell(`SUM(${rangesOf(row.sums, columnName(place), first)})`, value, own)
    }),
    rowHeight(sheet, row, widths),
    false,
  )
}

/** Room for the text that takes most lines in its column; null for one line. Not every program finds it by itself. */
function rowHeight({ columns }: TableSheet, { cells }: TableRow, widths: readonly number[]): number | null {
  let lines = 1
  for (const [place, cell] of cells.entries()) {
    // A sign takes two places at most: what is short is not measured.
    const room = (widths[place] ?? 0) - 1
    if (typeof cell !== 'string' || columns[place]?.kind !== 'text') continue
    if (cell.length * 2 <= room && !cell.includes('\n')) continue
    const taken = cell.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / room)))
    lines = Math.max(
      lines,
      taken.reduce((sum, own) => sum + own, 0),
    )
  }
  return lines === 1 ? null : Math.min(tallest, lines * 13 + 4)
}

/** Excel takes no taller row. */
const tallest = 409

/** The total, live, with the value that it has now; and the lines below. */
function footRows(
  sheet: TableSheet,
  frame: SheetFrame,
  widths: readonly number[],
  totals: TableTotals,
  tops: readonly number[],
): string {
  const places = placesOf(sheet)
  const { total, end } = places
  const { columns, unit, language, footLines } = sheet
  const label = totalLabel(columns, totals, language)
  const totalRow =
    total === null
      ? ''
      : sheetRow(
          total,
          columns.map((column, place) => {
            const at = cellPlace(frame, 'total', place, total)
            if (place === 0) return textCellXml(label, at)
            if (!column.isSummed || sheet.rowCount === 0) return valueCell(null, column, unit, at)
            const known = totals.columns[place]
            const fen = known === undefined ? 0 : totalCell(known)
            if (typeof fen === 'string') return textCellXml(fen, at)
            return formulaCell(
              totalFormula(sheet, places, tops, place),
              column.kind === 'money' ? inUnit(fen, unit) : fen,
              at,
            )
          }),
          labelHeight(label, widths.slice(0, Math.max(1, labelSpan(columns)))),
        )
  const below = footLines.map((line, index) => {
    const number = end - footLines.length + index + 1
    return sheetRow(
      number,
      [textCellXml(line, cellPlace(frame, 'foot', 0, number))],
      labelHeight(line, widths),
    )
  })
  return totalRow + below.join('')
}

/** A merged cell does not make its row grow: as many lines as its text takes, null for one. */
function labelHeight(label: string, widths: readonly number[]): number | null {
  const width = widths.reduce((sum, own) => sum + own, 0)
  // Bold signs are wider than those that the widths count, and a line breaks before a word that does not fit.
  const lines = Math.ceil((widthOf(label) * 1.25) / Math.max(1, width))
  return lines < 2 ? null : lines * 14 + 4
}

/** Of a list: what its filter shows. Of a fixed table: its rows of level 0, parts counted once. */
function totalFormula(
  sheet: TableSheet,
  { first, last }: SheetPlaces,
  tops: readonly number[],
  place: number,
): string {
  const column = columnName(place)
  return sheet.hasFilter
    ? `SUBTOTAL(109,${column}${first}:${column}${last})`
    : `SUM(${rangesOf(tops, column, first)})`
}

/** B5:B9,B12 */
function rangesOf(places: readonly number[], column: string, first: number): string {
  const spans: { from: number; to: number }[] = []
  for (const place of places) {
    const before = spans.at(-1)
    if (before !== undefined && place === before.to + 1) before.to = place
    else spans.push({ from: place, to: place })
  }
  return spans
    .map(({ from, to }) =>
      from === to ? `${column}${first + from}` : `${column}${first + from}:${column}${first + to}`,
    )
    .join(',')
}

function cellPlace(frame: SheetFrame, look: RowLook, place: number, number: number) {
  return { ref: `${columnName(place)}${number}`, style: frame.styleOf(look, place) }
}

function take<Value>(source: Iterator<Value>, count: number): readonly Value[] {
  const taken: Value[] = []
  while (taken.length < count) {
    const next = source.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

function* chained<Value>(first: readonly Value[], rest: Iterator<Value>): IterableIterator<Value> {
  yield* first
  for (;;) {
    const next = rest.next()
    if (next.done === true) return
    yield next.value
  }
}

const levelLooks: readonly RowLook[] = ['row', 'part', 'deep']
const anyColumn = { id: '', title: '', group: null, kind: 'text', isSummed: false } as const
