import type { Payment, PaymentRow, RefundKind } from '../domain/payment.ts'
import { isSameName } from '../domain/text.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { type Origin, originColumns } from './importOrigin.ts'
import { addToSums, keepSums, newSums } from './paymentSums.ts'

export function findPayment(db: ReadDb, paymentId: string): PaymentRow | undefined {
  const row = db.get<StoredPayment>(`${paymentRowSql} WHERE payment.id = @paymentId`, { paymentId })
  return row === undefined ? undefined : paymentRowOf(row)
}

/** The differences entered for a payment, oldest first. */
export function adjustmentsOf(db: ReadDb, paymentId: string): PaymentRow[] {
  return db
    .all<StoredPayment>(`${paymentRowSql} WHERE payment.adjusts_id = @paymentId ORDER BY payment.rowid`, {
      paymentId,
    })
    .map(paymentRowOf)
}

/**
 * Posts entries, and adds them to the kept sums by project, month and payee in the same transaction. Imported ones
 * keep where they came from.
 */
export function insertPayments(
  db: WriteDb,
  payments: readonly Payment[],
  originOf?: (payment: Payment) => Origin,
): void {
  const sums = newSums()
  // In slices: the rows of a hundred thousand payments need not be there at once.
  for (let start = 0; start < payments.length; start += 500) {
    const slice = payments.slice(start, start + 500)
    const rows = slice.map((payment) => ({
      row: { ...columnsOf(payment), ...(originOf === undefined ? {} : originColumns(originOf(payment))) },
      reason: payment.reason,
    }))
    db.insertAll({ entity: 'payment', sql: originOf === undefined ? insertSql : insertImportedSql, rows })
    for (const payment of slice) addToSums(sums, payment)
  }
  keepSums(db, sums)
}

/**
 * Entries that stand (neither red nor reversed) with the same project, amount and day and a payee of the same name
 * to a reader, or with the same voucher number.
 */
export function findDuplicates(
  db: ReadDb,
  entry: Pick<Payment, 'projectId' | 'paidOn' | 'amountFen' | 'payee' | 'voucherNo'>,
): PaymentRow[] {
  return db
    .all<StoredPayment>(
      `${paymentRowSql}
        WHERE payment.rowid IN (
          SELECT rowid FROM payment WHERE project_id = @projectId AND paid_on = @paidOn AND amount_fen = @amountFen
          UNION
          SELECT rowid FROM payment WHERE voucher_no = @voucherNo AND voucher_no IS NOT NULL
        )
        AND payment.reverses_id IS NULL AND red.id IS NULL
        ORDER BY payment.rowid DESC LIMIT 200`,
      {
        projectId: entry.projectId,
        paidOn: entry.paidOn,
        amountFen: entry.amountFen,
        voucherNo: entry.voucherNo,
      },
    )
    .map(paymentRowOf)
    .filter(
      (row) =>
        isSameName(row.payee, entry.payee) || (entry.voucherNo !== null && row.voucherNo === entry.voucherNo),
    )
    .slice(0, 20)
}

export interface StoredPayment {
  readonly id: string
  readonly project_id: string
  readonly paid_on: string
  readonly amount_fen: number
  readonly payee: string
  readonly purpose: string
  readonly voucher_no: string | null
  readonly memo: string | null
  readonly reverses_id: string | null
  readonly reason: string | null
  readonly recorded_at: string
  readonly actor_name: string
  readonly kind: Payment['kind']
  readonly contract_id: string | null
  readonly budget_line_id: string | null
  readonly invoice_no: string | null
  readonly refund_of: RefundKind | null
  readonly correction: Payment['correction']
  readonly corrects_id: string | null
  readonly adjusts_id: string | null
  readonly adjusted_fen: number
  readonly project_name: string
  readonly reversed_by_id: string | null
  readonly corrected_by_id: string | null
  readonly contract_number: string | null
  readonly line_name: string | null
  /** JSON; null where it was not split. */
  readonly fund_split: string | null
}

export const paymentRowSql = `SELECT payment.*, project.name AS project_name, red.id AS reversed_by_id,
    corrected.id AS corrected_by_id, contract.number AS contract_number, budget_line.name AS line_name,
    (SELECT ifnull(sum(amount_fen), 0) FROM payment AS difference WHERE difference.adjusts_id = payment.id) AS adjusted_fen,
    (SELECT json_group_array(json_object('fundId', part.fund_id, 'amountFen', part.amount_fen, 'fundName', fund.name)
        ORDER BY part.rowid)
      FROM payment_fund AS part JOIN fund ON fund.id = part.fund_id WHERE part.payment_id = payment.id
      HAVING count(*) > 0) AS fund_split
  FROM payment JOIN project ON project.id = payment.project_id LEFT JOIN payment AS red ON red.reverses_id = payment.id
    LEFT JOIN payment AS corrected ON corrected.corrects_id = payment.id
    LEFT JOIN contract ON contract.id = payment.contract_id
    LEFT JOIN budget_line ON budget_line.id = payment.budget_line_id`

export function paymentRowOf(row: StoredPayment): PaymentRow {
  return {
    id: row.id,
    projectId: row.project_id,
    paidOn: row.paid_on,
    amountFen: row.amount_fen,
    payee: row.payee,
    purpose: row.purpose,
    voucherNo: row.voucher_no,
    memo: row.memo,
    reversesId: row.reverses_id,
    reason: row.reason,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    kind: row.kind,
    contractId: row.contract_id,
    budgetLineId: row.budget_line_id,
    invoiceNo: row.invoice_no,
    refundOf: row.refund_of,
    correction: row.correction,
    correctsId: row.corrects_id,
    adjustsId: row.adjusts_id,
    adjustedFen: row.adjusted_fen,
    projectName: row.project_name,
    reversedById: row.reversed_by_id,
    correctedById: row.corrected_by_id,
    contractNumber: row.contract_number,
    lineName: row.line_name,
    // Made by the statement above.
    fundSplit: row.fund_split === null ? [] : (JSON.parse(row.fund_split) as PaymentRow['fundSplit']),
  }
}

const insertSql = `INSERT INTO payment (id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
    recorded_at, actor_name, kind, contract_id, budget_line_id, invoice_no, refund_of, correction, corrects_id, adjusts_id)
  VALUES (@id, @project_id, @paid_on, @amount_fen, @payee, @purpose, @voucher_no, @memo, @reverses_id, @reason,
    @recorded_at, @actor_name, @kind, @contract_id, @budget_line_id, @invoice_no, @refund_of, @correction, @corrects_id, @adjusts_id)`

const insertImportedSql = `INSERT INTO payment (id, project_id, paid_on, amount_fen, payee, purpose, voucher_no, memo, reverses_id, reason,
    recorded_at, actor_name, kind, contract_id, budget_line_id, invoice_no, refund_of, correction, corrects_id, adjusts_id, import_id, import_row)
  VALUES (@id, @project_id, @paid_on, @amount_fen, @payee, @purpose, @voucher_no, @memo, @reverses_id, @reason,
    @recorded_at, @actor_name, @kind, @contract_id, @budget_line_id, @invoice_no, @refund_of, @correction, @corrects_id, @adjusts_id, @import_id, @import_row)`

function columnsOf(payment: Payment): Row {
  return {
    id: payment.id,
    project_id: payment.projectId,
    paid_on: payment.paidOn,
    amount_fen: payment.amountFen,
    payee: payment.payee,
    purpose: payment.purpose,
    voucher_no: payment.voucherNo,
    memo: payment.memo,
    reverses_id: payment.reversesId,
    reason: payment.reason,
    recorded_at: payment.recordedAt,
    actor_name: payment.actorName,
    kind: payment.kind,
    contract_id: payment.contractId,
    budget_line_id: payment.budgetLineId,
    invoice_no: payment.invoiceNo,
    refund_of: payment.refundOf ?? null,
    correction: payment.correction,
    corrects_id: payment.correctsId,
    adjusts_id: payment.adjustsId ?? null,
  }
}
