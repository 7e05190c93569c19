import { dayField, fieldScore, type ImportKind } from './field.ts'
import { type Cell, cellText } from './grid.ts'
import { bareHead } from './headText.ts'
import type { ColumnChoice } from './importMapping.ts'

/**
 * 年 · 月 · 日 as three columns side by side, under a head of their own or with 2024年 over 月 and 日 as an account book
 * has it. Empty where none stand so, or where they are the date of something else.
 */
export function suggestDateParts(heads: readonly string[], kind: ImportKind): readonly ColumnChoice[] {
  const day = dayField(kind)
  if (day === null) return []
  const bare = heads.map(bareHead)
  for (const [column, head] of bare.entries()) {
    const over = overHead(head, monthHead)
    if (over === null || overHead(bare[column + 1] ?? '', dayHead) !== over) continue
    const said = over.replace(/\d{4}年/, '')
    if (said !== '' && fieldScore(kind, day, said) === 0) continue
    const hasYear = overHead(bare[column - 1] ?? '', yearHead) === over
    return [
      ...(hasYear ? [{ column: column - 1, field: 'dateYear' as const }] : []),
      { column, field: 'dateMonth' },
      { column: column + 1, field: 'dateDay' },
    ]
  }
  return []
}

/** The year over 月 and 日 (2024年); null where a column has it, or none. */
export function yearOfHead(head: string | undefined): string | null {
  return /((?:19|20|21)\d\d)年(?:度)?月份?$/.exec(bareHead(head ?? ''))?.[1] ?? null
}

/**
 * The date that three cells say, as YYYY-MM-DD where they say a whole one; else what they say, to be read or refused as
 * the kind does: 2024年3月 is a date of a plan and no day of a payment. Null where all are empty.
 */
export function joinedDate(cells: DateCells, yearOfAll: string | null): Cell {
  const [own, m, d] = [part(cells.year, /年度?$/), part(cells.month, /月份?$/), part(cells.day, /日$/)]
  const y = own === '' ? (yearOfAll ?? '') : own
  if (m === '' && d === '') return own === '' ? null : `${own}年`
  if (/^\d{4}$/.test(y) && /^\d{1,2}$/.test(m) && /^\d{1,2}$/.test(d))
    return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return `${y === '' ? '?' : y}年${m === '' ? '?' : m}月${d === '' ? '' : `${d}日`}`
}

interface DateCells {
  readonly year: Cell | undefined
  readonly month: Cell | undefined
  readonly day: Cell | undefined
}

function part(cell: Cell | undefined, unit: RegExp): string {
  return cellText(cell).normalize('NFKC').replaceAll(/\s/g, '').replace(unit, '')
}

/** What stands over 年, 月 or 日; null where the head is none of them. */
function overHead(head: string, own: RegExp): string | null {
  return own.exec(head)?.[1] ?? null
}

const yearHead = /^(.*?)(?:年[份度]?|year)$/
const monthHead = /^(.*?)(?:月份?|month)$/
const dayHead = /^(.*?)(?:日|day)$/
