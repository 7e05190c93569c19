import type { Merge } from '../../../db/domain/import/grid.ts'
import type { PastedTable } from '../../../db/domain/import/pasted.ts'
import { cellOf, isAsShown, type PastedCell } from '../../../db/domain/import/pastedCell.ts'

/**
 * The cells of the first table of a clipboard's HTML, by what they hold where their program says it: WPS and old Excel in
 * x:num, LibreOffice in sdval, Google's sheets in data-sheets-value. Nothing in the HTML runs, and nothing is fetched for
 * it. Null where there is no table.
 * @param asShown cells are what was seen: of a schedule 2026年8月 is no day
 */
export function clipboardTable(html: string, asShown: boolean): PastedTable | null {
  const page = new DOMParser().parseFromString(
    /<table[\s>]/i.test(html) ? html : `<table>${html}`,
    'text/html',
  )
  const table = page.querySelector('table')
  if (table === null) return null
  for (const mark of table.querySelectorAll('br')) mark.replaceWith(lineBreak)
  const formats = formatsOf(page)
  const merges: PastedTable['merges'] = []
  const taken = new Map<number, Set<number>>()
  let shownFigures = 0
  const rows = Array.from(table.rows, (row, index) => {
    const number = index + 1
    const cells: PastedTable['rows'][number]['cells'] = []
    for (const cell of row.cells) {
      const place = placeOf(cell, number, firstFree(taken.get(number), cells.length))
      const copied = copiedCell(cell, formats)
      while (cells.length < place.left) cells.push(null)
      cells.push(asShown ? copied.shown : cellOf(copied))
      while (cells.length <= place.right) cells.push(null)
      if (!asShown && isAsShown(copied)) shownFigures += 1
      if (place.right > place.left || place.bottom > number) merges.push(place)
      take(taken, place)
    }
    return isUnseen(row) ? { number, cells, isHidden: true } : { number, cells }
  })
  return { rows, merges, hiddenColumns: hiddenColumns(table), shownFigures }
}

function placeOf(cell: HTMLTableCellElement, top: number, left: number): Merge {
  return { top, bottom: top + span(cell.rowSpan) - 1, left, right: left + span(cell.colSpan) - 1 }
}

/** A cell over several rows holds its columns in each of them. */
function take(taken: Map<number, Set<number>>, { top, bottom, left, right }: Merge) {
  for (let row = top + 1; row <= bottom; row += 1) {
    const held = taken.get(row) ?? new Set<number>()
    for (let column = left; column <= right; column += 1) held.add(column)
    taken.set(row, held)
  }
}

/** No sign of a text. */
const lineBreak = '\uE000'

function copiedCell(cell: HTMLTableCellElement, formats: ReadonlyMap<string, string>): PastedCell {
  const shown = cell.textContent
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .replaceAll(new RegExp(` ?${lineBreak} ?`, 'g'), '\n')
    .replaceAll('\u00a0', ' ')
    .trim()
  const format =
    /mso-number-format:\s*("[^"]*"|'[^']*'|[^;]+)/.exec(cell.getAttribute('style') ?? '')?.[1] ??
    formats.get(cell.className) ??
    cell.getAttribute('sdnum') ??
    ''
  // A truth value is a figure underneath, and text that looks like one is none.
  const isText = cell.hasAttribute('x:str') || /@|BOOLEAN/.test(format)
  const isGeneral = format === '' || /^"?General"?$/i.test(format)
  return {
    shown,
    exact: isText ? null : exactOf(cell),
    isWhole: isText || cell.getAttribute('x:num') === '' || (isGeneral && !isCut(shown)),
  }
}

/** A figure of the usual format that has as many digits as that shows. */
function isCut(shown: string): boolean {
  return /E/i.test(shown) || shown.replaceAll(/\D/g, '').length >= 10
}

function exactOf(cell: Element): number | null {
  const said = cell.getAttribute('x:num') ?? cell.getAttribute('sdval') ?? sheetsValue(cell)
  if (said === null || said.trim() === '') return null
  const exact = Number(said)
  return Number.isFinite(exact) ? exact : null
}

/** {"1":3,"3":1234.5678}: 1 says of which type the value is, 3 is a figure. */
function sheetsValue(cell: Element): string | null {
  const said = cell.getAttribute('data-sheets-value') ?? ''
  return /^\{"1":3,"3":(-?[\d.]+(?:E[+-]?\d+)?)/i.exec(said.replaceAll(/\s/g, ''))?.[1] ?? null
}

/** The number format of each class, as Excel and WPS write it into the style of the page. */
function formatsOf(page: Document): ReadonlyMap<string, string> {
  const css = Array.from(page.querySelectorAll('style'), ({ textContent }) => textContent).join('\n')
  return new Map(
    [...css.matchAll(/\.([\w-]+)\s*\{[^}]*?mso-number-format:\s*("[^"]*"|'[^']*'|[^;}]+)/g)].map(
      ([, name = '', format = '']) => [name, format],
    ),
  )
}

function hiddenColumns(table: HTMLTableElement): number[] {
  const hidden: number[] = []
  let column = 0
  for (const group of table.querySelectorAll('col')) {
    const width = span(group.span)
    if (isUnseen(group)) for (let at = column; at < column + width; at += 1) hidden.push(at)
    column += width
  }
  return hidden
}

function isUnseen(element: Element): boolean {
  return /display:\s*none/i.test(element.getAttribute('style') ?? '') || element.getAttribute('width') === '0'
}

function firstFree(taken: ReadonlySet<number> | undefined, from: number): number {
  let column = from
  while (taken?.has(column) === true) column += 1
  return column
}

/** Of 1 to 200: no sheet of an office spans more. */
function span(said: number): number {
  return Math.min(200, Math.max(1, said))
}
