import type { FundEntry, FundEntryRow } from '../domain/fund.ts'
import type { PaymentRow } from '../domain/payment.ts'
import type { WriteDb } from './change.ts'
import { removeSignedLines } from './contractCorrection.ts'
import type { ReadDb } from './database.ts'
import { entryRowSql } from './fund.ts'
import { paymentRowOf, paymentRowSql, type StoredPayment } from './payment.ts'

export function importedPayments(db: ReadDb, importId: string): (PaymentRow & { readonly row: number })[] {
  return db
    .all<StoredPayment & { import_row: number }>(
      `${paymentRowSql} WHERE payment.import_id = @importId ORDER BY payment.rowid`,
      { importId },
    )
    .map((stored) => ({ ...paymentRowOf(stored), row: stored.import_row }))
}

export function importedFundEntries(db: ReadDb, importId: string): FundEntryRow[] {
  return db.all<FundEntryRow>(`${entryRowSql} WHERE entry.import_id = @importId ORDER BY entry.rowid`, {
    importId,
  })
}

/** With what rests on each since; a contract that was corrected is no longer what the sheet said. */
export function importedContracts(db: ReadDb, importId: string) {
  return db.all<{ id: string; row: number; number: string; usedBy: ContractUse | null; use: string | null }>(
    `SELECT id, row, number, usedBy, CASE usedBy
        WHEN 'payment' THEN (SELECT paid_on || ' ' || payee FROM payment WHERE contract_id = used.id LIMIT 1)
        WHEN 'contractChange' THEN
          (SELECT number || ' ' || title FROM contract_change WHERE contract_id = used.id LIMIT 1)
        WHEN 'progressValue' THEN (SELECT month FROM progress_value WHERE contract_id = used.id LIMIT 1)
        WHEN 'settlement' THEN settledOn
      END AS use FROM (
        SELECT contract.rowid AS place, id, import_row AS row, number, settled_on AS settledOn, CASE
            WHEN EXISTS (SELECT 1 FROM payment WHERE contract_id = contract.id) THEN 'payment'
            WHEN EXISTS (SELECT 1 FROM contract_change WHERE contract_id = contract.id) THEN 'contractChange'
            WHEN EXISTS (SELECT 1 FROM progress_value WHERE contract_id = contract.id) THEN 'progressValue'
            WHEN state = 'settled' THEN 'settlement'
            WHEN EXISTS (
              SELECT 1 FROM change WHERE entity_id = contract.id AND entity = 'contract' AND before IS NOT NULL
            ) THEN 'correction'
          END AS usedBy
          FROM contract WHERE import_id = @importId
      ) AS used ORDER BY place`,
    { importId },
  )
}

/** What rests on a contract. */
export type ContractUse = 'payment' | 'contractChange' | 'progressValue' | 'settlement' | 'correction'

/** False where another record refers to the contract: foreign keys know all of them, later ones too. */
export function removeContract(db: WriteDb, contractId: string, reason: string): boolean {
  removeSignedLines(db, contractId, reason)
  try {
    db.remove({
      entity: 'contract',
      sql: 'DELETE FROM contract WHERE id = @contractId RETURNING *',
      params: { contractId },
      reason,
    })
    return true
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
    throw error
  }
}

/** The version that an import made; undefined where somebody took the draft out. */
export function importedVersion(db: ReadDb, importId: string) {
  return db.get<{ id: string; state: 'draft' | 'approved'; recordCount: number; isEdited: number }>(
    `SELECT version.id, version.state, batch.record_count AS recordCount, EXISTS (
        SELECT 1 FROM change JOIN budget_line AS line ON line.id = change.entity_id
          WHERE change.entity = 'budget_line' AND line.version_id = version.id AND change.request <> 'applyImport'
      ) AS isEdited
      FROM budget_version AS version JOIN import_batch AS batch ON batch.id = version.import_id
      WHERE version.import_id = @importId`,
    { importId },
  )
}

/** Asked of a whole slice at once: for each entry, the standing one that is the same to a reader. */
export interface Probe {
  readonly at: number
  readonly projectId: string
  readonly on: string
  readonly amountFen: number
  readonly name: string
  readonly number: string | null
}

/** Every amount that was ever paid: what is of no such amount has no like, and most rows of a new sheet are not. */
export function paidAmounts(db: ReadDb): ReadonlySet<number> {
  const row = db.get<{ amounts: string }>(
    'SELECT json_group_array(DISTINCT amount_fen) AS amounts FROM payment',
  )
  return new Set(JSON.parse(row?.amounts ?? '[]') as number[])
}

/** Payments that stand, of the same project, day and amount, or the same project, amount and voucher. */
export function likePayments(db: ReadDb, probes: readonly Probe[]) {
  return db.all<{ at: number; payee: string; paidOn: string; voucherNo: string | null }>(
    `WITH probe AS (
        SELECT value ->> 'at' AS at, value ->> 'projectId' AS project_id, value ->> 'on' AS paid_on,
            value ->> 'amountFen' AS amount_fen, value ->> 'number' AS voucher_no
          FROM json_each(@probes)
      ), found AS (
        SELECT probe.at, payment.rowid AS row FROM probe JOIN payment
          ON payment.project_id = probe.project_id AND payment.paid_on = probe.paid_on AND payment.amount_fen = probe.amount_fen
        UNION
        SELECT probe.at, payment.rowid FROM probe JOIN payment
          ON payment.voucher_no = probe.voucher_no AND payment.voucher_no IS NOT NULL
          AND payment.project_id = probe.project_id AND payment.amount_fen = probe.amount_fen
      )
      SELECT found.at, payment.payee, payment.paid_on AS paidOn, payment.voucher_no AS voucherNo
        FROM found JOIN payment ON payment.rowid = found.row
        WHERE payment.reverses_id IS NULL AND payment.adjusts_id IS NULL AND NOT EXISTS (SELECT 1 FROM payment AS red WHERE red.reverses_id = payment.id)`,
    { probes: JSON.stringify(probes) },
  )
}

/** Whether an entry of the same fund, project, kind, day and amount stands. */
export function isLikeFundEntry(
  db: ReadDb,
  entry: Pick<FundEntry, 'fundId' | 'projectId' | 'kind' | 'amountFen' | 'enteredOn'>,
): boolean {
  const { fundId, projectId, kind, amountFen, enteredOn } = entry
  return (
    db.get(
      `SELECT 1 FROM fund_entry AS entry
        WHERE fund_id = @fundId AND project_id = @projectId AND kind = @kind AND entered_on = @enteredOn
          AND amount_fen = @amountFen AND reverses_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM fund_entry AS red WHERE red.reverses_id = entry.id)`,
      { fundId, projectId, kind, amountFen, enteredOn },
    ) !== undefined
  )
}
