import type { MonthBooks } from '../domain/monthBooks.ts'
import type { ReadDb } from './database.ts'

/** What each project added to its books, month by month; payments from the kept sums. */
export function movementsByMonth(
  db: ReadDb,
  filter: {
    readonly projectId: string | undefined
    readonly planId: string | undefined
    readonly from: string | undefined
    readonly to: string | undefined
  },
): Omit<MonthBooks, 'budgetFen'>[] {
  return db.all<Omit<MonthBooks, 'budgetFen'>>(
    `WITH moved (project_id, month, contract_fen, done_fen, paid_fen) AS (
        SELECT project_id, substr(since, 1, 7), amount_fen, 0, 0 FROM committed
        UNION ALL
        SELECT contract.project_id, value.month, 0, value.amount_fen, 0
          FROM progress_value AS value JOIN contract ON contract.id = value.contract_id
        UNION ALL
        SELECT project_id, month, 0, 0, paid_fen FROM paid_by_month
      )
      SELECT project_id AS projectId, month, sum(contract_fen) AS contractFen, sum(done_fen) AS doneFen,
          sum(paid_fen) AS paidFen
        FROM moved
        WHERE (@projectId IS NULL OR project_id = @projectId)
          AND (@planId IS NULL OR project_id IN (SELECT id FROM project WHERE plan_id = @planId))
          AND (@from IS NULL OR month >= @from) AND (@to IS NULL OR month <= @to)
        GROUP BY project_id, month ORDER BY month, project_id`,
    {
      projectId: filter.projectId ?? null,
      planId: filter.planId ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
    },
  )
}
