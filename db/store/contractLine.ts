import type { ContractChange, ContractLine, LineSplit } from '../domain/contract.ts'
import type { Day } from '../domain/day.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'

/** As signed and by settlements, with what the 科目 is called. */
export function listContractLines(db: ReadDb, contractId: string) {
  return db
    .all<{
      id: string
      contract_id: string
      budget_line_id: string | null
      amount_fen: number
      is_settlement: number
      line_key: string | null
      code: string | null
      name: string | null
    }>(
      `SELECT line.*, budget_line.line_key, budget_line.code, budget_line.name FROM contract_line AS line
        LEFT JOIN budget_line ON budget_line.id = line.budget_line_id
        WHERE line.contract_id = @contractId ORDER BY line.rowid`,
      { contractId },
    )
    .map((row) => ({
      id: row.id,
      contractId: row.contract_id,
      budgetLineId: row.budget_line_id,
      amountFen: row.amount_fen,
      isSettlement: row.is_settlement === 1,
      lineKey: row.line_key,
      code: row.code,
      name: row.name,
    }))
}

export function insertContractLine(db: WriteDb, line: ContractLine, settledOn: string | null): void {
  db.insert({
    entity: 'contract_line',
    sql: `INSERT INTO contract_line (id, contract_id, budget_line_id, amount_fen, is_settlement, settled_on)
      VALUES (@id, @contract_id, @budget_line_id, @amount_fen, @is_settlement, @settled_on)`,
    row: {
      id: line.id,
      contract_id: line.contractId,
      budget_line_id: line.budgetLineId,
      amount_fen: line.amountFen,
      is_settlement: line.isSettlement ? 1 : 0,
      settled_on: settledOn,
    },
  })
}

/** What a contract committed, by 科目. */
export function committedByLine(db: ReadDb, contractId: string): LineSplit {
  return db.all<{ budgetLineId: string | null; amountFen: number }>(
    `SELECT budget_line_id AS budgetLineId, sum(amount_fen) AS amountFen FROM committed
      WHERE contract_id = @contractId GROUP BY budget_line_id ORDER BY budget_line_id`,
    { contractId },
  )
}

/** What a project committed in all its contracts. */
export function committedOf(db: ReadDb, projectId: string): number {
  return (
    db.get<{ fen: number }>(
      'SELECT ifnull(sum(amount_fen), 0) AS fen FROM committed WHERE project_id = @projectId',
      { projectId },
    )?.fen ?? 0
  )
}

export function listContractChanges(db: ReadDb, contractId: string): ContractChange[] {
  return db
    .all<StoredChange>('SELECT * FROM contract_change WHERE contract_id = @contractId ORDER BY rowid', {
      contractId,
    })
    .map(changeOf)
}

/** The day of the newest approved change; null where none is. */
export function lastApprovalOf(db: ReadDb, contractId: string): Day | null {
  return (
    db.get<{ at: Day | null }>(
      `SELECT max(approved_on) AS at FROM contract_change WHERE contract_id = @contractId AND state = 'approved'`,
      { contractId },
    )?.at ?? null
  )
}

/** Changes of a project that draw on 预备费, approved or pending. */
export function drawsOf(db: ReadDb, projectId: string) {
  return db
    .all<StoredChange & { contract_number: string }>(
      `SELECT change.*, contract.number AS contract_number FROM contract_change AS change
        JOIN contract ON contract.id = change.contract_id
        WHERE contract.project_id = @projectId AND change.draws_on_contingency = 1 ORDER BY change.rowid`,
      { projectId },
    )
    .map((row) => ({ ...changeOf(row), contractNumber: row.contract_number }))
}

export function findContractChange(db: ReadDb, changeId: string): ContractChange | undefined {
  const row = db.get<StoredChange>('SELECT * FROM contract_change WHERE id = @changeId', { changeId })
  return row === undefined ? undefined : changeOf(row)
}

export function insertContractChange(db: WriteDb, change: ContractChange): void {
  db.insert({
    entity: 'contract_change',
    sql: `INSERT INTO contract_change (id, contract_id, number, title, amount_fen, budget_line_id, state, approved_on,
        draws_on_contingency, recorded_at)
      VALUES (@id, @contract_id, @number, @title, @amount_fen, @budget_line_id, @state, @approved_on,
        @draws_on_contingency, @recorded_at)`,
    row: {
      id: change.id,
      contract_id: change.contractId,
      number: change.number,
      title: change.title,
      amount_fen: change.amountFen,
      budget_line_id: change.budgetLineId,
      state: change.state,
      approved_on: change.approvedOn,
      draws_on_contingency: change.drawsOnContingency ? 1 : 0,
      recorded_at: change.recordedAt,
    },
  })
}

export function approveChange(
  db: WriteDb,
  changeId: string,
  approvedOn: string,
  reason: string | null,
): ContractChange {
  const before = db.get<Row>('SELECT * FROM contract_change WHERE id = @changeId', { changeId })
  if (before === undefined) throw new Error('no contract change of that id')
  db.update({
    entity: 'contract_change',
    sql: `UPDATE contract_change SET state = 'approved', approved_on = @approvedOn WHERE id = @changeId RETURNING *`,
    params: { changeId, approvedOn },
    before,
    reason,
  })
  const approved = findContractChange(db, changeId)
  if (approved === undefined) throw new Error('the change is gone')
  return approved
}

interface StoredChange {
  readonly id: string
  readonly contract_id: string
  readonly number: string
  readonly title: string
  readonly amount_fen: number
  readonly budget_line_id: string | null
  readonly state: ContractChange['state']
  readonly approved_on: string | null
  readonly draws_on_contingency: number
  readonly recorded_at: string
}

function changeOf(row: StoredChange): ContractChange {
  return {
    id: row.id,
    contractId: row.contract_id,
    number: row.number,
    title: row.title,
    amountFen: row.amount_fen,
    budgetLineId: row.budget_line_id,
    state: row.state,
    approvedOn: row.approved_on,
    drawsOnContingency: row.draws_on_contingency === 1,
    recordedAt: row.recorded_at,
  }
}
