import type { Cell, GridRow, Merge } from '../domain/import/grid.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { BookParts } from './bookParts.ts'
import { attributeReader, tagReader } from './byteTags.ts'
import { columnAt, figureAt, wholeAt } from './cellFigure.ts'
import { mergeOf } from './mergeRef.ts'
import { maxColumns, maxRows } from './sheetBounds.ts'

/**
 * Reads the XML of one sheet as it inflates: each row that holds something, with its cells up to the last that does; a
 * date cell as YYYY-MM-DD. `push` gives the rows that became whole.
 * @throws RuleBroken importEntities, importTooManyRows, importTooWide; any other error where it is no sheet
 */
export function sheetReader(sheet: string, part: string, book: BookParts) {
  let rows: GridRow[] = []
  const merges: Merge[] = []
  const hiddenColumns: number[] = []
  const attributes = attributeReader()
  const { place } = attributes
  let isInData = false
  let isInRow = false
  let isHidden = false
  let isInCell = false
  let isInInline = false
  let isInReading = false
  let number = 0
  let reached = 0
  let cells: Cell[] = []
  let column = -1
  let style = -1
  let form: Form = 'number'
  let value: Cell = null
  let begun = ''

  const tags = tagReader({
    open: (bytes, from, to, end, isEmpty) => {
      switch (nameOf(bytes, from, to)) {
        case name.c:
          if (isInRow) openCell(bytes, to, end, isEmpty)
          break
        case name.row:
          if (isInData) openRow(bytes, to, end, isEmpty)
          break
        case name.is:
          isInInline = isInCell && !isEmpty
          break
        case name.rPh:
          isInReading = !isEmpty
          break
        case name.col:
          openColumns(bytes, to, end)
          break
        case name.long:
          openLong(bytes, from, to, end, isEmpty)
          break
      }
      begun = ''
    },
    close: (bytes, from, to, textFrom, textTo) => {
      switch (nameOf(bytes, from, to)) {
        case name.v:
          if (isInCell && form !== 'inline') value = valueOf(bytes, textFrom, textTo)
          break
        case name.t:
          if (isInInline && !isInReading && form === 'inline') {
            const text = whole(bytes, textFrom, textTo)
            value = value === null ? text : `${String(value)}${text}`
          }
          break
        case name.c:
          closeCell()
          break
        case name.row:
          closeRow()
          break
        case name.is:
          isInInline = false
          break
        case name.rPh:
          isInReading = false
          break
        case name.long:
          if (bytes.toString('latin1', from, to) === 'sheetData') isInData = false
          break
      }
      begun = ''
    },
    text: (bytes, from, to) => {
      if (isInCell) begun += book.textOf(bytes, from, to)
    },
    defined: () => {
      throw new RuleBroken('importEntities', ['file'], { part: part.slice(0, 80) })
    },
  })

  return {
    push: (chunk: Buffer): GridRow[] => {
      rows = []
      tags.push(chunk)
      return rows
    },
    end: (): SheetShape => {
      tags.end()
      if (isInData) throw new Error('a sheet without an end')
      return { merges, hiddenColumns }
    },
    reached: () => reached,
  }

  function openLong(bytes: Buffer, from: number, to: number, end: number, isEmpty: boolean) {
    const tag = bytes.toString('latin1', from, to)
    if (tag === 'sheetData') isInData = !isEmpty
    if (tag !== 'mergeCell' || merges.length >= 20_000) return
    attributes.begin(to, end)
    while (attributes.next(bytes)) {
      if (bytes.toString('latin1', place.nameFrom, place.nameTo) !== 'ref') continue
      const merge = mergeOf(bytes.toString('latin1', place.from, Math.min(place.to, place.from + 40)))
      if (merge !== null) merges.push(merge)
    }
  }

  /** Columns of one look, from `min` to `max`: hidden, or drawn so narrow that nothing is seen of them. */
  function openColumns(bytes: Buffer, at: number, end: number) {
    let [min, max, isUnseen] = [Number.NaN, Number.NaN, false]
    attributes.begin(at, end)
    while (attributes.next(bytes)) {
      const attribute = bytes.toString('latin1', place.nameFrom, place.nameTo)
      if (attribute === 'min') min = wholeAt(bytes, place.from, place.to)
      else if (attribute === 'max') max = wholeAt(bytes, place.from, place.to)
      else if (attribute === 'hidden' || attribute === 'width')
        isUnseen ||= unseen[attribute].test(bytes.toString('latin1', place.from, place.to))
    }
    if (!isUnseen || !(min >= 1)) return
    for (let one = min; one <= Math.min(max, maxColumns); one += 1) hiddenColumns.push(one - 1)
  }

  function openRow(bytes: Buffer, at: number, end: number, isEmpty: boolean) {
    number += 1
    isHidden = false
    attributes.begin(at, end)
    while (attributes.next(bytes)) {
      const length = place.nameTo - place.nameFrom
      if (length === 1 && bytes[place.nameFrom] === letter.r) number = wholeAt(bytes, place.from, place.to)
      else if (length === 6 && bytes.toString('latin1', place.nameFrom, place.nameTo) === 'hidden')
        isHidden = /^(?:1|true)$/.test(bytes.toString('latin1', place.from, place.to))
    }
    if (!Number.isSafeInteger(number) || number <= reached || number > 1_048_576)
      throw new Error('rows out of order')
    cells = []
    column = -1
    isInRow = !isEmpty
    if (isEmpty) reached = number
  }

  function closeRow() {
    if (!isInRow) return
    isInRow = false
    isInCell = false
    isInInline = false
    reached = number
    if (cells.length === 0) return
    if (number > maxRows) throw new RuleBroken('importTooManyRows', ['file'], { sheet, max: maxRows })
    rows.push(isHidden ? { number, cells, isHidden } : { number, cells })
  }

  function openCell(bytes: Buffer, at: number, end: number, isEmpty: boolean) {
    column += 1
    style = -1
    form = 'number'
    value = null
    attributes.begin(at, end)
    while (attributes.next(bytes)) {
      if (place.nameTo - place.nameFrom !== 1) continue
      const attribute = bytes[place.nameFrom]
      if (attribute === letter.r) column = columnAt(bytes, place.from, place.to)
      else if (attribute === letter.s) style = wholeAt(bytes, place.from, place.to)
      else if (attribute === letter.t) form = formAt(bytes, place.from, place.to)
    }
    isInCell = !isEmpty
  }

  function closeCell() {
    if (!isInCell) return
    isInCell = false
    isInInline = false
    if (value === null || (typeof value === 'string' && value.trim() === '')) return
    if (column >= maxColumns)
      throw new RuleBroken('importTooWide', ['file'], { sheet, row: number, max: maxColumns })
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }

  function whole(bytes: Buffer, from: number, to: number): string {
    const text = book.textOf(bytes, from, to)
    return begun === '' ? text : begun + text
  }

  function valueOf(bytes: Buffer, from: number, to: number): Cell {
    switch (form) {
      case 'shared':
        return book.shared[Number(whole(bytes, from, to))] ?? null
      case 'text':
      case 'inline':
        return whole(bytes, from, to)
      case 'boolean': {
        const text = whole(bytes, from, to)
        return text === '1' || text.toLowerCase() === 'true'
      }
      case 'number': {
        const figure = begun === '' ? figureAt(bytes, from, to) : null
        return figure === null ? written(whole(bytes, from, to)) : dated(figure)
      }
    }
  }

  function written(text: string): Cell {
    const figure = text.trim() === '' ? Number.NaN : Number(text)
    return Number.isNaN(figure) ? text : dated(figure)
  }

  function dated(figure: number): Cell {
    if (!Number.isFinite(figure)) return null
    if (style < 0) return figure
    if (book.styles.isDate(style)) return book.dayOf(figure)
    const unit = book.styles.unitOf(style)
    if (unit === null) return figure
    return unit === '%'
      ? `${String(Number((figure * 100).toPrecision(15)))}%`
      : `${String(Number(figure.toPrecision(15)))}${unit}`
  }
}

/** What stands around the rows. */
export interface SheetShape {
  readonly merges: readonly Merge[]
  /** From 0. */
  readonly hiddenColumns: readonly number[]
}

const unseen = { hidden: /^(?:1|true)$/, width: /^0(?:\.0*)?$/ } as const

/** What stands in <v>, or in <is>. */
type Form = 'number' | 'shared' | 'text' | 'inline' | 'boolean'

/** s · str, and e of an error · inlineStr · b; whatever else is a figure. */
function formAt(bytes: Buffer, from: number, to: number): Form {
  switch (to - from) {
    case 1:
      return formOf[bytes[from] ?? 0] ?? 'number'
    case 3:
      return 'text'
    case 9:
      return 'inline'
    default:
      return 'number'
  }
}

const formOf: Readonly<Record<number, Form>> = { 0x73: 'shared', 0x62: 'boolean', 0x65: 'text' }

/** The names that matter, short ones packed into a number. */
const name = {
  c: 0x63,
  v: 0x76,
  t: 0x74,
  is: 0x6973,
  row: 0x726f77,
  rPh: 0x725068,
  col: 0x636f6c,
  long: -9,
  other: -1,
}
const letter = { r: 0x72, s: 0x73, t: 0x74 }

function nameOf(bytes: Buffer, from: number, to: number): number {
  const length = to - from
  if (length > 3) return length === 9 ? name.long : name.other
  let packed = 0
  for (let at = from; at < to; at += 1) packed = (packed << 8) | (bytes[at] ?? 0)
  return packed
}
