import type { Contract, ContractRow } from '../domain/contract.ts'
import type { PageInput } from '../domain/page.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { noOrigin } from './importOrigin.ts'
import { readPage } from './page.ts'
import { likePattern } from './project.ts'

/** Newest signed first. */
export function listContracts(
  db: ReadDb,
  filter: {
    readonly projectId: string | undefined
    readonly planId: string | undefined
    readonly text: string | undefined
  },
  page: PageInput,
) {
  const text = filter.text?.trim() ?? ''
  const params = {
    projectId: filter.projectId ?? null,
    planId: filter.planId ?? null,
    pattern: text === '' ? null : likePattern(text),
  }
  return readPage<StoredContract, ContractRow>(
    db,
    page,
    {
      from: `FROM contract JOIN project ON project.id = contract.project_id ${filterSql}`,
      rows: `${rowSql} ${filterSql} ORDER BY contract.signed_on DESC, contract.rowid DESC`,
      params,
    },
    contractRowOf,
  )
}

export function findContract(db: ReadDb, contractId: string): ContractRow | undefined {
  const row = db.get<StoredContract>(`${rowSql} WHERE contract.id = @contractId`, { contractId })
  return row === undefined ? undefined : contractRowOf(row)
}

export function isContractNumberTaken(db: ReadDb, projectId: string, number: string): boolean {
  return (
    db.get('SELECT 1 FROM contract WHERE project_id = @projectId AND number = @number', {
      projectId,
      number,
    }) !== undefined
  )
}

export function insertContract(
  db: WriteDb,
  contract: Contract,
  reason: string | null,
  origin: Row = noOrigin,
): void {
  db.insert({
    entity: 'contract',
    sql: `INSERT INTO contract (id, project_id, number, name, counterparty, kind, signed_on, amount_fen, advance_pct,
        progress_payment_pct, retention_pct, is_sme, payment_days, payment_terms, settlement_fen, settled_on, state, recorded_at, import_id, import_row)
      VALUES (@id, @project_id, @number, @name, @counterparty, @kind, @signed_on, @amount_fen, @advance_pct,
        @progress_payment_pct, @retention_pct, @is_sme, @payment_days, @payment_terms, @settlement_fen, @settled_on, @state, @recorded_at, @import_id, @import_row)`,
    row: { ...columnsOf(contract), ...origin },
    reason,
  })
}

export function settle(
  db: WriteDb,
  contractId: string,
  settlement: {
    readonly settlementFen: number
    readonly settledOn: string
    readonly submittedFen: number | null
  },
  reason: string,
): void {
  const before = db.get<Row>('SELECT * FROM contract WHERE id = @contractId', { contractId })
  if (before === undefined) throw new Error('no contract of that id')
  db.update({
    entity: 'contract',
    sql: `UPDATE contract SET settlement_fen = @settlementFen, settled_on = @settledOn, submitted_fen = @submittedFen, state = 'settled'
      WHERE id = @contractId RETURNING *`,
    params: { contractId, ...settlement },
    before,
    reason,
  })
}

const filterSql = String.raw`WHERE (@projectId IS NULL OR contract.project_id = @projectId)
  AND (@planId IS NULL OR project.plan_id = @planId)
  AND (@pattern IS NULL OR contract.number LIKE @pattern ESCAPE '\' OR contract.name LIKE @pattern ESCAPE '\'
    OR contract.counterparty LIKE @pattern ESCAPE '\')`

const rowSql = `SELECT contract.*, project.name AS project_name,
    (SELECT ifnull(sum(amount_fen), 0) FROM contract_change WHERE contract_id = contract.id AND state = 'approved') AS approved_change_fen,
    (SELECT ifnull(sum(amount_fen), 0) FROM contract_change WHERE contract_id = contract.id AND state = 'pending') AS pending_change_fen,
    (SELECT ifnull(sum(amount_fen), 0) FROM committed WHERE committed.contract_id = contract.id) AS committed_fen,
    (SELECT sum(amount_fen) FROM progress_value WHERE contract_id = contract.id) AS done_fen,
    ifnull((SELECT paid_fen FROM paid_by_contract WHERE contract_id = contract.id), 0) AS paid_fen
  FROM contract JOIN project ON project.id = contract.project_id`

/** What was signed and settled, as the row has it. */
export interface StoredTerms {
  readonly id: string
  readonly project_id: string
  readonly number: string
  readonly name: string
  readonly counterparty: string
  readonly kind: Contract['kind']
  readonly signed_on: string
  readonly amount_fen: number
  readonly advance_pct: number | null
  readonly progress_payment_pct: number | null
  readonly retention_pct: number | null
  readonly is_sme: number
  readonly payment_days: number | null
  readonly settlement_fen: number | null
  readonly settled_on: string | null
}

export function termsOf(row: StoredTerms) {
  return {
    id: row.id,
    projectId: row.project_id,
    number: row.number,
    name: row.name,
    counterparty: row.counterparty,
    kind: row.kind,
    signedOn: row.signed_on,
    amountFen: row.amount_fen,
    advancePct: row.advance_pct,
    progressPct: row.progress_payment_pct,
    retentionPct: row.retention_pct,
    isSme: row.is_sme === 1,
    paymentDays: row.payment_days,
    settlementFen: row.settlement_fen,
    settledOn: row.settled_on,
  }
}

interface StoredContract extends StoredTerms {
  readonly payment_terms: string | null
  readonly submitted_fen: number | null
  readonly state: Contract['state']
  readonly recorded_at: string
  readonly project_name: string
  readonly approved_change_fen: number
  readonly pending_change_fen: number
  readonly committed_fen: number
  readonly done_fen: number | null
  readonly paid_fen: number
}

function contractRowOf(row: StoredContract): ContractRow {
  return {
    ...termsOf(row),
    paymentTerms: row.payment_terms,
    submittedFen: row.submitted_fen,
    state: row.state,
    recordedAt: row.recorded_at,
    projectName: row.project_name,
    approvedChangeFen: row.approved_change_fen,
    pendingChangeFen: row.pending_change_fen,
    committedFen: row.committed_fen,
    doneFen: row.done_fen,
    paidFen: row.paid_fen,
  }
}

function columnsOf(contract: Contract): Row {
  return {
    id: contract.id,
    project_id: contract.projectId,
    number: contract.number,
    name: contract.name,
    counterparty: contract.counterparty,
    kind: contract.kind,
    signed_on: contract.signedOn,
    amount_fen: contract.amountFen,
    advance_pct: contract.advancePct,
    progress_payment_pct: contract.progressPct ?? null,
    retention_pct: contract.retentionPct,
    is_sme: contract.isSme ? 1 : 0,
    payment_days: contract.paymentDays,
    payment_terms: contract.paymentTerms,
    settlement_fen: contract.settlementFen,
    settled_on: contract.settledOn,
    state: contract.state,
    recorded_at: contract.recordedAt,
  }
}
