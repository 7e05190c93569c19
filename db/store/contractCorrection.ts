import type { Contract, ContractChange, LineSplit } from '../domain/contract.ts'
import type { Day } from '../domain/day.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

export function updateContract(db: WriteDb, contract: Contract, reason: string): void {
  const before = db.get<Row>('SELECT * FROM contract WHERE id = @id', { id: contract.id })
  if (before === undefined) throw new Error('no contract of that id')
  db.update({
    entity: 'contract',
    sql: `UPDATE contract SET number = @number, name = @name, counterparty = @counterparty, kind = @kind,
        signed_on = @signedOn, amount_fen = @amountFen, advance_pct = @advancePct, progress_payment_pct = @progressPct,
        retention_pct = @retentionPct,
        is_sme = @isSme, payment_days = @paymentDays, payment_terms = @paymentTerms WHERE id = @id RETURNING *`,
    params: {
      id: contract.id,
      number: contract.number,
      name: contract.name,
      counterparty: contract.counterparty,
      kind: contract.kind,
      signedOn: contract.signedOn,
      amountFen: contract.amountFen,
      advancePct: contract.advancePct,
      progressPct: contract.progressPct ?? null,
      retentionPct: contract.retentionPct,
      isSme: contract.isSme ? 1 : 0,
      paymentDays: contract.paymentDays,
      paymentTerms: contract.paymentTerms,
    },
    before,
    reason,
  })
}

/** As signed, without what settlements added. */
export function signedSplit(db: ReadDb, contractId: string): LineSplit {
  return db.all<{ budgetLineId: string | null; amountFen: number }>(
    `SELECT budget_line_id AS budgetLineId, amount_fen AS amountFen FROM contract_line
      WHERE contract_id = @contractId AND is_settlement = 0 ORDER BY rowid`,
    { contractId },
  )
}

export function removeSignedLines(db: WriteDb, contractId: string, reason: string): void {
  const lines = db.all<{ id: string }>(
    'SELECT id FROM contract_line WHERE contract_id = @contractId AND is_settlement = 0 ORDER BY rowid',
    { contractId },
  )
  for (const { id } of lines)
    db.remove({
      entity: 'contract_line',
      sql: 'DELETE FROM contract_line WHERE id = @id RETURNING *',
      params: { id },
      reason,
    })
}

export function updateChange(db: WriteDb, change: ContractChange, reason: string): void {
  const before = db.get<Row>('SELECT * FROM contract_change WHERE id = @id', { id: change.id })
  if (before === undefined) throw new Error('no contract change of that id')
  db.update({
    entity: 'contract_change',
    sql: `UPDATE contract_change SET number = @number, title = @title, amount_fen = @amountFen,
        budget_line_id = @budgetLineId, draws_on_contingency = @draws WHERE id = @id RETURNING *`,
    params: {
      id: change.id,
      number: change.number,
      title: change.title,
      amountFen: change.amountFen,
      budgetLineId: change.budgetLineId,
      draws: change.drawsOnContingency ? 1 : 0,
    },
    before,
    reason,
  })
}

export function removeChange(db: WriteDb, changeId: string, reason: string): void {
  db.remove({
    entity: 'contract_change',
    sql: 'DELETE FROM contract_change WHERE id = @changeId RETURNING *',
    params: { changeId },
    reason,
  })
}

/** The first month with work or day of an approved change; null where there is neither. */
export function firstEntryOf(db: ReadDb, contractId: string): Day | null {
  const first = db.get<{ at: string | null }>(
    `SELECT min(at) AS at FROM (
        SELECT month AS at FROM progress_value WHERE contract_id = @contractId
        UNION ALL SELECT approved_on FROM contract_change WHERE contract_id = @contractId AND state = 'approved')`,
    { contractId },
  )
  return first?.at ?? null
}
