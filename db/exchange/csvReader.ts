import { delimitedRows } from '../domain/import/delimited.ts'
import type { GridRow } from '../domain/import/grid.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { maxFileBytes } from './archiveGuard.ts'
import { maxColumns, maxRows } from './sheetBounds.ts'

/**
 * The rows of a CSV or tab-parted file in UTF-8 (with its mark or without), UTF-16 or GB18030, which holds GBK and GB2312.
 * @throws RuleBroken importFileTooLarge, importEncodingUnknown, importTooManyRows, importTooWide
 */
export function* csvRows(bytes: Buffer, sheet: string): Generator<GridRow> {
  if (bytes.length > maxFileBytes)
    throw new RuleBroken('importFileTooLarge', ['file'], { max: maxFileBytes / 1024 / 1024 })
  for (const { number, cells } of delimitedRows(decoded(bytes))) {
    if (number > maxRows) throw new RuleBroken('importTooManyRows', ['file'], { sheet, max: maxRows })
    if (cells.length > maxColumns)
      throw new RuleBroken('importTooWide', ['file'], { sheet, row: number, max: maxColumns })
    yield { number, cells: cells.map((cell) => (cell === '' ? null : cell)) }
  }
}

function decoded(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes)
  // A text holds no NUL: what does is a picture, a database, an old workbook.
  if (text !== null && !text.includes('\0')) return text
  throw new RuleBroken('importEncodingUnknown', ['file'], { row: rowOfFault(bytes) })
}

function strictly(encoding: 'utf-8' | 'gb18030', bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The line in which GB18030 breaks off. */
function rowOfFault(bytes: Buffer): number {
  const text = new TextDecoder('gb18030').decode(bytes)
  const at = text.search(/[\uFFFD\0]/)
  return text.slice(0, Math.max(0, at)).split('\n').length
}
