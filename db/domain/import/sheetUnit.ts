import type { AmountUnit } from '../fen.ts'
import type { RuleCode } from '../ruleText.ts'
import { type Cell, cellText, type GridRow } from './grid.ts'

/** 元 or 万元; any other as it is written (千元, 亿元, 美元): its figures are not read as if they were one of the two. */
export type WrittenUnit = AmountUnit | { readonly other: string }

const word = '[十百千]?万元|[百千亿美港欧]?元'

/** What the head of the amounts says, or null; under a head of several columns, what the column's own says. */
export function unitOfHead(head: string): WrittenUnit | null {
  const named = bare(head)
    .match(/[十百千]?万元|[百千亿美港欧]元|(?<=[（(,，/])元(?=[）)]|$)/g)
    ?.at(-1)
  return named === undefined ? null : unitNamed(named)
}

/** 单位：万元 in one of the cells; with `inBrackets` also （万元） behind a title. */
export function unitOfLine(cells: readonly Cell[], inBrackets: boolean): WrittenUnit | null {
  for (const cell of cells) {
    const text = typeof cell === 'string' ? bare(cell) : ''
    const named = lineUnit.exec(text)?.[1] ?? (inBrackets ? bracketUnit.exec(text)?.[1] : undefined)
    if (named !== undefined) return unitNamed(named)
  }
  return null
}

/** A column of its own: 元 · 万元 · 千元; null where it is of something else (项, m²). */
export function unitOfCell(cell: Cell | undefined): WrittenUnit | null {
  const text = bare(cellText(cell))
  if (text === '万') return 'wan'
  return wholeUnit.test(text) ? unitNamed(text) : null
}

/**
 * The unit of row after row where it is another than the one `written` for all: a table may go on in another unit, which
 * stands between its rows or in a head that is printed again.
 */
export function unitsByPart(lastHead: number, written: WrittenUnit | null, amountColumn: number | undefined) {
  let unit = apart(written, written)
  return (row: GridRow, leftOut: RuleCode | null): WrittenUnit | null => {
    const amount = row.cells[amountColumn ?? -1]
    if (row.number <= lastHead || typeof amount === 'number') return unit
    const head = leftOut === 'importHeaderRow' ? unitOfHead(cellText(amount)) : null
    // What a record's own texts say of somebody's unit is not of its amounts.
    const said = head ?? (leftOut === null ? null : unitOfLine(row.cells, true))
    if (said !== null) unit = apart(said, written)
    return unit
  }
}

/** Null where it is the one written for all, which a person may overrule. */
function apart(unit: WrittenUnit | null, written: WrittenUnit | null): WrittenUnit | null {
  return typeof unit === 'string' && unit === written ? null : unit
}

const lineUnit = new RegExp(`单位[:：]?(?:人民币)?(${word})(?!\\p{L})`, 'u')
const bracketUnit = new RegExp(`[（(](?:单位[:：]?)?(?:人民币)?(${word})[）)]`)
const wholeUnit = new RegExp(`^(?:${word})$`)

/** As a cell of a unit column would say it; null where none is known. */
export function unitWord(unit: WrittenUnit | null): string | null {
  if (unit === null) return null
  return typeof unit === 'string' ? (unit === 'wan' ? '万元' : '元') : unit.other
}

function unitNamed(named: string): WrittenUnit {
  if (named === '万元') return 'wan'
  return named === '元' ? 'yuan' : { other: named }
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
