import type { AttachmentSubject } from '../domain/attachment.ts'
import type { ReadDb } from './database.ts'

/** The record that a file belongs to: where it stands, what people call it, its own day. */
export interface AttachedRecord {
  readonly projectId: string | null
  readonly contractId: string | null
  readonly title: string
  /** YYYY-MM-DD or YYYY-MM; null where the record has no day of its own. */
  readonly dated: string | null
}

export function findAttachedRecord(
  db: ReadDb,
  subject: AttachmentSubject,
  id: string,
): AttachedRecord | undefined {
  return db.get<AttachedRecord>(recordSql[subject], { id })
}

const recordSql: Readonly<Record<AttachmentSubject, string>> = {
  project: `SELECT id AS projectId, NULL AS contractId, name AS title, NULL AS dated FROM project WHERE id = @id`,
  milestone: `SELECT project_id AS projectId, NULL AS contractId, name AS title, reported_on AS dated
    FROM task WHERE id = @id`,
  progress_report: `SELECT task.project_id AS projectId, NULL AS contractId,
      task.name || ' ' || report.as_of AS title, report.as_of AS dated
    FROM progress_report AS report JOIN task ON task.id = report.milestone_id WHERE report.id = @id`,
  discrepancy: `SELECT project_id AS projectId, NULL AS contractId, text AS title, NULL AS dated
    FROM discrepancy WHERE id = @id`,
  budget_version: `SELECT project_id AS projectId, NULL AS contractId,
      ifnull(approval_no, substr(recorded_at, 1, 10)) AS title, approved_on AS dated
    FROM budget_version WHERE id = @id`,
  contract: `SELECT project_id AS projectId, id AS contractId, number || ' ' || name AS title, signed_on AS dated
    FROM contract WHERE id = @id`,
  contract_change: `SELECT contract.project_id AS projectId, contract.id AS contractId,
      change.number || ' ' || change.title AS title, change.approved_on AS dated
    FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.id = @id`,
  progress_value: `SELECT contract.project_id AS projectId, contract.id AS contractId,
      contract.number || ' ' || value.month AS title, value.month AS dated
    FROM progress_value AS value JOIN contract ON contract.id = value.contract_id WHERE value.id = @id`,
  fund: `SELECT NULL AS projectId, NULL AS contractId, name AS title, NULL AS dated FROM fund WHERE id = @id`,
  fund_entry: `SELECT entry.project_id AS projectId, NULL AS contractId,
      fund.name || ' ' || entry.entered_on AS title, entry.entered_on AS dated
    FROM fund_entry AS entry JOIN fund ON fund.id = entry.fund_id WHERE entry.id = @id`,
  payment: `SELECT project_id AS projectId, contract_id AS contractId,
      paid_on || ' ' || ifnull(voucher_no || ' ', '') || payee AS title, paid_on AS dated
    FROM payment WHERE id = @id`,
  annual_plan: `SELECT project_id AS projectId, NULL AS contractId,
      year || ifnull(' ' || document_no, '') AS title, issued_on AS dated
    FROM annual_plan WHERE id = @id`,
}
