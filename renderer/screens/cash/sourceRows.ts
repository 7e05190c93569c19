import type { CashPlanRow } from '../../../db/domain/cashPlan.ts'
import type { Fen } from '../../../db/domain/fen.ts'

/** A contract or task and one of its sources: a row of what is written out. */
export interface CashSourceRow {
  readonly row: CashPlanRow
  readonly fundName: string | null
  readonly planFen: readonly Fen[]
  readonly earlierFen: Fen
  readonly laterFen: Fen
  readonly undatedFen: Fen
}

export function sourceRows(row: CashPlanRow): readonly CashSourceRow[] {
  return row.sources.map(({ fundName, months, earlierFen, laterFen, undatedFen }) => ({
    row,
    fundName,
    planFen: months.map(({ planFen }) => planFen),
    earlierFen,
    laterFen,
    undatedFen,
  }))
}
