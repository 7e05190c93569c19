import type { CashEntry } from '../../../db/domain/cashPlan.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import type { CashCell } from './AdjustCash.tsx'

/** What of the plan a figure is: its entries open over the screen. */
export interface CashFigure {
  readonly title: string
  readonly filter: Pick<
    RequestInput<'listCashEntries'>,
    'contractId' | 'taskId' | 'fundId' | 'from' | 'to' | 'isUndated'
  >
  /** Paid in the month already, in the figure as well; and where it stands in the ledger. */
  readonly spent?: { readonly fen: number; readonly to: string }
  /** A month of a contract and a source can be set. */
  readonly cell?: CashCell
}

/** What a row or a source is, for the filter. */
export function subjectFilter(
  subject: Pick<CashEntry, 'contractId' | 'taskId'>,
): Pick<CashFigure['filter'], 'contractId' | 'taskId'> {
  return {
    ...(subject.contractId === null ? {} : { contractId: subject.contractId }),
    ...(subject.taskId === null ? {} : { taskId: subject.taskId }),
  }
}
