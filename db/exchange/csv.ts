import type { AmountUnit } from '../domain/fen.ts'
import type { Language } from '../domain/ruleText.ts'
import { headOf, inUnit, type TableCell, type TableColumn, type TableRow } from '../domain/table.ts'
import { wallClock } from './wallClock.ts'

/** With the byte order mark by which Excel knows UTF-8. */
export function csvHead(columns: readonly TableColumn[], unit: AmountUnit, language: Language): string {
  return `\ufeff${csvLine(columns.map((column) => textCell(headOf(column, unit, language))))}`
}

export function csvRow({ cells }: TableRow, columns: readonly TableColumn[], unit: AmountUnit): string {
  return csvLine(columns.map((column, place) => csvCell(cells[place] ?? null, column, unit)))
}

/**
 * Text of a person as a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe,
 * full-width forms included.
 */
export function textCell(text: string | null): string {
  if (text === null) return ''
  // Narrow and small forms are what a spreadsheet may take a wide one for; invisible ones hide the sign behind them.
  const seen = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
  return /^[\s'"]*[=+\-@|%]/u.test(seen) || /^[\t\r\n]/.test(text) ? `'${text}` : text
}

function csvCell(cell: TableCell, { kind }: TableColumn, unit: AmountUnit): string {
  if (cell === null) return ''
  if (typeof cell === 'number')
    return kind === 'money' ? inUnit(cell, unit).toFixed(unit === 'wan' ? 6 : 2) : String(cell)
  if (kind === 'instant') return wallClock(cell)?.text ?? textCell(cell)
  return textCell(cell)
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
