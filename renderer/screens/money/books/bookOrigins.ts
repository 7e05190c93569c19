import type { BookLine } from '../../../../db/domain/books.ts'
import { isContingency } from '../../../../db/domain/budgetTemplate.ts'
import { paymentsOf } from '../../project/paymentsOf.ts'
import { moneyAddress } from '../useMoneyView.ts'
import type { BookOrigins } from './BookCells.tsx'

/** Where the figures of a project come from. */
export function projectOrigins(projectId: string): BookOrigins {
  return {
    budget: moneyAddress({ tab: 'budgets', projectId }),
    contract: moneyAddress({ projectId, entries: 'contract' }),
    pending: moneyAddress({ projectId, entries: 'pending' }),
    drawn: moneyAddress({ projectId, entries: 'drawn' }),
    done: moneyAddress({ projectId, entries: 'done' }),
    paid: paymentsOf(projectId),
  }
}

/** Of one 科目 and all below it; 未分科目 has no line in the budget and no page of its own in the ledger. */
export function lineOrigins(
  projectId: string,
  versionId: string | null,
  line: Pick<BookLine, 'lineId' | 'lineKey'>,
): BookOrigins {
  const lineKey = line.lineKey ?? 'none'
  return {
    ...(versionId === null || line.lineKey === null
      ? {}
      : { budget: moneyAddress({ tab: 'budgets', projectId, versionId, lineKey }) }),
    contract: moneyAddress({ projectId, entries: 'contract', lineKey }),
    pending: moneyAddress({ projectId, entries: 'pending', lineKey }),
    // 预备费 bears what the changes of all 科目 draw.
    drawn: moneyAddress({ projectId, entries: 'drawn', lineKey: isContingency(lineKey) ? null : lineKey }),
    done: moneyAddress({ projectId, entries: 'done', lineKey }),
    paid: `${paymentsOf(projectId)}&budgetLineId=${encodeURIComponent(line.lineId ?? 'none')}`,
  }
}

/** Of all projects, or of one plan's. */
export function portfolioOrigins(planId: string | null): BookOrigins {
  return {
    contract: moneyAddress({ planId, entries: 'contract' }),
    pending: moneyAddress({ planId, entries: 'pending' }),
    done: moneyAddress({ planId, entries: 'done' }),
    paid: planId === null ? '/payments' : `/payments?planId=${encodeURIComponent(planId)}`,
  }
}
