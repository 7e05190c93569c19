import type { Fen } from '../domain/fen.ts'
import type { WorkOfLine } from '../domain/progressGrid.ts'
import type { ReadDb } from './database.ts'

export interface LineWork extends WorkOfLine {
  readonly contractId: string
  readonly budgetLineId: string | null
  readonly lineKey: string | null
  readonly code: string | null
  readonly name: string | null
}

/** What a project's contracts committed and measured on each 科目: the lines of the grid. */
export function workOfLines(db: ReadDb, projectId: string): LineWork[] {
  const committed = db.all<
    Keyed & { fen: Fen; lineKey: string | null; code: string | null; name: string | null }
  >(
    `SELECT entry.contract_id AS contractId, entry.budget_line_id AS budgetLineId, sum(entry.fen) AS fen,
        budget_line.line_key AS lineKey, budget_line.code, budget_line.name
      FROM (
        SELECT contract_id, budget_line_id, amount_fen AS fen FROM committed WHERE project_id = @projectId
        UNION ALL
        SELECT value.contract_id, value.budget_line_id, 0 FROM progress_value AS value
          JOIN contract ON contract.id = value.contract_id WHERE contract.project_id = @projectId
      ) AS entry LEFT JOIN budget_line ON budget_line.id = entry.budget_line_id
      GROUP BY 1, 2 ORDER BY 1, budget_line.code`,
    { projectId },
  )
  const measured = db.all<Keyed & { month: string; fen: Fen }>(
    `SELECT value.contract_id AS contractId, value.budget_line_id AS budgetLineId, value.month,
        sum(value.amount_fen) AS fen
      FROM progress_value AS value JOIN contract ON contract.id = value.contract_id
      WHERE contract.project_id = @projectId GROUP BY 1, 2, 3`,
    { projectId },
  )
  const byLine = Map.groupBy(measured, keyOf)
  return committed.map((line) => ({
    contractId: line.contractId,
    budgetLineId: line.budgetLineId,
    lineKey: line.lineKey,
    code: line.code,
    name: line.name,
    committedFen: line.fen,
    byMonth: new Map((byLine.get(keyOf(line)) ?? []).map(({ month, fen }) => [month, fen])),
  }))
}

interface Keyed {
  readonly contractId: string
  readonly budgetLineId: string | null
}

function keyOf({ contractId, budgetLineId }: Keyed) {
  return `${contractId} ${budgetLineId ?? ''}`
}
