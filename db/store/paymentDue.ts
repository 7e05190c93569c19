import type { PaidPart, PaymentDue } from '../domain/paymentDue.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** A due with what its contract is called. */
export interface DueOfContract extends PaymentDue {
  readonly projectId: string
  readonly projectName: string
  readonly planId: string | null
  readonly contractNumber: string
  readonly contractName: string
  readonly counterparty: string
  readonly isSme: boolean
  readonly signedOn: string
}

/** All that stand, in the order in which they fall due. */
export function standingDues(
  db: ReadDb,
  filter: { readonly projectId?: string | undefined; readonly contractId?: string | undefined },
): DueOfContract[] {
  return db
    .all<Stored>(
      `${rowSql} WHERE due.withdrawn_at IS NULL
        AND (@projectId IS NULL OR contract.project_id = @projectId)
        AND (@contractId IS NULL OR contract.id = @contractId)
      ORDER BY due.due_on, due.rowid`,
      {
        projectId: filter.projectId ?? null,
        contractId: filter.contractId ?? null,
      },
    )
    .map(dueOf)
}

export function findDue(db: ReadDb, dueId: string): DueOfContract | undefined {
  const row = db.get<Stored>(`${rowSql} WHERE due.id = @dueId`, { dueId })
  return row === undefined ? undefined : dueOf(row)
}

/**
 * What was paid on each contract that has a due, by day. An advance, what came back of it, and released retention settle no due. A reversal,
 * the right entry in its place and a difference count on the day of the entry that they put right: the money left then,
 * whenever the mistake in the books was found.
 */
export function paidOnDues(db: ReadDb): Map<string, PaidPart[]> {
  const rows = db.all<PaidPart & { contractId: string }>(
    `WITH RECURSIVE own AS (
        SELECT contract_id, amount_fen, paid_on, coalesce(reverses_id, corrects_id, adjusts_id) AS mended_id FROM payment
          WHERE contract_id IN (SELECT contract_id FROM payment_due WHERE withdrawn_at IS NULL)
            AND ifnull(kind, '') NOT IN ('advance', 'retentionRelease') AND ifnull(refund_of, '') <> 'advance'
      ), mending AS (
        SELECT * FROM own WHERE mended_id IS NOT NULL
        UNION ALL
        SELECT mending.contract_id, mending.amount_fen, payment.paid_on,
            coalesce(payment.reverses_id, payment.corrects_id, payment.adjusts_id)
          FROM mending JOIN payment ON payment.id = mending.mended_id
      )
      SELECT contract_id AS contractId, paid_on AS paidOn, sum(amount_fen) AS amountFen
        FROM (SELECT * FROM own WHERE mended_id IS NULL UNION ALL SELECT * FROM mending WHERE mended_id IS NULL)
        GROUP BY 1, 2 HAVING sum(amount_fen) <> 0 ORDER BY 1, 2`,
  )
  return Map.groupBy(rows, ({ contractId }) => contractId)
}

export function insertDue(db: WriteDb, due: PaymentDue): void {
  db.insert({
    entity: 'payment_due',
    sql: `INSERT INTO payment_due (id, contract_id, basis, happened_on, amount_fen, term_days, due_on, document_no, memo,
        recorded_at, actor_name, withdrawn_at, withdraw_reason)
      VALUES (@id, @contract_id, @basis, @happened_on, @amount_fen, @term_days, @due_on, @document_no, @memo,
        @recorded_at, @actor_name, @withdrawn_at, @withdraw_reason)`,
    row: {
      id: due.id,
      contract_id: due.contractId,
      basis: due.basis,
      happened_on: due.happenedOn,
      amount_fen: due.amountFen,
      term_days: due.termDays,
      due_on: due.dueOn,
      document_no: due.documentNo,
      memo: due.memo,
      recorded_at: due.recordedAt,
      actor_name: due.actorName,
      withdrawn_at: null,
      withdraw_reason: null,
    },
  })
}

export function withdrawDue(db: WriteDb, dueId: string, at: string, reason: string): void {
  const before = db.get<Row>('SELECT * FROM payment_due WHERE id = @dueId', { dueId })
  if (before === undefined) throw new Error('no due of that id')
  db.update({
    entity: 'payment_due',
    sql: `UPDATE payment_due SET withdrawn_at = @at, withdraw_reason = @reason WHERE id = @dueId RETURNING *`,
    params: { dueId, at, reason },
    before,
    reason,
  })
}

const rowSql = `SELECT due.*, contract.project_id, project.name AS project_name, project.plan_id,
    contract.number AS contract_number, contract.name AS contract_name, contract.counterparty, contract.is_sme,
    contract.signed_on
  FROM payment_due AS due JOIN contract ON contract.id = due.contract_id JOIN project ON project.id = contract.project_id`

interface Stored {
  readonly id: string
  readonly contract_id: string
  readonly basis: PaymentDue['basis']
  readonly happened_on: string
  readonly amount_fen: number
  readonly term_days: number
  readonly due_on: string
  readonly document_no: string | null
  readonly memo: string | null
  readonly recorded_at: string
  readonly actor_name: string
  readonly withdrawn_at: string | null
  readonly withdraw_reason: string | null
  readonly project_id: string
  readonly project_name: string
  readonly plan_id: string | null
  readonly contract_number: string
  readonly contract_name: string
  readonly counterparty: string
  readonly is_sme: number
  readonly signed_on: string
}

function dueOf(row: Stored): DueOfContract {
  return {
    id: row.id,
    contractId: row.contract_id,
    basis: row.basis,
    happenedOn: row.happened_on,
    amountFen: row.amount_fen,
    termDays: row.term_days,
    dueOn: row.due_on,
    documentNo: row.document_no,
    memo: row.memo,
    recordedAt: row.recorded_at,
    actorName: row.actor_name,
    withdrawnAt: row.withdrawn_at,
    withdrawReason: row.withdraw_reason,
    projectId: row.project_id,
    projectName: row.project_name,
    planId: row.plan_id,
    contractNumber: row.contract_number,
    contractName: row.contract_name,
    counterparty: row.counterparty,
    isSme: row.is_sme === 1,
    signedOn: row.signed_on,
  }
}
