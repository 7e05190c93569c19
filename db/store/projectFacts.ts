import type { ProjectFacts } from '../domain/projectAlerts.ts'
import type { ReadDb } from './database.ts'
import { fundBalances } from './fundBalance.ts'

/** What the books hold of each project that is not archived. */
export function projectFacts(db: ReadDb, projectId: string | undefined): ProjectFacts[] {
  const params = { projectId: projectId ?? null }
  const kinds = new Map(
    db.all<{ id: string; kind: string }>('SELECT id, kind FROM fund').map(({ id, kind }) => [id, kind]),
  )
  const balances = Map.groupBy(
    fundBalances(db, projectId === undefined ? {} : { projectId }),
    (standing) => standing.projectId,
  )
  const years = Map.groupBy(db.all<PlanYear>(planYearsSql, params), (year) => year.projectId)
  return db.all<Stored>(factsSql, params).map((row) => {
    const funds = balances.get(row.id) ?? []
    const fiscal = funds.filter(({ fundId }) => {
      const kind = kinds.get(fundId)
      return kind !== 'own' && kind !== 'other'
    })
    return {
      id: row.id,
      name: row.name,
      planId: row.plan_id,
      isOpen: row.state === 'open',
      actualFinish: row.actual_finish,
      estimateFen: row.estimate_fen,
      budgetFen: row.budget_fen,
      budgetApprovedOn: row.budget_on,
      hasFinalAccounts: row.has_final === 1,
      unclassedCount: row.unclassed_count,
      committedFen: row.committed_fen,
      doneFen: row.done_fen,
      paidFen: row.paid_fen,
      receivedFen: row.received_fen,
      splitFen: funds.reduce((sum, { paidFen }) => sum + paidFen, 0),
      fiscalBalanceFen: fiscal.reduce((sum, { balanceFen }) => sum + balanceFen, 0),
      sameApproverCount: row.same_approver_count,
      planYears: years.get(row.id) ?? [],
      funds: funds.map(({ allottedFen, allotmentCount, ...fund }) => ({
        ...fund,
        allottedFen: allotmentCount > 0 ? allottedFen : null,
      })),
    }
  })
}

/**
 * Amounts stand on leaves alone, so that the lines of a version add up to it. 预备费 belongs to no class; a 科目 that a
 * person mapped to none is settled.
 */
const factsSql = `
  WITH ranked AS (
    SELECT id, project_id, approved_on,
        CASE kind WHEN 'feasibility' THEN 'estimate' WHEN 'final' THEN 'final'
          WHEN 'workingDrawing' THEN 'other' ELSE 'budget' END AS part, rowid AS place
      FROM budget_version WHERE state = 'approved' AND (@projectId IS NULL OR project_id = @projectId)
  ), newest AS (
    SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY project_id, part ORDER BY approved_on DESC, place DESC) AS rank FROM ranked
    ) WHERE rank = 1
  ), version AS (
    SELECT newest.project_id, newest.part, newest.approved_on, ifnull(sum(line.amount_fen), 0) AS fen,
        count(*) FILTER (WHERE line.amount_fen > 0 AND mapping.id IS NULL AND line.cost_class IS NULL
          AND ifnull(above_mapping.cost_class, above.cost_class) IS NULL
          AND line.line_key <> 'template:3' AND line.line_key NOT LIKE 'template:3.%') AS unclassed
      FROM newest LEFT JOIN budget_line AS line ON line.version_id = newest.id
        LEFT JOIN budget_line AS above ON above.id = line.parent_id
        LEFT JOIN cost_mapping AS mapping ON mapping.project_id = newest.project_id AND mapping.line_key = line.line_key
        LEFT JOIN cost_mapping AS above_mapping
          ON above_mapping.project_id = newest.project_id AND above_mapping.line_key = above.line_key
      GROUP BY newest.id
  ), promised AS (SELECT project_id, sum(amount_fen) AS fen FROM committed GROUP BY project_id),
  done AS (
    SELECT contract.project_id, sum(value.amount_fen) AS fen FROM progress_value AS value
      JOIN contract ON contract.id = value.contract_id GROUP BY contract.project_id
  ), paid AS (SELECT project_id, sum(paid_fen) AS fen FROM paid_by_month GROUP BY project_id),
  received AS (SELECT project_id, sum(amount_fen) AS fen FROM fund_entry WHERE kind = 'receipt' GROUP BY project_id),
  approval AS (
    SELECT contract.project_id, change.id, 'contract_change' AS entity FROM contract_change AS change
      JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved'
    UNION ALL
    SELECT project_id, id, 'budget_version' FROM budget_version WHERE state = 'approved'
  ), alone AS (
    SELECT project_id, count(*) AS n FROM approval
      WHERE (SELECT actor_name FROM change WHERE entity_id = approval.id AND entity = approval.entity AND before IS NULL)
        = (SELECT actor_name FROM change WHERE entity_id = approval.id AND entity = approval.entity AND before IS NOT NULL
            ORDER BY seq DESC LIMIT 1)
      GROUP BY project_id
  )
  SELECT project.id, project.name, project.plan_id, project.state, project.actual_finish,
      estimate.fen AS estimate_fen, budget.fen AS budget_fen, budget.approved_on AS budget_on,
      final.project_id IS NOT NULL AS has_final, ifnull(budget.unclassed, 0) AS unclassed_count,
      promised.fen AS committed_fen, done.fen AS done_fen, ifnull(paid.fen, 0) AS paid_fen,
      received.fen AS received_fen, ifnull(alone.n, 0) AS same_approver_count
    FROM project
      LEFT JOIN version AS estimate ON estimate.project_id = project.id AND estimate.part = 'estimate'
      LEFT JOIN version AS budget ON budget.project_id = project.id AND budget.part = 'budget'
      LEFT JOIN version AS final ON final.project_id = project.id AND final.part = 'final'
      LEFT JOIN promised ON promised.project_id = project.id
      LEFT JOIN done ON done.project_id = project.id
      LEFT JOIN paid ON paid.project_id = project.id
      LEFT JOIN received ON received.project_id = project.id
      LEFT JOIN alone ON alone.project_id = project.id
    WHERE project.state <> 'archived' AND (@projectId IS NULL OR project.id = @projectId)
    ORDER BY project.sort_order, project.rowid`

/** Of the newest version of each year; a plan with an unknown part has no known amount. */
const planYearsSql = `
  SELECT plan.project_id AS projectId, plan.year, sum(line.amount_fen) AS planFen,
      (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_month
        WHERE project_id = plan.project_id AND month BETWEEN plan.year || '-01' AND plan.year || '-12') AS paidFen
    FROM annual_plan AS plan JOIN annual_plan_line AS line ON line.annual_plan_id = plan.id
    WHERE (@projectId IS NULL OR plan.project_id = @projectId) AND plan.version =
      (SELECT max(version) FROM annual_plan WHERE project_id = plan.project_id AND year = plan.year)
    GROUP BY plan.id HAVING count(*) = count(line.amount_fen) ORDER BY plan.year`

interface PlanYear {
  readonly projectId: string
  readonly year: number
  readonly planFen: number
  readonly paidFen: number
}

interface Stored {
  readonly id: string
  readonly name: string
  readonly plan_id: string | null
  readonly state: 'open' | 'closed'
  readonly actual_finish: string | null
  readonly estimate_fen: number | null
  readonly budget_fen: number | null
  readonly budget_on: string | null
  readonly has_final: number
  readonly unclassed_count: number
  readonly committed_fen: number | null
  readonly done_fen: number | null
  readonly paid_fen: number
  readonly received_fen: number | null
  readonly same_approver_count: number
}
