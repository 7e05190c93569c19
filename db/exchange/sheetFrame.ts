import { strFromU8, unzipSync } from 'fflate'
import { type CellStyle, writeXlsx } from 'hucre/xlsx'
import { groupSpans, labelSpan, type TableColumn } from '../domain/table.ts'
import { columnName, placesOf, type TableSheet } from './tableSheet.ts'

/** Rows of one look: each look has one style for each column. */
export const rowLooks = [
  'title',
  'line',
  'group',
  'head',
  'row',
  'part',
  'deep',
  'sum',
  'total',
  'foot',
] as const
export type RowLook = (typeof rowLooks)[number]

export interface SheetFrame {
  /** Of the sheet's XML: what stands before its first row, and behind its last. */
  readonly before: string
  readonly behind: string
  readonly styleOf: (look: RowLook, place: number) => string
  /** The other parts of the workbook. */
  readonly parts: ReadonlyMap<string, Uint8Array>
}

export const sheetPart = 'xl/worksheets/sheet1.xml'

/**
 * Everything of a workbook but its rows. hucre writes it with one row of each look; the rows themselves are written
 * one by one (sheetRow.ts) in place of those, because hucre's own stream knows no totals, print titles or filter.
 */
export async function sheetFrame(sheet: TableSheet, widths: readonly number[]): Promise<SheetFrame> {
  const places = placesOf(sheet)
  const lastColumn = columnName(sheet.columns.length - 1)
  const name = sheetName(sheet.title)
  const bytes = await writeXlsx({
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: sheet.title },
    namedRanges: [
      {
        name: '_xlnm.Print_Titles',
        range: `'${name}'!$${places.group ?? places.head}:$${places.head}`,
        scope: name,
      },
    ],
    sheets: [
      {
        name,
        columns: widths.map((width) => ({ width })),
        rows: rowLooks.map(() => sheet.columns.map(() => null)),
        cells: new Map(
          rowLooks.flatMap((look, row) =>
            sheet.columns.map((column, place) => [
              `${row},${place}`,
              { value: null, style: styleOf(look, column, place) },
            ]),
          ),
        ),
        freezePane: { rows: places.head },
        ...(sheet.hasFilter
          ? { autoFilter: { range: `A${places.head}:${lastColumn}${Math.max(places.last, places.head)}` } }
          : {}),
        merges: mergesOf(sheet),
        pageSetup: {
          paperSize: sheet.paper === 'A3' ? 'a3' : 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
          horizontalCentered: true,
        },
        headerFooter: { oddFooter: footer(sheet) },
      },
    ],
  })
  return frameOf(new Map(Object.entries(unzipSync(bytes))), `A1:${lastColumn}${places.end}`)
}

function frameOf(parts: Map<string, Uint8Array>, dimension: string): SheetFrame {
  const xml = strFromU8(parts.get(sheetPart) ?? new Uint8Array())
  parts.delete(sheetPart)
  const begin = xml.indexOf('<sheetData>')
  const end = xml.indexOf('</sheetData>')
  const styles = new Map(
    [...xml.slice(begin, end).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map(([, cell = '', style = '']) => [
      cell,
      style,
    ]),
  )
  return {
    before: xml.slice(0, begin).replace(/<dimension ref="[^"]*"/, `<dimension ref="${dimension}"`),
    behind: xml.slice(end + '</sheetData>'.length),
    styleOf: (look, place) => styles.get(`${columnName(place)}${rowLooks.indexOf(look) + 1}`) ?? '0',
    parts,
  }
}

/** What a sheet may be called: 31 characters, none of : \ / ? * [ ] and no apostrophe at an end. */
export function sheetName(title: string): string {
  const name = title
    .replaceAll(/[:\\/?*[\]'\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 31)
    .trim()
  return name === '' ? 'Sheet1' : name
}

/** Page x of y, and what the table is not. */
function footer({ language }: TableSheet): string {
  return language === 'en'
    ? '&LNot a book of account; the finance ledger prevails&RPage &P of &N'
    : '&L非会计账簿，以财务账为准&R第 &P 页，共 &N 页'
}

function mergesOf(sheet: TableSheet) {
  const { group, head, last, total, end } = placesOf(sheet)
  const lastPlace = sheet.columns.length - 1
  const across = (row: number) => ({ startRow: row - 1, startCol: 0, endRow: row - 1, endCol: lastPlace })
  const belowFrom = (total ?? last) + 1
  const lines = [
    ...Array.from({ length: sheet.lines.length + 1 }, (_, row) => across(row + 1)),
    ...Array.from({ length: end - belowFrom + 1 }, (_, row) => across(belowFrom + row)),
    ...(total === null || labelSpan(sheet.columns) < 2
      ? []
      : [{ ...across(total), endCol: labelSpan(sheet.columns) - 1 }]),
  ]
  if (group === null) return lastPlace === 0 ? [] : lines
  const heads = groupSpans(sheet.columns).map((span) => ({
    startRow: group - 1,
    startCol: span.from,
    endRow: (span.group === null ? head : group) - 1,
    endCol: span.to,
  }))
  return [
    ...lines,
    ...heads.filter(({ startRow, endRow, startCol, endCol }) => startRow !== endRow || startCol !== endCol),
  ]
}

const thin = { style: 'thin', color: { rgb: 'B8C0C8' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }

function styleOf(look: RowLook, column: TableColumn, place: number): CellStyle {
  switch (look) {
    case 'title':
      return { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } }
    case 'line':
    case 'foot':
      return { font: { size: 9 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } }
    case 'group':
    case 'head':
      return {
        border,
        font: { bold: true },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF1' } },
        alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
      }
    case 'row':
      return cellStyle(column)
    case 'part':
      return indented(cellStyle(column), place, 1)
    case 'deep':
      return indented(cellStyle(column), place, 2)
    case 'sum':
      return { ...cellStyle(column), font: { bold: true } }
    case 'total':
      return { ...cellStyle(place === 0 ? { ...column, kind: 'text' } : column), font: { bold: true } }
  }
}

function indented(style: CellStyle, place: number, indent: number): CellStyle {
  return place === 0 ? { ...style, alignment: { ...style.alignment, indent } } : style
}

/** Text is of the format Text, so that it stays text when somebody edits the cell. */
function cellStyle({ kind }: TableColumn): CellStyle {
  const isText = kind === 'text'
  return {
    border,
    numFmt: numberFormats[kind],
    alignment: {
      horizontal: isText
        ? 'left'
        : kind === 'money' || kind === 'count' || kind === 'pct'
          ? 'right'
          : 'center',
      vertical: 'center',
      wrapText: isText,
    },
  }
}

const numberFormats: Readonly<Record<TableColumn['kind'], string>> = {
  text: '@',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  instant: 'yyyy-mm-dd hh:mm',
  count: '#,##0',
  pct: '0.00',
}
