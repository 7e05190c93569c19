import type { BookAmount, Recorded } from '../domain/books.ts'
import type { ReadDb } from './database.ts'

/** What each project, or one, recorded in the books, by the key of the 科目. */
export function recordedBooks(db: ReadDb, projectId: string | undefined): Map<string, Recorded> {
  const rows = db.all<BookAmount & { projectId: string }>(amountsSql, { projectId: projectId ?? null })
  const books = new Map<string, Recorded>()
  for (const [id, own] of Map.groupBy(rows, (row) => row.projectId)) {
    books.set(id, {
      amounts: own,
      hasContracts: own.some(({ book }) => book === 'contract'),
      hasDone: own.some(({ book }) => book === 'done'),
    })
  }
  return books
}

/** Payments without a 科目 are the kept sum of the project less those with one. */
const amountsSql = `
  WITH amounts AS (
    SELECT 'contract' AS book, project_id, budget_line_id, sum(amount_fen) AS amount_fen FROM committed
      WHERE @projectId IS NULL OR project_id = @projectId GROUP BY project_id, budget_line_id
    UNION ALL
    SELECT 'pending', contract.project_id, change.budget_line_id, sum(change.amount_fen)
      FROM contract_change AS change JOIN contract ON contract.id = change.contract_id
      WHERE change.state = 'pending' AND (@projectId IS NULL OR contract.project_id = @projectId)
      GROUP BY contract.project_id, change.budget_line_id
    UNION ALL
    SELECT 'done', contract.project_id, value.budget_line_id, sum(value.amount_fen)
      FROM progress_value AS value JOIN contract ON contract.id = value.contract_id
      WHERE @projectId IS NULL OR contract.project_id = @projectId
      GROUP BY contract.project_id, value.budget_line_id
    UNION ALL
    SELECT 'drawn', contract.project_id, change.budget_line_id, sum(change.amount_fen)
      FROM contract_change AS change JOIN contract ON contract.id = change.contract_id
      WHERE change.state = 'approved' AND change.draws_on_contingency = 1
        AND (@projectId IS NULL OR contract.project_id = @projectId)
      GROUP BY contract.project_id, change.budget_line_id
    UNION ALL
    SELECT 'paid', project_id, budget_line_id, paid_fen FROM paid_by_line
      WHERE @projectId IS NULL OR project_id = @projectId
    UNION ALL
    SELECT 'paid', sums.project_id, NULL, sum(sums.paid_fen) - (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_line
        WHERE paid_by_line.project_id = sums.project_id)
      FROM paid_by_month AS sums WHERE @projectId IS NULL OR sums.project_id = @projectId GROUP BY sums.project_id
  )
  SELECT amounts.book, amounts.project_id AS projectId, budget_line.line_key AS lineKey, amounts.amount_fen AS amountFen
    FROM amounts LEFT JOIN budget_line ON budget_line.id = amounts.budget_line_id`
