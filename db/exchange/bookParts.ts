import type { Archive } from './archiveGuard.ts'
import { textReader } from './byteText.ts'
import { type NumberStyles, numberStyles } from './numberStyle.ts'
import { sharedStrings } from './textTable.ts'

/** What the cells of every sheet refer to. */
export interface BookParts {
  readonly textOf: (bytes: Buffer, from: number, to: number) => string
  readonly shared: readonly string[]
  readonly styles: NumberStyles
  /** A serial number of the workbook's own count as YYYY-MM-DD; null where it is no day. */
  readonly dayOf: (serial: number) => string | null
}

/** @throws RuleBroken importEntities; any other error where a part is broken */
export async function readBookParts(archive: Archive, isDate1904: boolean): Promise<BookParts> {
  const textOf = textReader()
  return {
    textOf,
    shared: await sharedStrings(archive, textOf),
    styles: await numberStyles(archive, textOf),
    dayOf: serialDays(isDate1904),
  }
}

function serialDays(isDate1904: boolean): (serial: number) => string | null {
  const known = new Map<number, string | null>()
  return (serial) => {
    // To the millisecond: what is a hair below midnight means midnight.
    const days = Math.floor(Math.round(serial * 86_400_000) / 86_400_000)
    const day = known.get(days)
    if (day !== undefined) return day
    const made = dayText(days, isDate1904)
    known.set(days, made)
    return made
  }
}

/** Serial 1 is 1900-01-01, and Excel counts a 29 February 1900 that never was: from March on 0 is 1899-12-30. */
function dayText(days: number, isDate1904: boolean): string | null {
  const epoch = isDate1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * 86_400_000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}
