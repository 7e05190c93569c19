import type { AttachmentSubject } from '../domain/attachment.ts'
import {
  type DocumentRequirement,
  type DocumentSituation,
  documentSituations,
  type MissingDocument,
} from '../domain/documentRequirement.ts'
import type { ReadDb } from './database.ts'

export interface MissingFilter {
  readonly projectId?: string | undefined
  readonly contractId?: string | undefined
}

/** Records in the situation that have neither the document nor a reason to be without it. */
export function countMissing(db: ReadDb, requirement: DocumentRequirement, filter: MissingFilter): number {
  const sql = missingSql[requirement.situation]
  return db.get<{ n: number }>(sql.count, paramsOf(requirement, filter))?.n ?? 0
}

/** Newest first. */
export function listMissing(
  db: ReadDb,
  requirement: DocumentRequirement,
  filter: MissingFilter,
  window: { readonly limit: number; readonly offset: number },
): MissingDocument[] {
  const { id, situation, document, basis } = requirement
  const { subject } = situationSql[situation]
  return db
    .all<Omit<MissingDocument, 'requirementId' | 'situation' | 'document' | 'basis' | 'subject'>>(
      missingSql[situation].rows,
      { ...paramsOf(requirement, filter), ...window },
    )
    .map((row) => ({ requirementId: id, situation, document, basis, subject, ...row }))
}

/** The situations that one record is in. */
export function situationsOf(db: ReadDb, subject: AttachmentSubject, subjectId: string): DocumentSituation[] {
  return documentSituations.filter(
    (situation) => situationSql[situation].subject === subject && isInSituation(db, situation, subjectId),
  )
}

export function isInSituation(db: ReadDb, situation: DocumentSituation, subjectId: string): boolean {
  return db.get(inSituationSql[situation], { subjectId }) !== undefined
}

/** Whether the record has the document. */
export function hasDocument(db: ReadDb, subjectId: string, document: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM attachment WHERE subject_id = @subjectId AND document = @document AND removed_at IS NULL`,
      { subjectId, document },
    ) !== undefined
  )
}

function paramsOf({ id, document }: DocumentRequirement, { projectId, contractId }: MissingFilter) {
  return { requirementId: id, document, projectId: projectId ?? null, contractId: contractId ?? null }
}

interface Situation {
  readonly subject: AttachmentSubject
  /** Gives subjectId, projectId, contractId, title, dated of each record in the situation. */
  readonly records: string
}

/** An entry that was reversed, and the entry that reversed it, need no papers of their own. */
const standingPayments = (
  kinds: string,
) => `SELECT id AS subjectId, project_id AS projectId, contract_id AS contractId,
    paid_on || ' ' || ifnull(voucher_no || ' ', '') || payee AS title, paid_on AS dated
  FROM payment WHERE reverses_id IS NULL AND ${kinds}
    AND NOT EXISTS (SELECT 1 FROM payment AS red WHERE red.reverses_id = payment.id)`

const contracts = (states: string) => `SELECT id AS subjectId, project_id AS projectId, id AS contractId,
    number || ' ' || name AS title, signed_on AS dated FROM contract WHERE ${states}`

const fundEntries = (
  kind: string,
) => `SELECT entry.id AS subjectId, entry.project_id AS projectId, NULL AS contractId,
    fund.name || ' ' || entry.entered_on AS title, entry.entered_on AS dated
  FROM fund_entry AS entry JOIN fund ON fund.id = entry.fund_id WHERE entry.amount_fen > 0 AND entry.kind = '${kind}'
    AND entry.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM fund_entry AS red WHERE red.reverses_id = entry.id)`

const situationSql: Readonly<Record<DocumentSituation, Situation>> = {
  payment: { subject: 'payment', records: standingPayments(`kind IS NOT 'refund'`) },
  advancePayment: { subject: 'payment', records: standingPayments(`kind = 'advance'`) },
  retentionRelease: { subject: 'payment', records: standingPayments(`kind = 'retentionRelease'`) },
  refund: { subject: 'payment', records: standingPayments(`kind = 'refund'`) },
  contract: { subject: 'contract', records: contracts('1') },
  contractSettled: { subject: 'contract', records: contracts(`state = 'settled'`) },
  changeApproved: {
    subject: 'contract_change',
    records: `SELECT change.id AS subjectId, contract.project_id AS projectId, contract.id AS contractId,
        contract.number || ' ' || change.number || ' ' || change.title AS title, change.approved_on AS dated
      FROM contract_change AS change JOIN contract ON contract.id = change.contract_id WHERE change.state = 'approved'`,
  },
  budgetApproved: {
    subject: 'budget_version',
    records: `SELECT id AS subjectId, project_id AS projectId, NULL AS contractId, approval_no AS title,
        approved_on AS dated FROM budget_version WHERE state = 'approved'`,
  },
  progressValue: {
    subject: 'progress_value',
    records: `SELECT value.id AS subjectId, contract.project_id AS projectId, contract.id AS contractId,
        contract.number || ' ' || value.month AS title, value.month AS dated
      FROM progress_value AS value JOIN contract ON contract.id = value.contract_id WHERE value.amount_fen > 0`,
  },
  allotment: { subject: 'fund_entry', records: fundEntries('allotment') },
  receipt: { subject: 'fund_entry', records: fundEntries('receipt') },
  annualPlan: {
    subject: 'annual_plan',
    records: `SELECT id AS subjectId, project_id AS projectId, NULL AS contractId,
        year || ifnull(' ' || document_no, '') AS title, issued_on AS dated FROM annual_plan`,
  },
}

function forEachSituation<Value>(valueOf: (situation: Situation) => Value) {
  return Object.fromEntries(
    documentSituations.map((situation) => [situation, valueOf(situationSql[situation])]),
  ) as Record<DocumentSituation, Value>
}

const lacking = `WHERE (@projectId IS NULL OR record.projectId = @projectId)
    AND (@contractId IS NULL OR record.contractId = @contractId)
    AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.subject_id = record.subjectId
      AND attachment.document = @document AND attachment.removed_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM document_waiver AS waiver WHERE waiver.subject_id = record.subjectId
      AND waiver.requirement_id = @requirementId AND waiver.withdrawn_at IS NULL)`

const missingSql = forEachSituation(({ records }) => ({
  count: `SELECT count(*) AS n FROM (${records}) AS record ${lacking}`,
  rows: `SELECT record.*, project.name AS projectName FROM (${records}) AS record
    JOIN project ON project.id = record.projectId ${lacking}
    ORDER BY record.dated DESC, record.subjectId DESC LIMIT @limit OFFSET @offset`,
}))

const inSituationSql = forEachSituation(
  ({ records }) => `SELECT 1 FROM (${records}) AS record WHERE record.subjectId = @subjectId`,
)
