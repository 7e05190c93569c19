import { fieldScore, type ImportField } from './field.ts'
import { type Cell, cellText } from './grid.ts'
import type { Header } from './header.ts'
import type { ImportMapping } from './importMapping.ts'
import { unitOfHead, unitWord } from './sheetUnit.ts'

/** Which of the entries that one row of funds is: 下达 and 到位 stand in columns of their own. */
export const entryParts = ['allotment', 'receipt'] as const
export type EntryPart = (typeof entryParts)[number]

/** The columns of an entry: of its amount, and of its day. */
export const partFields = {
  allotment: { amount: 'allotted', day: 'allottedOn' },
  receipt: { amount: 'received', day: 'receivedOn' },
} as const satisfies Readonly<Record<EntryPart, { readonly amount: ImportField; readonly day: ImportField }>>

/** The entries that each row of a sheet may be; null where a row is one record. */
export function partsOfRow({ columns = [] }: ImportMapping): readonly EntryPart[] | null {
  const parts = entryParts.filter((part) => columns.some(({ field }) => field === partFields[part].amount))
  return parts.length === 0 ? null : parts
}

/** How the entries of a row are read: each has its own amount, its own day or the one day of the row, and its own unit. */
export function entryReader(mapping: ImportMapping, { heads }: Header) {
  const parts = partsOfRow(mapping)
  if (parts === null) return null
  const [first, ...others] = parts.map((part) => unitOfHead(heads[columnOf(part)] ?? ''))
  const unitOf = (part: EntryPart) =>
    part === parts[0] || unitWord(first ?? null) === unitWord(others[0] ?? null)
      ? null
      : unitWord(others[0] ?? null)
  return { parts, cells }

  function columnOf(part: EntryPart): number {
    return mapping.columns?.find(({ field }) => field === partFields[part].amount)?.column ?? -1
  }

  function cells(ofRow: (field: ImportField) => Cell | undefined, part: EntryPart) {
    return (field: ImportField): Cell | undefined => {
      if (field === 'kind') return part
      if (field === 'amount') return ofRow(partFields[part].amount)
      if (field === 'unit') return ofRow('unit') ?? unitOf(part) ?? undefined
      const own = field === 'enteredOn' ? ofRow(partFields[part].day) : undefined
      return cellText(own) === '' ? (ofRow(field) ?? own) : own
    }
  }
}

/** Nothing came: the cell is empty, a dash or 0, as a sheet with several amounts in a row has it. */
export function isNoAmount(cell: Cell | undefined): boolean {
  return /^(?:|[-—–/]+|无|0+(?:\.0+)?)$/.test(cellText(cell).normalize('NFKC'))
}

/**
 * Which fields of a fund a head may be: 下达 and 到位 side by side are two entries of a row, each with its day; one of
 * them alone, or a bare 金额, is the row's one amount, and the day of the other is not its day.
 */
export function fundFields(heads: readonly string[]): (field: ImportField, head: string) => boolean {
  const isNamed = (field: ImportField) => heads.some((head) => fieldScore('funds', field, head) >= 2)
  const ofParts: readonly ImportField[] = ['allotted', 'received', 'allottedOn', 'receivedOn']
  if (isNamed('allotted') && isNamed('received'))
    return (field, head) =>
      field !== 'amount' &&
      field !== 'kind' &&
      (field !== 'enteredOn' || !(allotmentWords.test(head) || receiptWords.test(head)))
  const other = isNamed('allotted') ? receiptWords : allotmentWords
  return (field, head) => !ofParts.includes(field) && !(field === 'enteredOn' && other.test(head))
}

/** Whether the head of the amounts says 到位 or 下达. */
export function writtenEntryKind(head: string): EntryPart | null {
  if (receiptWords.test(head)) return 'receipt'
  return allotmentWords.test(head) ? 'allotment' : null
}

const receiptWords = /到位|到账|拨入|收款/
const allotmentWords = /下达|指标/
