import type { CashBasis } from '../domain/cashTerm.ts'
import type { LineCommitment } from '../domain/cashWork.ts'
import type { Day } from '../domain/day.ts'
import type { Fen } from '../domain/fen.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export interface CashContract extends CashBasis {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly projectId: string
  readonly projectName: string
  readonly projectOrder: number
}

export interface CashScope {
  readonly year: number
  readonly asOf: Day
  readonly projectId?: string | undefined
}

/** Contracts signed by the end of the year that have something open after the day or were paid in the year. */
export function cashContracts(db: ReadDb, scope: CashScope): CashContract[] {
  const { start, end, asOf, projectId } = paramsOf(scope)
  return db.all<CashContract>(contractsSql, {
    ...{ start, end, asOf, projectId },
    asOfMonth: asOf.slice(0, 7),
    until: end > asOf ? end : asOf,
  })
}

/** Projects whose tasks bear a cost, in the order of the plans. */
export function costedProjects(db: ReadDb, projectId: string | undefined) {
  return db.all<{ readonly id: string; readonly name: string; readonly projectOrder: number }>(
    `SELECT id, name, sort_order AS projectOrder FROM project
      WHERE (id = @projectId OR (@projectId IS NULL AND state <> 'archived')) AND EXISTS (
        SELECT 1 FROM task WHERE task.project_id = project.id AND removed_at IS NULL
          AND (cost_fen IS NOT NULL OR contract_id IS NOT NULL OR budget_line_id IS NOT NULL))
      ORDER BY sort_order, rowid`,
    { projectId: projectId ?? null },
  )
}

/** Tasks left to do without a cost, in projects that are not archived; milestones and summaries bear none of their own. */
export function uncostedTasks(db: ReadDb, projectId: string | undefined): number {
  const row = db.get<{ readonly count: number }>(
    `SELECT count(*) AS count FROM task JOIN project ON project.id = task.project_id
      WHERE (project.id = @projectId OR (@projectId IS NULL AND project.state <> 'archived'))
        AND task.kind = 'task' AND task.status NOT IN ('done', 'cancelled') AND task.cost_fen IS NULL
        AND task.contract_id IS NULL AND task.removed_at IS NULL`,
    { projectId: projectId ?? null },
  )
  return row?.count ?? 0
}

/** What contracts committed on the 科目 that tasks of a project take their cost from, or below them. */
export function lineCommitments(db: ReadDb, projectId: string, scope: CashScope): LineCommitment[] {
  return db.all<LineCommitment>(
    `WITH RECURSIVE below (top_id, id) AS (
        SELECT DISTINCT budget_line_id, budget_line_id FROM task
          WHERE project_id = @projectId AND budget_line_id IS NOT NULL AND removed_at IS NULL
        UNION ALL
        SELECT below.top_id, line.id FROM below JOIN budget_line AS line ON line.parent_id = below.id
      )
      SELECT below.top_id AS budgetLineId, committed.contract_id AS contractId, sum(committed.amount_fen) AS fen
        FROM below JOIN budget_line AS mine ON mine.id = below.id
        JOIN committed ON committed.project_id = @projectId AND committed.since <= @end
        JOIN budget_line AS line ON line.id = committed.budget_line_id AND line.line_key = mine.line_key
        GROUP BY below.top_id, committed.contract_id`,
    { projectId, end: paramsOf(scope).end },
  )
}

export interface SetMonth {
  readonly contractId: string | null
  /** Of a task without a contract. */
  readonly taskId: string | null
  readonly fundId: string | null
  readonly fundName: string | null
  readonly year: number
  readonly month: number
  readonly amountFen: Fen
}

/** Months that a person set, from the month on in which the day lies. */
export function setMonths(db: ReadDb, from: Day): SetMonth[] {
  return db.all<SetMonth>(
    `SELECT contract_id AS contractId, task_id AS taskId, fund_id AS fundId, fund.name AS fundName, year, month, amount_fen AS amountFen
      FROM cash_plan_month LEFT JOIN fund ON fund.id = fund_id
      WHERE amount_fen IS NOT NULL AND year * 12 + month >= @from ORDER BY cash_plan_month.rowid`,
    { from: Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) },
  )
}

export interface PaidCash {
  readonly contractId: string | null
  readonly fundId: string | null
  readonly fundName: string | null
  readonly month: string
  readonly paidFen: Fen
  /** Of it by the day. */
  readonly spentFen: Fen
}

/** Paid in a year by contract, source and month; a null source is what no source was named for. */
export function paidCash(db: ReadDb, scope: CashScope): PaidCash[] {
  return db.all<PaidCash>(
    `WITH own AS (SELECT id, contract_id, paid_on, amount_fen FROM payment
        WHERE paid_on BETWEEN @start AND @end AND (@projectId IS NULL OR project_id = @projectId))
      SELECT part.contract_id AS contractId, part.fund_id AS fundId, fund.name AS fundName,
          substr(part.paid_on, 1, 7) AS month, sum(part.fen) AS paidFen,
          sum(CASE WHEN part.paid_on <= @asOf THEN part.fen ELSE 0 END) AS spentFen
        FROM (
          SELECT own.contract_id, split.fund_id, own.paid_on, split.amount_fen AS fen
            FROM own JOIN payment_fund AS split ON split.payment_id = own.id
          UNION ALL
          SELECT contract_id, NULL, paid_on, amount_fen - ifnull(
            (SELECT sum(amount_fen) FROM payment_fund WHERE payment_id = own.id), 0) FROM own
        ) AS part LEFT JOIN fund ON fund.id = part.fund_id
        GROUP BY part.contract_id, part.fund_id, substr(part.paid_on, 1, 7)`,
    paramsOf(scope),
  )
}

/**
 * Of each source: in hand at the year's beginning (month 0), and received in each month of it. What was paid before it
 * is all that was paid (read off an index) less what was paid since: the years before are many, the year is one.
 */
export function fundsOfYear(db: ReadDb, scope: CashScope) {
  const { start, end, projectId } = paramsOf(scope)
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
        SELECT fund_id, project_id, -sum(amount_fen), 0 FROM payment_fund GROUP BY project_id, fund_id
        UNION ALL
        SELECT part.fund_id, part.project_id, part.amount_fen, 0 FROM payment
          JOIN payment_fund AS part ON part.payment_id = payment.id WHERE payment.paid_on >= @start
      ) AS moved JOIN fund ON fund.id = moved.fund_id
      WHERE @projectId IS NULL OR moved.project_id = @projectId
      GROUP BY fund_id, moved.month ORDER BY fund.rowid, moved.month`,
    { start, end, projectId },
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

/** Of a month what was set before; null where it was reckoned. */
export function saveMonth(
  db: WriteDb,
  id: string,
  set: Omit<SetMonth, 'fundName' | 'amountFen'> & {
    readonly amountFen: Fen | null
    readonly reason: string
  },
): Fen | null {
  const { contractId, taskId, fundId, year, month, amountFen, reason } = set
  const before = db.get<Row & { readonly id: string; readonly amount_fen: Fen | null }>(
    `SELECT * FROM cash_plan_month WHERE contract_id IS @contractId AND task_id IS @taskId
      AND fund_id IS @fundId AND year = @year AND month = @month`,
    { contractId, taskId, fundId, year, month },
  )
  const signed = { recorded_at: db.command.at, actor_name: db.command.actor?.name ?? '' }
  if (before !== undefined) {
    db.update({
      entity: 'cash_plan_month',
      sql: `UPDATE cash_plan_month SET amount_fen = @amount_fen, recorded_at = @recorded_at, actor_name = @actor_name
        WHERE id = @id RETURNING *`,
      params: { id: before.id, amount_fen: amountFen, ...signed },
      before,
      reason,
    })
    return before.amount_fen
  }
  db.insert({
    entity: 'cash_plan_month',
    sql: `INSERT INTO cash_plan_month (id, contract_id, task_id, fund_id, year, month, amount_fen, recorded_at, actor_name)
      VALUES (@id, @contract_id, @task_id, @fund_id, @year, @month, @amount_fen, @recorded_at, @actor_name)`,
    row: {
      id,
      contract_id: contractId,
      task_id: taskId,
      fund_id: fundId,
      year,
      month,
      amount_fen: amountFen,
      ...signed,
    },
    reason,
  })
  return null
}

function paramsOf({ year, asOf, projectId }: CashScope) {
  return { start: `${String(year)}-01-01`, end: `${String(year)}-12-31`, asOf, projectId: projectId ?? null }
}

/** Paid by the day is all that was paid (read off an index) less what was paid after it, as in fundsOfYear. */
const contractsSql = `
  WITH moved AS (
    SELECT contract_id, kind, sum(amount_fen) AS fen FROM payment WHERE contract_id IS NOT NULL GROUP BY contract_id, kind
    UNION ALL
    SELECT contract_id, kind, -amount_fen FROM payment WHERE contract_id IS NOT NULL AND paid_on > @asOf
  ), paid AS (
    SELECT contract_id, sum(fen) AS fen, sum(fen) FILTER (WHERE kind = 'advance') AS advance_fen,
        sum(fen) FILTER (WHERE kind = 'retentionRelease') AS released_fen
      FROM moved GROUP BY contract_id
  )
  SELECT * FROM (
    SELECT contract.id, contract.number, contract.name, contract.project_id AS projectId, project.name AS projectName,
      contract.signed_on AS signedOn, contract.amount_fen AS amountFen, contract.advance_pct AS advancePct,
      contract.progress_payment_pct AS progressPct, contract.retention_pct AS retentionPct,
      contract.payment_days AS paymentDays, contract.settled_on AS settledOn,
      ifnull(project.actual_finish, project.planned_finish) AS finish,
      retention.defects_to AS defectsTo, retention.guarantee_fen AS guaranteeFen,
      (SELECT ifnull(sum(amount_fen), 0) FROM committed WHERE contract_id = contract.id AND since <= @until) AS committedFen,
      ifnull(paid.fen, 0) AS paidFen, ifnull(paid.advance_fen, 0)
        + (SELECT ifnull(sum(amount_fen), 0) FROM payment
            WHERE contract_id = contract.id AND refund_of = 'advance' AND paid_on <= @asOf) AS advancePaidFen,
      ifnull(paid.released_fen, 0) AS retentionReleasedFen,
      (SELECT sum(amount_fen) FROM progress_value WHERE contract_id = contract.id AND month <= @asOfMonth) AS doneFen,
      contract.id IN (SELECT contract_id FROM payment WHERE paid_on BETWEEN @start AND @end AND contract_id IS NOT NULL)
        AS isPaid,
      project.sort_order AS projectOrder, contract.rowid AS contractOrder
    FROM contract JOIN project ON project.id = contract.project_id
    LEFT JOIN retention ON retention.contract_id = contract.id LEFT JOIN paid ON paid.contract_id = contract.id
    WHERE contract.signed_on <= @until AND (@projectId IS NULL OR contract.project_id = @projectId)
  ) WHERE committedFen > paidFen OR isPaid = 1 ORDER BY projectOrder, contractOrder`
