/**
 * The cells of a block as Excel and its like put it on the clipboard: tabs between cells, line ends between rows, a cell
 * with either of them in quotes. Empty rows at the end are none.
 */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const { cell, end } = cellAt(text, at)
    row.push(cell)
    if (text[end] !== '\t') {
      rows.push(row)
      row = []
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '') === true) rows.pop()
  return rows
}

/** The same cells for the clipboard. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** More than one cell: what is pasted into a single one needs no block. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

function cellAt(text: string, start: number): { readonly cell: string; readonly end: number } {
  const quote = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(start))
  if (quote !== null) return { cell: (quote[1] ?? '').replaceAll('""', '"'), end: start + quote[0].length }
  const length = /^[^\t\r\n]*/.exec(text.slice(start))?.[0].length ?? 0
  return { cell: text.slice(start, start + length), end: start + length }
}

function quoted(cell: string): string {
  return /[\t\r\n]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}
