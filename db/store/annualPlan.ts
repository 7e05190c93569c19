import {
  type AnnualPlanPart,
  type AnnualPlanVersion,
  type AnnualPlanVersionRow,
  amountOf,
} from '../domain/annualPlan.ts'
import type { Fen } from '../domain/fen.ts'
import type { WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { likePattern } from './project.ts'

export function insertAnnualPlan(db: WriteDb, plan: AnnualPlanVersion): void {
  db.insert({
    entity: 'annual_plan',
    sql: `INSERT INTO annual_plan (id, project_id, year, version, document_no, issued_on, scope, period, reason,
        recorded_at, actor_name)
      VALUES (@id, @project_id, @year, @version, @document_no, @issued_on, @scope, @period, @reason,
        @recorded_at, @actor_name)`,
    row: {
      id: plan.id,
      project_id: plan.projectId,
      year: plan.year,
      version: plan.version,
      document_no: plan.documentNo,
      issued_on: plan.issuedOn,
      scope: plan.scope,
      period: plan.period,
      reason: plan.reason,
      recorded_at: plan.recordedAt,
      actor_name: plan.actorName,
    },
    reason: plan.reason,
  })
}

export function insertAnnualPlanLine(
  db: WriteDb,
  id: string,
  annualPlanId: string,
  part: AnnualPlanPart,
): void {
  db.insert({
    entity: 'annual_plan_line',
    sql: `INSERT INTO annual_plan_line (id, annual_plan_id, fund_id, amount_fen)
      VALUES (@id, @annual_plan_id, @fund_id, @amount_fen)`,
    row: { id, annual_plan_id: annualPlanId, fund_id: part.fundId, amount_fen: part.amountFen },
  })
}

/** All versions of the plans of a year, by project in the order of the plans, each project's newest first. */
export function listAnnualPlanVersions(
  db: ReadDb,
  filter: {
    readonly year: number
    readonly projectId?: string | undefined
    readonly planId?: string | undefined
    readonly text?: string | undefined
  },
): AnnualPlanVersionRow[] {
  const text = filter.text?.trim() ?? ''
  const params = {
    year: filter.year,
    projectId: filter.projectId ?? null,
    planId: filter.planId ?? null,
    pattern: text === '' ? null : likePattern(text),
  }
  const lines = Map.groupBy(
    db.all<StoredLine>(
      `SELECT line.annual_plan_id AS annualPlanId, line.fund_id AS fundId, line.amount_fen AS amountFen,
          fund.name AS fundName
        FROM annual_plan_line AS line JOIN annual_plan AS plan ON plan.id = line.annual_plan_id
        LEFT JOIN fund ON fund.id = line.fund_id
        WHERE plan.year = @year AND (@projectId IS NULL OR plan.project_id = @projectId) ORDER BY line.rowid`,
      { year: params.year, projectId: params.projectId },
    ),
    ({ annualPlanId }) => annualPlanId,
  )
  return db.all<StoredPlan>(versionsSql, params).map((row) => {
    const own = (lines.get(row.id) ?? []).map(({ fundId, amountFen, fundName }) => ({
      fundId,
      amountFen,
      fundName,
    }))
    return { ...planOf(row), lines: own, ...amountOf(own) }
  })
}

/** Years that have a plan, newest first. */
export function annualPlanYears(db: ReadDb): number[] {
  return db
    .all<{ year: number }>('SELECT DISTINCT year FROM annual_plan ORDER BY year DESC')
    .map(({ year }) => year)
}

/** 完成投资 by project in a year; a project that never measured any is not there, one that did not in that year has 0. */
export function doneInYear(db: ReadDb, year: number): Map<string, Fen> {
  const rows = db.all<{ projectId: string; doneFen: number }>(
    `SELECT contract.project_id AS projectId,
        ifnull(sum(value.amount_fen) FILTER (WHERE substr(value.month, 1, 4) = @year), 0) AS doneFen
      FROM progress_value AS value JOIN contract ON contract.id = value.contract_id GROUP BY contract.project_id`,
    { year: String(year) },
  )
  return new Map(rows.map(({ projectId, doneFen }) => [projectId, doneFen]))
}

export interface PaidFromFund {
  readonly projectId: string
  readonly fundId: string | null
  readonly fundName: string | null
  readonly month: string
  readonly paidFen: Fen
}

/** Paid by project, month and source in a year; null: what no source was named for. Adds up to the kept sums. */
export function paidByFundInYear(db: ReadDb, year: number, projectId?: string): PaidFromFund[] {
  return db.all<PaidFromFund>(paidByFundSql, {
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    fromMonth: `${String(year)}-01`,
    toMonth: `${String(year)}-12`,
    projectId: projectId ?? null,
  })
}

const versionsSql = String.raw`SELECT plan.* FROM annual_plan AS plan JOIN project ON project.id = plan.project_id
  WHERE plan.year = @year AND (@projectId IS NULL OR plan.project_id = @projectId)
    AND (@planId IS NULL OR project.plan_id = @planId)
    AND (@pattern IS NULL OR project.name LIKE @pattern ESCAPE '\' OR project.scope LIKE @pattern ESCAPE '\'
      OR EXISTS (SELECT 1 FROM annual_plan AS any_version WHERE any_version.project_id = plan.project_id
        AND any_version.year = plan.year AND (any_version.scope LIKE @pattern ESCAPE '\'
          OR any_version.document_no LIKE @pattern ESCAPE '\')))
  ORDER BY project.sort_order, project.rowid, plan.version DESC`

const paidByFundSql = `
  WITH split AS (
    SELECT part.project_id, part.fund_id, substr(payment.paid_on, 1, 7) AS month, sum(part.amount_fen) AS paid_fen
      FROM payment_fund AS part JOIN payment ON payment.id = part.payment_id
      WHERE payment.paid_on BETWEEN @from AND @to AND (@projectId IS NULL OR part.project_id = @projectId)
      GROUP BY 1, 2, 3
  )
  SELECT split.project_id AS projectId, split.fund_id AS fundId, fund.name AS fundName, split.month, split.paid_fen AS paidFen
    FROM split JOIN fund ON fund.id = split.fund_id
  UNION ALL
  SELECT sums.project_id, NULL, NULL, sums.month, sums.paid_fen - ifnull((SELECT sum(split.paid_fen) FROM split
      WHERE split.project_id = sums.project_id AND split.month = sums.month), 0)
    FROM paid_by_month AS sums
    WHERE sums.month BETWEEN @fromMonth AND @toMonth AND (@projectId IS NULL OR sums.project_id = @projectId)`

interface StoredLine {
  readonly annualPlanId: string
  readonly fundId: string | null
  readonly amountFen: number | null
  readonly fundName: string | null
}

interface StoredPlan {
  readonly id: string
  readonly project_id: string
  readonly year: number
  readonly version: number
  readonly document_no: string | null
  readonly issued_on: string | null
  readonly scope: string | null
  readonly period: string | null
  readonly reason: string | null
  readonly recorded_at: string
  readonly actor_name: string
}

function planOf(row: StoredPlan): AnnualPlanVersion {
  return {
    id: row.id,
    projectId: row.project_id,
    year: row.year,
    version: row.version,
    documentNo: row.document_no,
    issuedOn: row.issued_on,
    scope: row.scope,
    period: row.period,
    reason: row.reason,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
  }
}
