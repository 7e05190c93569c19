import { pctIn } from '../domain/fenPart.ts'
import type { PageInput } from '../domain/page.ts'
import type { ProgressValue } from '../domain/progressValue.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import type { LineScope } from './lineScope.ts'

export function insertProgressValue(db: WriteDb, value: ProgressValue): void {
  db.insert({
    entity: 'progress_value',
    sql: `INSERT INTO progress_value (id, contract_id, month, amount_fen, budget_line_id, note, reason, recorded_at, actor_name)
      VALUES (@id, @contract_id, @month, @amount_fen, @budget_line_id, @note, @reason, @recorded_at, @actor_name)`,
    row: {
      id: value.id,
      contract_id: value.contractId,
      month: value.month,
      amount_fen: value.amountFen,
      budget_line_id: value.budgetLineId,
      note: value.note,
      reason: value.reason,
      recorded_at: value.recordedAt,
      actor_name: value.actorName,
    },
    reason: value.reason,
  })
}

/** The newest month first; each with what its contract came to by then. */
export function listProgressValues(
  db: ReadDb,
  filter: LineScope & {
    readonly contractId: string | undefined
    readonly projectId: string | undefined
    readonly planId: string | undefined
    readonly from: string | undefined
    readonly to: string | undefined
  },
  { page, pageSize }: PageInput,
) {
  const params = {
    contractId: filter.contractId ?? null,
    projectId: filter.projectId ?? null,
    planId: filter.planId ?? null,
    lines: filter.lines,
    allBut: filter.allBut,
    from: filter.from ?? null,
    to: filter.to ?? null,
  }
  const sums = db.get<{ total: number; fen: number }>(
    `SELECT count(*) AS total, ifnull(sum(value.amount_fen), 0) AS fen FROM progress_value AS value
      JOIN contract ON contract.id = value.contract_id ${filterSql}`,
    params,
  )
  const items = db
    .all<StoredValue>(
      `SELECT value.*, contract.number AS contract_number, contract.name AS contract_name, contract.project_id,
          budget_line.name AS line_name,
          (SELECT sum(amount_fen) FROM progress_value AS earlier
            WHERE earlier.contract_id = value.contract_id AND earlier.month <= value.month) AS cumulative_fen,
          (SELECT sum(amount_fen) FROM committed WHERE committed.contract_id = value.contract_id) AS committed_fen
        FROM progress_value AS value JOIN contract ON contract.id = value.contract_id
        LEFT JOIN budget_line ON budget_line.id = value.budget_line_id
        ${filterSql} ORDER BY value.month DESC, value.rowid DESC LIMIT @limit OFFSET @offset`,
      { ...params, limit: pageSize, offset: (page - 1) * pageSize },
    )
    .map(valueOf)
  return { items, total: sums?.total ?? 0, amountFen: sums?.fen ?? 0, page, pageSize }
}

/** What was measured on a contract, by 科目 and month. */
export function measuredOn(db: ReadDb, contractId: string) {
  return db.all<Pick<ProgressValue, 'month' | 'budgetLineId' | 'amountFen'>>(
    `SELECT month, budget_line_id AS budgetLineId, sum(amount_fen) AS amountFen FROM progress_value
      WHERE contract_id = @contractId GROUP BY 1, 2`,
    { contractId },
  )
}

/** 完成投资 by project and month. */
export function doneByMonth(db: ReadDb) {
  return db.all<{ projectId: string; month: string; doneFen: number }>(
    `SELECT contract.project_id AS projectId, value.month, sum(value.amount_fen) AS doneFen
      FROM progress_value AS value JOIN contract ON contract.id = value.contract_id GROUP BY 1, 2`,
  )
}

const filterSql = `WHERE (@contractId IS NULL OR value.contract_id = @contractId)
  AND (@projectId IS NULL OR contract.project_id = @projectId)
  AND (@planId IS NULL OR contract.project_id IN (SELECT id FROM project WHERE plan_id = @planId))
  AND (@lines IS NULL OR value.budget_line_id IN (SELECT value FROM json_each(@lines)))
  AND (@allBut IS NULL OR value.budget_line_id IS NULL
    OR value.budget_line_id NOT IN (SELECT value FROM json_each(@allBut)))
  AND (@from IS NULL OR value.month >= @from) AND (@to IS NULL OR value.month <= @to)`

interface StoredValue {
  readonly id: string
  readonly contract_id: string
  readonly month: string
  readonly amount_fen: number
  readonly budget_line_id: string | null
  readonly note: string | null
  readonly reason: string | null
  readonly recorded_at: string
  readonly actor_name: string
  readonly contract_number: string
  readonly contract_name: string
  readonly project_id: string
  readonly line_name: string | null
  readonly cumulative_fen: number
  readonly committed_fen: number
}

function valueOf(row: StoredValue) {
  return {
    id: row.id,
    contractId: row.contract_id,
    month: row.month,
    amountFen: row.amount_fen,
    budgetLineId: row.budget_line_id,
    note: row.note,
    reason: row.reason,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    contractNumber: row.contract_number,
    contractName: row.contract_name,
    projectId: row.project_id,
    lineName: row.line_name,
    cumulativeFen: row.cumulative_fen,
    donePct: pctIn(row.cumulative_fen, row.committed_fen),
  }
}
