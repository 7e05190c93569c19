import type { ContractFacts } from '../domain/contractAlerts.ts'
import { type StoredTerms, termsOf } from './contract.ts'
import type { ReadDb } from './database.ts'

/** What the books hold of each contract of a project that is not archived: a few grouped statements for all of them. */
export function contractFacts(
  db: ReadDb,
  {
    projectId,
    measured,
  }: { readonly projectId: string | undefined; readonly measured: MeasuredMonths | null },
): ContractFacts[] {
  const params = { projectId: projectId ?? null }
  const missing = Map.groupBy(
    measured === null ? [] : db.all<LabourGap>(labourMissingSql, { ...params, ...measured }),
    (row) => row.contract_id,
  )
  return db.all<Stored>(factsSql, params).map((row) =>
    factsOf(
      row,
      (missing.get(row.id) ?? []).map(({ month }) => month),
    ),
  )
}

interface LabourGap {
  readonly contract_id: string
  readonly month: string
}

/** Null: it is not asked for. The months of measured work in which 人工费 is looked for: YYYY-MM, both included. */
interface MeasuredMonths {
  readonly from: string
  readonly to: string
}

const factsSql = `
  WITH promised AS (SELECT contract_id, sum(amount_fen) AS fen FROM committed GROUP BY contract_id),
  done AS (SELECT contract_id, sum(amount_fen) AS fen FROM progress_value GROUP BY contract_id),
  recovered AS (SELECT contract_id, sum(amount_fen) AS fen FROM advance_recovery GROUP BY contract_id),
  pending AS (
    SELECT contract_id, sum(amount_fen) AS fen, count(*) AS n, min(recorded_at) AS since
      FROM contract_change WHERE state = 'pending' GROUP BY contract_id
  )
  SELECT contract.*, project.name AS project_name, project.plan_id, ifnull(promised.fen, 0) AS committed_fen,
      done.fen AS done_fen, ifnull(paid.paid_fen, 0) AS paid_fen,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = contract.id AND kind = 'advance') AS advance_fen,
      (SELECT ifnull(0 - sum(amount_fen), 0) FROM payment WHERE contract_id = contract.id AND refund_of = 'advance')
        AS refunded_fen,
      (SELECT ifnull(sum(amount_fen), 0) FROM payment WHERE contract_id = contract.id AND kind = 'retentionRelease')
        AS released_fen, recovered.fen AS recovered_fen, ifnull(pending.fen, 0) AS pending_fen,
      ifnull(pending.n, 0) AS pending_count, pending.since AS pending_since, retention.id AS retention_id,
      retention.defects_from, retention.defects_to, retention.guarantee_fen, retention.guarantee_expires_on
    FROM contract JOIN project ON project.id = contract.project_id
      LEFT JOIN promised ON promised.contract_id = contract.id
      LEFT JOIN done ON done.contract_id = contract.id
      LEFT JOIN paid_by_contract AS paid ON paid.contract_id = contract.id
      LEFT JOIN recovered ON recovered.contract_id = contract.id
      LEFT JOIN pending ON pending.contract_id = contract.id
      LEFT JOIN retention ON retention.contract_id = contract.id
    WHERE project.state <> 'archived' AND (@projectId IS NULL OR contract.project_id = @projectId)
    ORDER BY project.sort_order, contract.rowid`

const labourMissingSql = `
  WITH labour AS MATERIALIZED (
    SELECT payment.contract_id, substr(paid_on, 1, 7) AS month, sum(payment.amount_fen) AS fen
      FROM contract CROSS JOIN payment ON payment.contract_id = contract.id AND payment.kind = 'labour' GROUP BY 1, 2
  )
  SELECT value.contract_id, value.month FROM progress_value AS value JOIN contract ON contract.id = value.contract_id
    WHERE contract.kind = 'construction' AND value.month BETWEEN @from AND @to
      AND (@projectId IS NULL OR contract.project_id = @projectId)
    GROUP BY value.contract_id, value.month
    HAVING sum(value.amount_fen) > 0 AND NOT EXISTS (
      SELECT 1 FROM labour WHERE labour.contract_id = value.contract_id AND labour.fen > 0
        AND labour.month IN (value.month, substr(date(value.month || '-01', '+1 month'), 1, 7)))
    ORDER BY value.month DESC`

interface Stored extends StoredTerms {
  readonly project_name: string
  readonly plan_id: string | null
  readonly committed_fen: number
  readonly done_fen: number | null
  readonly paid_fen: number
  readonly advance_fen: number
  readonly refunded_fen: number
  readonly released_fen: number
  readonly recovered_fen: number | null
  readonly pending_fen: number
  readonly pending_count: number
  readonly pending_since: string | null
  readonly retention_id: string | null
  readonly defects_from: string | null
  readonly defects_to: string | null
  readonly guarantee_fen: number | null
  readonly guarantee_expires_on: string | null
}

function factsOf(row: Stored, labourMissing: readonly string[]): ContractFacts {
  return {
    contract: termsOf(row),
    projectName: row.project_name,
    planId: row.plan_id,
    committedFen: row.committed_fen,
    doneFen: row.done_fen,
    paidFen: row.paid_fen,
    advancePaidFen: row.advance_fen,
    advanceRefundedFen: row.refunded_fen,
    recoveredFen: row.recovered_fen,
    retentionReleasedFen: row.released_fen,
    retention:
      row.retention_id === null
        ? null
        : {
            id: row.retention_id,
            contractId: row.id,
            defectsFrom: row.defects_from,
            defectsTo: row.defects_to,
            guaranteeFen: row.guarantee_fen,
            guaranteeExpiresOn: row.guarantee_expires_on,
          },
    pendingFen: row.pending_fen,
    pendingCount: row.pending_count,
    pendingSince: row.pending_since,
    labourMissing,
  }
}
