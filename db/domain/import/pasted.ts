import { delimitedRows } from './delimited.ts'
import type { Grid, GridRow, Merge } from './grid.ts'

/** Cells copied from a spreadsheet, as the clipboard gives them: HTML with a table, else text with tabs. */
export function pastedGrid(clipboard: string): Grid {
  const parsed = /<t(?:able|r)[\s>]/i.test(clipboard) ? htmlCells(clipboard) : textCells(clipboard)
  return { sheet: '', isDate1904: false, ...parsed }
}

function textCells(text: string): Pick<Grid, 'rows' | 'merges' | 'isDelimited'> {
  const delimiter = text.includes('\t') ? '\t' : undefined
  return { rows: [...delimitedRows(text, delimiter)], merges: [], isDelimited: true }
}

/** The rows of the first table; cells that span others are merged ones. */
function htmlCells(html: string): Pick<Grid, 'rows' | 'merges'> {
  const table = html.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
  const end = table.search(/<\/table/i)
  const rows: GridRow[] = []
  const merges: Merge[] = []
  const taken = new Map<number, Set<number>>()
  for (const row of (end === -1 ? table : table.slice(0, end)).split(/<tr(?=[\s>])/i).slice(1)) {
    const number = rows.length + 1
    const cells: (string | null)[] = []
    let column = 0
    for (const cell of row.matchAll(/<t[dh]((?:\s[^>]*)?)>([\s\S]*?)(?=<t[dh][\s>]|<\/t[dhr]|$)/gi)) {
      while (taken.get(number)?.has(column) === true) column += 1
      const across = span(cell[1] ?? '', 'colspan')
      const down = span(cell[1] ?? '', 'rowspan')
      cells[column] = textOf(cell[2] ?? '')
      if (across > 1 || down > 1) {
        merges.push({ top: number, bottom: number + down - 1, left: column, right: column + across - 1 })
        take(taken, number, down, column, across)
      }
      column += across
    }
    rows.push({ number, cells: Array.from(cells, (cell) => cell ?? null) })
  }
  return { rows, merges }
}

/** Of 1 to 200: no sheet of an office spans more. */
function span(attributes: string, name: string): number {
  const said = new RegExp(String.raw`${name}\s*=\s*["']?(\d{1,3})`, 'i').exec(attributes)?.[1]
  return Math.min(200, Math.max(1, Number(said ?? 1)))
}

function take(taken: Map<number, Set<number>>, row: number, down: number, column: number, across: number) {
  for (let number = row; number < row + down; number += 1) {
    const own = taken.get(number) ?? new Set()
    taken.set(number, own)
    for (let at = column; at < column + across; at += 1) own.add(at)
  }
}

function textOf(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|nbsp|amp|lt|gt|quot|apos);/gi, entity)
    .replaceAll('\u00a0', ' ')
    .trim()
}

function entity(reference: string): string {
  const name = reference.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) return named[name] ?? reference
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference
}

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
