import { delimitedRows } from '../../../db/domain/import/delimited.ts'

/** The cells of a block as Excel and its like put it on the clipboard. Empty rows at the end are none. */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows = Array.from(delimitedRows(text, '\t'), ({ cells }) => cells)
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1)
}

/** The same cells for the clipboard. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** More than one cell: what is pasted into a single one needs no block. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

function quoted(cell: string): string {
  return /[\t\r\n]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}
