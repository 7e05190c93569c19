import { XMLParser } from 'fast-xml-parser'
import { streamXlsxRows } from 'hucre/xlsx'
import type { Cell, GridRow, Merge } from '../domain/import/grid.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { guardArchive } from './archiveGuard.ts'

/** What a workbook holds, found without reading its sheets. */
export interface Workbook {
  readonly sheets: readonly string[]
  readonly isDate1904: boolean
  readonly mergesOf: (sheet: string) => Merge[]
}

/** Beyond it a row is not read: no ledger is so wide. */
export const maxColumns = 200
export const maxRows = 200_000

/** @throws RuleBroken as guardArchive does, importNotXlsx */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const kept = new Map<string, string[]>()
  const merges = new Map<string, Merge[]>()
  await guardArchive(bytes, (name) => {
    if (name === 'xl/workbook.xml' || name === 'xl/_rels/workbook.xml.rels') {
      const chunks: string[] = []
      kept.set(name, chunks)
      return (chunk) => chunks.push(chunk.toString('latin1'))
    }
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return null
    const found: Merge[] = []
    merges.set(name, found)
    return mergeSeeker(found)
  })
  const xml = (name: string) => {
    const chunks = kept.get(name)
    if (chunks === undefined) throw new RuleBroken('importNotXlsx', ['file'], { detail: name })
    return parsed(Buffer.from(chunks.join(''), 'latin1').toString('utf8'), name)
  }
  const { sheets, isDate1904 } = sheetsOf(xml('xl/workbook.xml'))
  const targets = targetsOf(xml('xl/_rels/workbook.xml.rels'))
  const partOf = new Map(sheets.map(({ name, relation }) => [name, partName(targets.get(relation) ?? '')]))
  if (sheets.length === 0) throw new RuleBroken('importNotXlsx', ['file'], { detail: 'xl/workbook.xml' })
  return {
    sheets: sheets.map(({ name }) => name),
    isDate1904,
    mergesOf: (sheet) => merges.get(partOf.get(sheet) ?? '') ?? [],
  }
}

/**
 * The rows of one sheet that hold something, in their order; a date cell as YYYY-MM-DD.
 * @throws RuleBroken importUnreadable with the row reached, importTooManyRows, importTooWide
 */
export async function* sheetRows(bytes: Buffer, sheet: string): AsyncGenerator<GridRow> {
  let reached = 0
  const keep = interning()
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const number = index + 1
      if (!Number.isSafeInteger(number) || number <= reached || number > 1_048_576)
        throw new RuleBroken('importUnreadable', ['file'], { sheet, row: reached })
      if (number > maxRows && values.some((value) => value !== null))
        throw new RuleBroken('importTooManyRows', ['file'], { sheet, max: maxRows })
      const cells = cellsOf(values).map((cell) => (typeof cell === 'string' ? keep(cell) : cell))
      if (cells.length > maxColumns)
        throw new RuleBroken('importTooWide', ['file'], { sheet, row: number, max: maxColumns })
      reached = number
      if (cells.length > 0) yield { number, cells }
    }
  } catch (error) {
    if (error instanceof RuleBroken) throw error
    // Whatever the reader stumbles over lies in the file: nothing has been written, and the person hears where.
    throw new RuleBroken('importUnreadable', ['file'], { sheet, row: reached })
  }
}

/**
 * Each text once, as a copy of its own: as the parser cuts it, it would hold on to the whole XML around it for as long as
 * the preview is in view.
 */
function interning(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const own = known.get(text) ?? Buffer.from(text).toString()
    if (known.size < 50_000) known.set(own, own)
    return own
  }
}

/** Up to the last cell that holds something. */
function cellsOf(values: readonly (string | number | boolean | Date | null)[]): Cell[] {
  const cells = values.map(cellOf)
  while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop()
  return cells
}

function cellOf(value: string | number | boolean | Date | null): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return value
  // Text that is no Unicode (half a surrogate pair) would not survive the store.
  return value.trim() === '' ? null : value.toWellFormed()
}

/** Gathers merged cells from a part as it inflates: they stand behind the rows. */
function mergeSeeker(found: Merge[]): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const text = rest + chunk.toString('latin1')
    for (const [, ref = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:$]{1,30})"/g)) {
      const merge = mergeOf(ref)
      if (merge !== null && found.length < 20_000) found.push(merge)
    }
    const open = text.lastIndexOf('<')
    // A tag that the next chunk ends.
    rest = open > text.length - 200 && !text.includes('>', open) ? text.slice(open) : ''
  }
}

function mergeOf(ref: string): Merge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (match === null) return null
  const [, left = '', top = '', right = '', bottom = ''] = match
  const merge = {
    top: Number(top),
    bottom: Number(bottom),
    left: columnOf(left),
    right: Math.min(columnOf(right), maxColumns - 1),
  }
  const isWhole = merge.top <= merge.bottom && merge.left <= merge.right && merge.bottom <= maxRows
  return isWhole ? merge : null
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function parsed(xml: string, part: string): unknown {
  try {
    return parser.parse(xml)
  } catch {
    throw new RuleBroken('importNotXlsx', ['file'], { detail: part })
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'sheet' || name === 'Relationship',
})

function sheetsOf(workbook: unknown) {
  const root = child(workbook, 'workbook')
  const date1904 = child(child(root, 'workbookPr'), '@date1904')
  const listed = child(child(root, 'sheets'), 'sheet')
  const sheets = (Array.isArray(listed) ? listed : []).flatMap((sheet: unknown) => {
    const name = child(sheet, '@name')
    const relation = child(sheet, '@id')
    return typeof name === 'string' && typeof relation === 'string' && name !== '' ? [{ name, relation }] : []
  })
  return { sheets, isDate1904: date1904 === '1' || date1904 === 'true' }
}

function targetsOf(relations: unknown): ReadonlyMap<string, string> {
  const listed = child(child(relations, 'Relationships'), 'Relationship')
  return new Map(
    (Array.isArray(listed) ? listed : []).flatMap((relation: unknown) => {
      const id = child(relation, '@Id')
      const target = child(relation, '@Target')
      return typeof id === 'string' && typeof target === 'string' ? [[id, target] as const] : []
    }),
  )
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? (Reflect.get(node, name) as unknown) : undefined
}
