import type { Fen } from '../domain/fen.ts'
import type { FundBalance, FundPart } from '../domain/fund.ts'
import type { ReadDb } from './database.ts'

/** Sums over entries: zero also where there are none, as for what may be paid; the counts tell the two apart. */
export interface FundStanding extends Pick<FundBalance, 'projectId' | 'projectName' | 'paidFen'> {
  readonly fundId: string
  readonly fundName: string
  readonly allottedFen: Fen
  readonly receivedFen: Fen
  readonly balanceFen: Fen
  /** Entries that stand: neither reversed nor a reversal. */
  readonly allotmentCount: number
  readonly receiptCount: number
}

/**
 * By fund and project; receipts up to a day where one is given, payments always all. Where every entry was reversed,
 * nothing is left to say: such a project is not among them.
 */
export function fundBalances(
  db: ReadDb,
  filter: { readonly fundId?: string; readonly projectId?: string; readonly onDay?: string },
): FundStanding[] {
  return db.all<FundStanding>(
    // Asked by way of their own tables, one pair is looked up in the index and not found by reading every split.
    `WITH wantedProjects AS (SELECT id FROM project WHERE @projectId IS NULL OR id = @projectId),
      sums AS (
        SELECT fund_id, project_id, sum(amount_fen) FILTER (WHERE kind = 'allotment') AS allotted,
            sum(amount_fen) FILTER (WHERE kind = 'receipt') AS received, 0 AS paid,
            sum(${standsSql}) FILTER (WHERE kind = 'allotment') AS allotments,
            sum(${standsSql}) FILTER (WHERE kind = 'receipt') AS receipts
          FROM fund_entry AS entry
          WHERE project_id IN wantedProjects AND (@fundId IS NULL OR fund_id = @fundId) AND (@onDay IS NULL OR entered_on <= @onDay)
          GROUP BY fund_id, project_id
        UNION ALL
        SELECT fund_id, project_id, 0, 0, sum(amount_fen), 0, 0 FROM payment_fund
          WHERE project_id IN wantedProjects AND (@fundId IS NULL OR fund_id = @fundId)
          GROUP BY fund_id, project_id
      )
      SELECT sums.fund_id AS fundId, fund.name AS fundName, sums.project_id AS projectId, project.name AS projectName,
          ifnull(sum(sums.allotted), 0) AS allottedFen, ifnull(sum(sums.received), 0) AS receivedFen,
          ifnull(sum(sums.paid), 0) AS paidFen, ifnull(sum(sums.received), 0) - ifnull(sum(sums.paid), 0) AS balanceFen,
          ifnull(sum(sums.allotments), 0) AS allotmentCount, ifnull(sum(sums.receipts), 0) AS receiptCount
        FROM sums JOIN fund ON fund.id = sums.fund_id JOIN project ON project.id = sums.project_id
        GROUP BY sums.fund_id, sums.project_id
        HAVING allottedFen <> 0 OR receivedFen <> 0 OR paidFen <> 0 OR allotmentCount > 0 OR receiptCount > 0
        ORDER BY fund.rowid, project.sort_order`,
    { fundId: filter.fundId ?? null, projectId: filter.projectId ?? null, onDay: filter.onDay ?? null },
  )
}

/** An entry that is neither reversed nor a reversal: 1, else 0. */
const standsSql = `(entry.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM fund_entry AS red WHERE red.reverses_id = entry.id))`

/** `FUND KIND` of each source of which an entry of the kind stands, of one project where it is named; the rest is unknown. */
export function fundKindsEntered(db: ReadDb, projectId: string | undefined): Set<string> {
  const rows = db.all<{ entered: string }>(
    `SELECT DISTINCT fund_id || ' ' || kind AS entered FROM fund_entry AS entry
      WHERE (@projectId IS NULL OR project_id = @projectId) AND ${standsSql}`,
    { projectId: projectId ?? null },
  )
  return new Set(rows.map(({ entered }) => entered))
}

/** What each source brought and paid in each year, newest first; not a year in which all was taken back again. */
export function fundsByYear(
  db: ReadDb,
  filter: { readonly fundId?: string | undefined; readonly projectId?: string | undefined },
) {
  return db.all<{
    year: string
    fundId: string
    fundName: string
    allottedFen: number
    receivedFen: number
    paidFen: number
  }>(
    `WITH sums AS (
        SELECT substr(entered_on, 1, 4) AS year, fund_id, project_id,
            CASE kind WHEN 'allotment' THEN amount_fen ELSE 0 END AS allotted,
            CASE kind WHEN 'receipt' THEN amount_fen ELSE 0 END AS received, 0 AS paid
          FROM fund_entry
        UNION ALL
        SELECT substr(payment.paid_on, 1, 4), part.fund_id, part.project_id, 0, 0, part.amount_fen
          FROM payment_fund AS part JOIN payment ON payment.id = part.payment_id
      )
      SELECT sums.year, sums.fund_id AS fundId, fund.name AS fundName, sum(sums.allotted) AS allottedFen,
          sum(sums.received) AS receivedFen, sum(sums.paid) AS paidFen
        FROM sums JOIN fund ON fund.id = sums.fund_id
        WHERE (@fundId IS NULL OR sums.fund_id = @fundId) AND (@projectId IS NULL OR sums.project_id = @projectId)
        GROUP BY sums.year, sums.fund_id HAVING allottedFen <> 0 OR receivedFen <> 0 OR paidFen <> 0
        ORDER BY sums.year DESC, fund.rowid`,
    { fundId: filter.fundId ?? null, projectId: filter.projectId ?? null },
  )
}

/** Whether any receipt of the project stands: without one, its funds are unknown, not empty. */
export function hasReceipts(db: ReadDb, projectId: string): boolean {
  return (
    db.get(
      `SELECT 1 FROM fund_entry AS entry WHERE project_id = @projectId AND kind = 'receipt' AND reverses_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM fund_entry WHERE reverses_id = entry.id)
        LIMIT 1`,
      { projectId },
    ) !== undefined
  )
}

/** What a project received up to each day on which it did, and all that its sources paid. */
export function receiptsByDay(db: ReadDb, projectId: string) {
  const receipts = db.all<{ enteredOn: string; receivedFen: number }>(
    `SELECT entered_on AS enteredOn, sum(sum(amount_fen)) OVER (ORDER BY entered_on) AS receivedFen
      FROM fund_entry WHERE project_id = @projectId AND kind = 'receipt' GROUP BY entered_on ORDER BY entered_on`,
    { projectId },
  )
  const paid = db.get<{ fen: number }>(
    'SELECT ifnull(sum(amount_fen), 0) AS fen FROM payment_fund WHERE project_id = @projectId',
    { projectId },
  )
  return { receipts, paidFen: paid?.fen ?? 0 }
}

/** What each source of a project had received by each day on which it did. */
export function receiptsOfFunds(db: ReadDb, projectId: string) {
  return db.all<{ fundId: string; enteredOn: string; receivedFen: number }>(
    `SELECT fund_id AS fundId, entered_on AS enteredOn,
        sum(sum(amount_fen)) OVER (PARTITION BY fund_id ORDER BY entered_on) AS receivedFen
      FROM fund_entry WHERE project_id = @projectId AND kind = 'receipt'
      GROUP BY fund_id, entered_on ORDER BY fund_id, entered_on`,
    { projectId },
  )
}

/** What each source bears of a payment, with the differences entered for it since. */
export function standingFunds(db: ReadDb, paymentId: string): FundPart[] {
  return db.all<FundPart>(
    `SELECT fund_id AS fundId, sum(amount_fen) AS amountFen FROM payment_fund
      WHERE payment_id = @paymentId OR payment_id IN (SELECT id FROM payment WHERE adjusts_id = @paymentId)
      GROUP BY fund_id HAVING sum(amount_fen) <> 0 ORDER BY min(rowid)`,
    { paymentId },
  )
}
