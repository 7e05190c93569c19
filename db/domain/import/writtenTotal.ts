import type { AmountUnit, Fen } from '../fen.ts'
import type { RuleCode } from '../ruleText.ts'
import { type Cell, cellText } from './grid.ts'
import { type FieldRow, rowReading } from './rowReading.ts'
import { readAmount } from './typedCell.ts'

/** A row with what its amount stands in, and the reason where it holds no record. */
interface SummedRow {
  readonly fields: FieldRow
  readonly cells: readonly Cell[]
  readonly leftOut: RuleCode | null
}

/** The sheet's own 合计 beside what its rows were read to. */
interface WrittenTotal {
  readonly row: number
  readonly writtenFen: Fen
  readonly readFen: Fen
}

/**
 * The last 合计 of a sheet: whether its rows were all read, and in the right unit, shows in it. A sum of one page or
 * part equals the rows since the sum before it. Null where the sheet has none, or an amount cannot be read yet.
 */
export function writtenTotal(rows: readonly SummedRow[], unit: AmountUnit): WrittenTotal | null {
  let all = 0
  let part = 0
  let total: WrittenTotal | null = null
  for (const row of rows) {
    const amount = amountIn(row, unit)
    if (row.leftOut === null) {
      if (amount === null) return null
      all += amount
      part += amount
    } else if (row.leftOut === 'importSubtotalRow' && amount !== null && row.cells.some(isTotalWord)) {
      total = { row: row.fields.number, writtenFen: amount, readFen: amount === part ? part : all }
      part = 0
    }
  }
  return total
}

function amountIn({ fields }: SummedRow, unit: AmountUnit): Fen | null {
  const { read, cell, unit: unitOf } = rowReading(fields)
  return read('amount', () => readAmount(cell('amount'), unitOf(unit))) ?? null
}

function isTotalWord(cell: Cell): boolean {
  return /^(?:[总合共]计|总合计|grandtotal|total)[:：]?$/i.test(
    cellText(cell).normalize('NFKC').replaceAll(/\s/g, ''),
  )
}
