import type { Fen } from '../../../../db/domain/fen.ts'
import type { MonthBooks } from '../../../../db/domain/monthBooks.ts'

/** A month of a year: what was paid and measured in it, what 用款计划 has for it, and each in the year up to it. */
export interface SpendMonth {
  readonly month: string
  readonly paidFen: Fen
  readonly paidSoFarFen: Fen
  /** Null where no work was ever measured. */
  readonly doneFen: Fen | null
  readonly doneSoFarFen: Fen | null
  /** Null where the plan of the year has no months. */
  readonly planFen: Fen | null
  readonly planSoFarFen: Fen | null
}

/** `planFen` null: only the year's figure is known. */
export function spendOfYear(
  items: readonly Pick<MonthBooks, 'month' | 'paidFen' | 'doneFen'>[],
  year: number,
  planFen: readonly Fen[] | null,
): readonly SpendMonth[] {
  const byMonth = Map.groupBy(items, ({ month }) => month)
  let paidSoFarFen = 0
  let doneSoFarFen = 0
  const isMeasured = items.some(({ doneFen }) => doneFen !== 0)
  let planSoFarFen = 0
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year)}-${String(index + 1).padStart(2, '0')}`
    const own = byMonth.get(month) ?? []
    const paidFen = own.reduce((sum, row) => sum + row.paidFen, 0)
    const doneFen = own.reduce((sum, row) => sum + row.doneFen, 0)
    const planned = planFen?.[index] ?? 0
    paidSoFarFen += paidFen
    doneSoFarFen += doneFen
    planSoFarFen += planned
    return {
      month,
      paidFen,
      paidSoFarFen,
      doneFen: isMeasured ? doneFen : null,
      doneSoFarFen: isMeasured ? doneSoFarFen : null,
      planFen: planFen === null ? null : planned,
      planSoFarFen: planFen === null ? null : planSoFarFen,
    }
  })
}
