import type { CashBasis } from '../domain/cashPlan.ts'
import type { Fen } from '../domain/fen.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export interface CashContract extends CashBasis {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly projectId: string
  readonly projectName: string
}

/** Contracts signed by the end of the year that had something open at its beginning or were paid in it. */
export function cashContracts(db: ReadDb, year: number, projectId: string | undefined): CashContract[] {
  return db.all<CashContract>(contractsSql, {
    start: `${String(year)}-01-01`,
    startMonth: `${String(year)}-01`,
    end: `${String(year)}-12-31`,
    projectId: projectId ?? null,
  })
}

export interface SetMonth {
  readonly contractId: string
  readonly fundId: string | null
  readonly month: number
  readonly amountFen: Fen
}

/** Months that a person set, of a year. */
export function setMonths(db: ReadDb, year: number): SetMonth[] {
  return db.all<SetMonth>(
    `SELECT contract_id AS contractId, fund_id AS fundId, month, amount_fen AS amountFen FROM cash_plan_month
      WHERE year = @year AND amount_fen IS NOT NULL`,
    { year },
  )
}

export function paidByContractMonth(db: ReadDb, year: number) {
  return db.all<{ readonly contractId: string; readonly month: number; readonly paidFen: Fen }>(
    `SELECT contract_id AS contractId, CAST(substr(paid_on, 6, 2) AS INTEGER) AS month, sum(amount_fen) AS paidFen
      FROM payment WHERE contract_id IS NOT NULL AND paid_on BETWEEN @start AND @end GROUP BY 1, 2`,
    { start: `${String(year)}-01-01`, end: `${String(year)}-12-31` },
  )
}

/** Of each source: in hand at the year's beginning, and received in each month of it. */
export function fundsOfYear(db: ReadDb, year: number, projectId: string | undefined) {
  return db.all<{
    readonly fundId: string
    readonly fundName: string
    readonly month: number
    readonly fen: Fen
  }>(
    `SELECT fund_id AS fundId, fund.name AS fundName, moved.month, sum(moved.fen) AS fen FROM (
        SELECT fund_id, project_id, amount_fen AS fen,
            CASE WHEN entered_on < @start THEN 0 ELSE CAST(substr(entered_on, 6, 2) AS INTEGER) END AS month
          FROM fund_entry WHERE kind = 'receipt' AND entered_on <= @end
        UNION ALL
        SELECT part.fund_id, part.project_id, -part.amount_fen, 0 FROM payment_fund AS part
          JOIN payment ON payment.id = part.payment_id WHERE payment.paid_on < @start
      ) AS moved JOIN fund ON fund.id = moved.fund_id
      WHERE @projectId IS NULL OR moved.project_id = @projectId
      GROUP BY fund_id, moved.month ORDER BY fund.rowid, moved.month`,
    { start: `${String(year)}-01-01`, end: `${String(year)}-12-31`, projectId: projectId ?? null },
  )
}

/** Weights of the sources of each project: what was allotted and is not paid. */
export function allotmentsLeft(db: ReadDb) {
  return db.all<{
    readonly projectId: string
    readonly fundId: string
    readonly fundName: string
    readonly leftFen: Fen
  }>(
    `SELECT entry.project_id AS projectId, entry.fund_id AS fundId, fund.name AS fundName,
        max(ifnull(sum(entry.amount_fen) FILTER (WHERE entry.kind = 'allotment'), 0),
          ifnull(sum(entry.amount_fen) FILTER (WHERE entry.kind = 'receipt'), 0)) AS leftFen
      FROM fund_entry AS entry JOIN fund ON fund.id = entry.fund_id GROUP BY entry.project_id, entry.fund_id
      ORDER BY fund.rowid`,
  )
}

export function saveMonth(
  db: WriteDb,
  id: string,
  set: {
    readonly contractId: string
    readonly fundId: string | null
    readonly year: number
    readonly month: number
    readonly amountFen: Fen | null
    readonly reason: string
  },
): void {
  const { contractId, fundId, year, month, amountFen, reason } = set
  const before = db.get<Row>(
    `SELECT * FROM cash_plan_month WHERE contract_id = @contractId AND fund_id IS @fundId AND year = @year AND month = @month`,
    { contractId, fundId, year, month },
  )
  const signed = { recorded_at: db.command.at, actor_name: db.command.actor?.name ?? '' }
  if (before !== undefined) {
    db.update({
      entity: 'cash_plan_month',
      sql: `UPDATE cash_plan_month SET amount_fen = @amount_fen, recorded_at = @recorded_at, actor_name = @actor_name
        WHERE id = @id RETURNING *`,
      params: { id: before['id'] ?? null, amount_fen: amountFen, ...signed },
      before,
      reason,
    })
    return
  }
  db.insert({
    entity: 'cash_plan_month',
    sql: `INSERT INTO cash_plan_month (id, contract_id, fund_id, year, month, amount_fen, recorded_at, actor_name)
      VALUES (@id, @contract_id, @fund_id, @year, @month, @amount_fen, @recorded_at, @actor_name)`,
    row: { id, contract_id: contractId, fund_id: fundId, year, month, amount_fen: amountFen, ...signed },
    reason,
  })
}

const contractsSql = `
  SELECT * FROM (
    SELECT contract.id, contract.number, contract.name, contract.project_id AS projectId, project.name AS projectName,
      contract.signed_on AS signedOn, contract.amount_fen AS amountFen, contract.advance_pct AS advancePct,
      contract.retention_pct AS retentionPct, contract.payment_days AS paymentDays, contract.settled_on AS settledOn,
      ifnull(project.actual_finish, project.planned_finish) AS finish,
      (SELECT defects_to FROM retention WHERE contract_id = contract.id) AS defectsTo,
      (SELECT ifnull(sum(amount_fen), 0) FROM committed WHERE contract_id = contract.id AND since <= @end) AS committedFen,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = contract.id AND paid_on < @start) AS paidFen,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment
        WHERE contract_id = contract.id AND kind = 'advance' AND paid_on < @start) AS advancePaidFen,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment
        WHERE contract_id = contract.id AND kind = 'retentionRelease' AND paid_on < @start) AS retentionReleasedFen,
      (SELECT sum(amount_fen) FROM progress_value WHERE contract_id = contract.id AND month < @startMonth) AS doneFen,
      EXISTS (SELECT 1 FROM payment WHERE contract_id = contract.id AND paid_on BETWEEN @start AND @end) AS isPaid,
      project.sort_order AS projectOrder, contract.rowid AS contractOrder
    FROM contract JOIN project ON project.id = contract.project_id
    WHERE contract.signed_on <= @end AND (@projectId IS NULL OR contract.project_id = @projectId)
  ) WHERE committedFen > paidFen OR isPaid = 1 ORDER BY projectOrder, contractOrder`
