import type { Fund, FundEntry, FundEntryRow, FundPart, ListFundEntries } from '../domain/fund.ts'
import type { PageInput } from '../domain/page.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { noOrigin } from './importOrigin.ts'
import { readPage } from './page.ts'

export function findFund(db: ReadDb, fundId: string): Fund | undefined {
  const row = db.get<StoredFund>('SELECT * FROM fund WHERE id = @fundId', { fundId })
  return row === undefined ? undefined : fundOf(row)
}

export function isFundNameTaken(db: ReadDb, name: string): boolean {
  return db.get('SELECT 1 FROM fund WHERE name = @name', { name }) !== undefined
}

/** In the order of recording; where a project is given, those that it has entries of. */
export function listFunds(db: ReadDb, projectId: string | undefined, page: PageInput) {
  const params = { projectId: projectId ?? null }
  const from = `FROM fund ${fundFilterSql}`
  return readPage<StoredFund, Fund>(
    db,
    page,
    { from, rows: `SELECT * ${from} ORDER BY rowid`, params },
    fundOf,
  )
}

export function insertFund(db: WriteDb, fund: Fund): void {
  db.insert({
    entity: 'fund',
    sql: `INSERT INTO fund (id, kind, name, document_no, note, recorded_at)
      VALUES (@id, @kind, @name, @document_no, @note, @recorded_at)`,
    row: {
      id: fund.id,
      kind: fund.kind,
      name: fund.name,
      document_no: fund.documentNo,
      note: fund.note,
      recorded_at: fund.recordedAt,
    },
  })
}

export function insertFundEntry(db: WriteDb, entry: FundEntry, origin: Row = noOrigin): void {
  db.insert({
    entity: 'fund_entry',
    sql: `INSERT INTO fund_entry (id, fund_id, project_id, kind, amount_fen, entered_on, document_no, memo, recorded_at, actor_name,
        reverses_id, reason, import_id, import_row)
      VALUES (@id, @fund_id, @project_id, @kind, @amount_fen, @entered_on, @document_no, @memo, @recorded_at, @actor_name,
        @reverses_id, @reason, @import_id, @import_row)`,
    row: {
      ...origin,
      id: entry.id,
      fund_id: entry.fundId,
      project_id: entry.projectId,
      kind: entry.kind,
      amount_fen: entry.amountFen,
      entered_on: entry.enteredOn,
      document_no: entry.documentNo,
      memo: entry.memo,
      recorded_at: entry.recordedAt,
      actor_name: entry.actorName,
      reverses_id: entry.reversesId,
      reason: entry.reason,
    },
    reason: entry.reason,
  })
}

/** Splits a payment over its sources. */
export function insertPaymentFund(
  db: WriteDb,
  id: string,
  payment: { readonly id: string; readonly projectId: string },
  part: FundPart,
): void {
  db.insert({
    entity: 'payment_fund',
    sql: `INSERT INTO payment_fund (id, payment_id, fund_id, project_id, amount_fen)
      VALUES (@id, @payment_id, @fund_id, @project_id, @amount_fen)`,
    row: {
      id,
      payment_id: payment.id,
      fund_id: part.fundId,
      project_id: payment.projectId,
      amount_fen: part.amountFen,
    },
  })
}

export function findFundEntry(db: ReadDb, entryId: string): FundEntryRow | undefined {
  return db.get<FundEntryRow>(`${entryRowSql} WHERE entry.id = @entryId`, { entryId })
}

export function listFundEntries(
  db: ReadDb,
  filter: Pick<ListFundEntries, 'fundId' | 'projectId' | 'kind' | 'year' | 'from' | 'to'>,
  page: PageInput,
) {
  const params = {
    fundId: filter.fundId ?? null,
    projectId: filter.projectId ?? null,
    kind: filter.kind ?? null,
    year: filter.year ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
  }
  return readPage<FundEntryRow, FundEntryRow>(
    db,
    page,
    {
      from: `FROM fund_entry AS entry ${entryFilterSql}`,
      rows: `${entryRowSql} ${entryFilterSql} ORDER BY entry.entered_on DESC, entry.rowid DESC`,
      params,
    },
    (row) => row,
  )
}

export const entryRowSql = `SELECT entry.id, entry.fund_id AS fundId, entry.project_id AS projectId, entry.kind,
    entry.amount_fen AS amountFen, entry.entered_on AS enteredOn, entry.document_no AS documentNo, entry.memo,
    entry.recorded_at AS recordedAt, entry.actor_name AS actorName, entry.reverses_id AS reversesId, entry.reason,
    fund.name AS fundName, project.name AS projectName, red.id AS reversedById
  FROM fund_entry AS entry JOIN fund ON fund.id = entry.fund_id JOIN project ON project.id = entry.project_id
    LEFT JOIN fund_entry AS red ON red.reverses_id = entry.id`
const fundFilterSql = `WHERE (@projectId IS NULL OR EXISTS (SELECT 1 FROM fund_entry WHERE fund_id = fund.id AND project_id = @projectId))`
const entryFilterSql = `WHERE (@fundId IS NULL OR entry.fund_id = @fundId) AND (@projectId IS NULL OR entry.project_id = @projectId)
  AND (@kind IS NULL OR entry.kind = @kind) AND (@year IS NULL OR substr(entry.entered_on, 1, 4) = @year)
  AND (@from IS NULL OR entry.entered_on >= @from) AND (@to IS NULL OR entry.entered_on <= @to)`

interface StoredFund {
  readonly id: string
  readonly kind: Fund['kind']
  readonly name: string
  readonly document_no: string | null
  readonly note: string | null
  readonly recorded_at: string
}

function fundOf(row: StoredFund): Fund {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    documentNo: row.document_no,
    note: row.note,
    recordedAt: row.recorded_at,
  }
}
