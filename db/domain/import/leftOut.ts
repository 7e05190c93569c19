import type { RuleCode } from '../ruleText.ts'
import { type Cell, cellText, type GridRow } from './grid.ts'
import type { Header } from './header.ts'
import { bareHead } from './headText.ts'

/** Where the row's fields stand; undefined where no column is one. */
export interface RowPlaces {
  readonly amount: number | undefined
  /** Of several amounts in a row the others. */
  readonly moreAmounts: readonly number[]
  readonly day: number | undefined
  /** A name alone is a row where summaries have nothing else. */
  readonly name?: number | undefined
}

/** Why a row holds no record: a title, a head printed again, a subtotal, a note. Null where it may hold one. */
export function leftOutReasons(header: Header, places: RowPlaces): (row: GridRow) => RuleCode | null {
  const heads = header.heads.flatMap((head, column) =>
    head === '' ? [] : [{ head: bareHead(head), column }],
  )
  return (row) => {
    if (row.number < header.first) return 'importTitleRow'
    if (row.number <= header.last) return 'importHeaderRow'
    // A figure and a day: what most rows are is seen at a glance.
    if (typeof row.cells[places.amount ?? -1] === 'number' && cellText(row.cells[places.day ?? -1]) !== '')
      return row.cells.some(isSumAlone) ? 'importSubtotalRow' : null
    return isHeadAgain(row, heads, places) ? 'importHeaderRow' : reasonByContent(row, places)
  }
}

function reasonByContent(row: GridRow, places: RowPlaces): RuleCode | null {
  const texts = row.cells.map(cellText)
  const has = (column: number | undefined) => column !== undefined && (texts[column] ?? '') !== ''
  const hasAmount = has(places.amount) || places.moreAmounts.some(has)
  const isSum = has(places.day) && hasAmount ? isSumAlone : isSumWord
  if (texts.some(isSum)) return 'importSubtotalRow'
  const isNote = (text: string) => noteStart.test(text.normalize('NFKC'))
  // Notes stand in the first column, which is often that of the days.
  if (hasAmount || (has(places.day) && !isNote(texts[places.day ?? -1] ?? ''))) return null
  const filled = texts.filter((text) => text !== '')
  const isSigned = filled.some(isNote)
  return isSigned || (filled.length === 1 && !has(places.name)) ? 'importNoteRow' : null
}

/** 小计 · 合计 · 本月合计 · 第一季度小计 · 承前页; a payee that only holds such a word is none. */
function isSumWord(text: string): boolean {
  const said = text.normalize('NFKC').replaceAll(/[\s:：]/g, '')
  return isSumAlone(said) || (said.length <= 24 && /[^计](?:小计|合计)$/.test(said))
}

/** Nothing else: a ledger dates its 本月合计, too. Most cells end in another character. */
function isSumAlone(cell: Cell): boolean {
  if (typeof cell !== 'string' || !/[计页额度l][\s:：]*$/i.test(cell)) return false
  const said = cell.normalize('NFKC').replaceAll(/[\s:：]/g, '')
  return (
    /^(?:其中|以上|本页|本月|本年|本期|本季度?|上半年|下半年|上年|全年|累计|各项|项目|工程费用?|\d{4}年度?|\d{1,2}月份?|第?[一二三四五六七八九十\d]+季度|[一二三四五六七八九十]+月份?)*(?:小计|合计|总计|共计|累计|总合计|累计数)$/.test(
      said,
    ) || /^(?:承前页|过次页|上年结转|结转下年|期初余额|期末余额|subtotal|total|grandtotal)$/i.test(said)
  )
}

const noteStart =
  /^(?:注|备注|说明|填表|制表|编制|审核|复核|审批|单位负责人|负责人|财务负责人|经办|打印|单位(?:名称)?[:：]|日期[:：]|note)/i

function isHeadAgain(
  row: GridRow,
  named: readonly { readonly head: string; readonly column: number }[],
  { amount }: RowPlaces,
): boolean {
  // Amounts under another head are other amounts: such a table below the first is told as an error.
  const ofAmount = named.find(({ column }) => column === amount)?.head
  if (ofAmount !== undefined && !ofAmount.includes(bareHead(cellText(row.cells[amount ?? -1])))) return false

  const same = named.filter(({ head, column }) => {
    const text = bareHead(cellText(row.cells[column]))
    return text !== '' && head.includes(text)
  })
  return same.length >= 3 && same.length * 2 > named.length
}
