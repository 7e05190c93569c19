import { XMLParser } from 'fast-xml-parser'
import type { GridRow } from '../domain/import/grid.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { type Archive, guardArchive } from './archiveGuard.ts'
import { readBookParts } from './bookParts.ts'
import { type SheetShape, sheetReader } from './sheetXml.ts'
import { type CellLook, cellLooks } from './xlsxLooks.ts'

/** What a workbook holds; a sheet is read when it is asked for. */
export interface Workbook {
  readonly sheets: readonly string[]
  readonly isDate1904: boolean
  /**
   * The rows of one sheet that hold something, many at a time, in their order; a date cell as YYYY-MM-DD.
   * @throws RuleBroken importUnreadable with the row reached, importTooManyRows, importTooWide, importEntities
   */
  readonly read: (sheet: string) => AsyncGenerator<readonly GridRow[], void>
  /** Its merged cells and hidden columns: merges stand behind the rows, and are known when those were read. */
  readonly shapeOf: (sheet: string) => SheetShape
  /** How the cells of a sheet that was read are shown, by their references (B7). */
  readonly looksOf: (sheet: string) => Promise<ReadonlyMap<string, CellLook>>
}

/** @throws RuleBroken as guardArchive does, importNotXlsx */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const kept = new Map<string, string[]>()
  const archive = await guardArchive(bytes, (name) => {
    if (name !== workbookPart && name !== relationsPart) return isReadLater(name) ? 'later' : null
    const chunks: string[] = []
    kept.set(name, chunks)
    return (chunk) => chunks.push(chunk.toString('latin1'))
  })
  const xml = (name: string) => {
    const chunks = kept.get(name)
    if (chunks === undefined) throw new RuleBroken('importNotXlsx', ['file'], { detail: name })
    return parsed(Buffer.from(chunks.join(''), 'latin1').toString('utf8'), name)
  }
  const { sheets, isDate1904 } = sheetsOf(xml(workbookPart))
  const targets = targetsOf(xml(relationsPart))
  const partOf = new Map(sheets.map(({ name, relation }) => [name, partName(targets.get(relation) ?? '')]))
  if (sheets.length === 0) throw new RuleBroken('importNotXlsx', ['file'], { detail: workbookPart })
  const shapes = new Map<string, SheetShape>()
  return {
    sheets: sheets.map(({ name }) => name),
    isDate1904,
    read: async function* (sheet) {
      shapes.set(sheet, yield* readSheet(archive, sheet, partOf.get(sheet) ?? '', isDate1904))
    },
    shapeOf: (sheet) => shapes.get(sheet) ?? { merges: [], hiddenColumns: [] },
    looksOf: async (sheet) =>
      cellLooks(await wholePart(archive, 'xl/styles.xml'), await wholePart(archive, partOf.get(sheet) ?? '')),
  }
}

async function* readSheet(
  archive: Archive,
  sheet: string,
  part: string,
  isDate1904: boolean,
): AsyncGenerator<readonly GridRow[], SheetShape> {
  let reached = 0
  try {
    const reader = sheetReader(sheet, part, await readBookParts(archive, isDate1904))
    for await (const chunk of archive.part(part)) {
      const rows = reader.push(chunk)
      reached = rows.at(-1)?.number ?? reached
      if (rows.length > 0) yield rows
    }
    return reader.end()
  } catch (error) {
    if (error instanceof RuleBroken) throw error
    // Whatever the reader stumbles over lies in the file: nothing has been written, and the person hears where.
    throw new RuleBroken('importUnreadable', ['file'], { sheet, row: reached })
  }
}

/** Nothing of a part larger than a schedule's: its sheet is read by what it holds alone. */
async function wholePart(archive: Archive, name: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of archive.part(name)) {
    size += chunk.length
    if (size > mostShownBytes) return ''
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const mostShownBytes = 64 * 1024 * 1024

const workbookPart = 'xl/workbook.xml'
const relationsPart = 'xl/_rels/workbook.xml.rels'

/** Parts whose own reader refuses definitions: they inflate once, when they are read. */
function isReadLater(name: string): boolean {
  return /^xl\/(?:worksheets\/[^/]+|sharedStrings|styles)\.xml$/.test(name)
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
