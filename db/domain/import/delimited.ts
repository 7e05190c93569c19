/** A grid's row whose cells are all text. */
export interface TextRow {
  readonly number: number
  readonly cells: readonly string[]
}

const delimiters = ['\t', ',', ';', '|'] as const

/**
 * Rows of text whose cells are parted by a delimiter, quoted where they hold it, a quote or a line break (RFC 4180).
 * A record keeps its number though lines break inside it. Quotes that enclose nothing in need of them belong to the cell
 * (“"两癌"筛查中心” as a spreadsheet copies it), and so does one that nobody closes.
 */
export function* delimitedRows(text: string, delimiter = delimiterOf(text)): Generator<TextRow> {
  let cells: string[] = []
  let at = 0
  let number = 1
  while (at < text.length) {
    const cell = (text[at] === '"' ? quoted(text, at, delimiter) : null) ?? bareCell(text, at, delimiter)
    cells.push(cell.value)
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    yield { number, cells }
    number += 1
    cells = []
  }
}

/** The one that parts the first lines most evenly; a comma where none does. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 30)
    .filter((line) => line !== '')
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return usual * counts.filter((count) => count === usual).length
  }
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(delimiter) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.delimiter : ','
}

interface ReadCell {
  readonly value: string
  /** At the delimiter or line break behind it, or at the end. */
  readonly end: number
}

/** Null where the quotes are the cell's own. */
function quoted(text: string, start: number, delimiter: string): ReadCell | null {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  // What stands behind a closing quote belongs to the cell, as Excel reads it.
  const rest = bareCell(text, at, delimiter)
  if (rest.value !== '' && !value.includes(delimiter) && !/["\r\n]/.test(value)) return null
  return { value: value + rest.value, end: rest.end }
}

function bareCell(text: string, start: number, delimiter: string): ReadCell {
  let end = start
  for (; end < text.length; end += 1) {
    const sign = text[end]
    if (sign === delimiter || sign === '\n' || sign === '\r') break
  }
  return { value: text.slice(start, end), end }
}
