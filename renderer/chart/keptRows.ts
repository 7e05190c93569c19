import type { ChartRow } from './chartRow.ts'

/** Asks for each row's marks once: a scroll brings most rows again. */
export function keptRows<Row extends object>(draw: (row: Row) => ChartRow): (row: Row) => ChartRow {
  const kept = new WeakMap<Row, ChartRow>()
  return (row) => {
    const known = kept.get(row)
    if (known !== undefined) return known
    const drawn = draw(row)
    kept.set(row, drawn)
    return drawn
  }
}
