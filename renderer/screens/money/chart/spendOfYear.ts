import type { Fen } from '../../../../db/domain/fen.ts'
import type { MonthBooks } from '../../../../db/domain/monthBooks.ts'

/** A month of a year: what was paid and measured in it, and in the year up to it. */
export interface SpendMonth {
  readonly month: string
  readonly paidFen: Fen
  readonly doneFen: Fen
  readonly paidSoFarFen: Fen
  readonly doneSoFarFen: Fen
}

export function spendOfYear(
  items: readonly Pick<MonthBooks, 'month' | 'paidFen' | 'doneFen'>[],
  year: number,
): readonly SpendMonth[] {
  const byMonth = Map.groupBy(items, ({ month }) => month)
  let paidSoFarFen = 0
  let doneSoFarFen = 0
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year)}-${String(index + 1).padStart(2, '0')}`
    const own = byMonth.get(month) ?? []
    const paidFen = own.reduce((sum, row) => sum + row.paidFen, 0)
    const doneFen = own.reduce((sum, row) => sum + row.doneFen, 0)
    paidSoFarFen += paidFen
    doneSoFarFen += doneFen
    return { month, paidFen, doneFen, paidSoFarFen, doneSoFarFen }
  })
}
