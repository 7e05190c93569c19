import type { AmountUnit } from '../domain/fen.ts'
import type { Language } from '../domain/ruleText.ts'
import type { TableColumn } from '../domain/table.ts'

/** A table as it stands on a sheet: lines above it, its head, the rows, a total, lines below. */
export interface TableSheet {
  readonly title: string
  readonly lines: readonly string[]
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  readonly footLines: readonly string[]
  readonly unit: AmountUnit
  readonly language: Language
  readonly paper: 'A4' | 'A3'
  /** A list has a filter in its head, and totals that follow it. */
  readonly hasFilter: boolean
}

/** Row numbers, from 1. */
export interface SheetPlaces {
  readonly group: number | null
  readonly head: number
  readonly first: number
  /** Of the rows; one less than `first` where there is none. */
  readonly last: number
  readonly total: number | null
  /** The last line below the table. */
  readonly end: number
}

export function placesOf({ lines, columns, rowCount, footLines }: TableSheet): SheetPlaces {
  const group = columns.some((column) => column.group !== null) ? lines.length + 2 : null
  const head = lines.length + (group === null ? 2 : 3)
  const first = head + 1
  const last = head + rowCount
  const total = hasTotal(columns) ? last + 1 : null
  return { group, head, first, last, total, end: (total ?? last) + footLines.length }
}

function hasTotal(columns: readonly TableColumn[]): boolean {
  return columns.some(({ isSummed }) => isSummed)
}

/** A, B, … Z, AA, … of a place from 0. */
export function columnName(place: number): string {
  const before = Math.floor(place / 26)
  return (before === 0 ? '' : columnName(before - 1)) + String.fromCharCode(65 + (place % 26))
}
