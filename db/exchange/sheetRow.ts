import type { AmountUnit } from '../domain/fen.ts'
import { inUnit, type TableCell, type TableColumn } from '../domain/table.ts'
import { wallClock } from './wallClock.ts'

/** A row of the sheet's XML, its cells as sheetCell and its fellows wrote them. What grows with its text is not fixed. */
export function sheetRow(
  number: number,
  cells: readonly string[],
  height: number | null = null,
  isFixed = true,
): string {
  const tall = height === null ? '' : ` ht="${height}"${isFixed ? ' customHeight="1"' : ''}`
  return `<row r="${number}"${tall}>${cells.join('')}</row>`
}

export interface CellPlace {
  /** B7 */
  readonly ref: string
  /** Its style's number. */
  readonly style: string
}

/** A figure as a number, a day as a date, anything else as text: nothing a person wrote is ever read as a formula. */
export function valueCell(cell: TableCell, column: TableColumn, unit: AmountUnit, place: CellPlace): string {
  if (cell === null) return `<c r="${place.ref}" s="${place.style}"/>`
  if (typeof cell === 'number') {
    return numberCell(column.kind === 'money' ? inUnit(cell, unit) : cell, place)
  }
  const date = dateNumber(cell, column.kind)
  return date === null ? textCellXml(cell, place) : numberCell(date, place)
}

/** A formula of ours with the value that it has now. */
export function formulaCell(formula: string, value: number, { ref, style }: CellPlace): string {
  return `<c r="${ref}" s="${style}"><f>${formula}</f><v>${value}</v></c>`
}

export function textCellXml(text: string, { ref, style }: CellPlace): string {
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

function numberCell(value: number, { ref, style }: CellPlace): string {
  return `<c r="${ref}" s="${style}"><v>${value}</v></c>`
}

/** Days since 1899-12-30 as sheets count them, of a day, a month's first day, an instant by the clock here; else null. */
function dateNumber(text: string, kind: TableColumn['kind']): number | null {
  switch (kind) {
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? serial(Date.parse(`${text}T00:00:00Z`)) : null
    case 'month':
      return /^\d{4}-\d\d$/.test(text) ? serial(Date.parse(`${text}-01T00:00:00Z`)) : null
    case 'instant': {
      const clock = wallClock(text)
      return clock === null ? null : serial(clock.ms)
    }
    case 'text':
    case 'money':
    case 'count':
    case 'pct':
      return null
  }
}

function serial(ms: number) {
  return ms / 86_400_000 + 25_569
}

/** XML has no place for some characters; a text that looks like the way around that is escaped, too. */
function escaped(text: string): string {
  return needsEscape.test(text)
    ? text
        .toWellFormed()
        .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
        .replaceAll(/[&<>]/g, (mark) => entities[mark] ?? mark)
        .replaceAll(
          unwritable,
          (mark) => `_x${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`,
        )
    : text.toWellFormed()
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const needsEscape = /[&<>_\u0000-\u0008\u000b-\u001f\ufffe\uffff]/
