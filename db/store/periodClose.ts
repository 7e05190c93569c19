import type { PageInput } from '../domain/page.ts'
import type { PeriodClose, PeriodRow } from '../domain/periodClose.ts'
import type { Row, WriteDb } from './change.ts'
import type { ReadDb } from './database.ts'
import { readPage } from './page.ts'

export function findPeriodClose(db: ReadDb, month: string): PeriodClose | undefined {
  const row = db.get<StoredClose>('SELECT * FROM period_close WHERE month = @month', { month })
  return row === undefined ? undefined : closeOf(row)
}

export function closedMonths(db: ReadDb): string[] {
  return db
    .all<{ month: string }>('SELECT month FROM period_close WHERE reopened_at IS NULL')
    .map(({ month }) => month)
}

/** Months with entries that are not closed. */
export function openMonths(db: ReadDb): string[] {
  return db
    .all<{ month: string }>(
      `SELECT DISTINCT months.month FROM (${entryMonthsSql}) AS months
        WHERE months.month NOT IN (SELECT month FROM period_close WHERE reopened_at IS NULL)`,
    )
    .map(({ month }) => month)
}

/** The month's one row: its earlier closes are in the chain. */
export function savePeriodClose(db: WriteDb, close: PeriodClose, reason: string): void {
  const row = {
    id: close.id,
    month: close.month,
    closed_at: close.closedAt,
    closed_by: close.closedBy,
    close_reason: close.closeReason,
    reopened_at: close.reopenedAt,
    reopened_by: close.reopenedBy,
    reopen_reason: close.reopenReason,
    book_fen: close.bookFen,
    ledger_fen: close.ledgerFen,
    difference_note: close.differenceNote,
    open_items: close.openItems === null ? null : JSON.stringify(close.openItems),
  }
  const before = db.get<Row>('SELECT * FROM period_close WHERE id = @id', { id: close.id })
  if (before === undefined) {
    db.insert({
      entity: 'period_close',
      sql: `INSERT INTO period_close (id, month, closed_at, closed_by, close_reason, reopened_at, reopened_by, reopen_reason,
          book_fen, ledger_fen, difference_note, open_items)
        VALUES (@id, @month, @closed_at, @closed_by, @close_reason, @reopened_at, @reopened_by, @reopen_reason,
          @book_fen, @ledger_fen, @difference_note, @open_items)`,
      row,
      reason,
    })
    return
  }
  db.update({
    entity: 'period_close',
    sql: `UPDATE period_close SET month = @month, closed_at = @closed_at, closed_by = @closed_by, close_reason = @close_reason,
        reopened_at = @reopened_at, reopened_by = @reopened_by, reopen_reason = @reopen_reason, book_fen = @book_fen,
        ledger_fen = @ledger_fen, difference_note = @difference_note, open_items = @open_items WHERE id = @id RETURNING *`,
    params: row,
    before,
    reason,
  })
}

/** What this ledger holds of one month. */
export function monthLedger(db: ReadDb, month: string) {
  const sums = db.get<{ paid: number; count: number; received: number; done: number }>(
    `SELECT (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_month WHERE month = @month) AS paid,
      (SELECT ifnull(sum(payment_count), 0) FROM paid_by_month WHERE month = @month) AS count,
      (SELECT ifnull(sum(amount_fen), 0) FROM fund_entry WHERE kind = 'receipt' AND substr(entered_on, 1, 7) = @month) AS received,
      (SELECT ifnull(sum(amount_fen), 0) FROM progress_value WHERE month = @month) AS done`,
    { month },
  )
  return {
    paidFen: sums?.paid ?? 0,
    paymentCount: sums?.count ?? 0,
    receivedFen: sums?.received ?? 0,
    doneFen: sums?.done ?? 0,
  }
}

/** Months with an entry or a close, newest first. */
export function listPeriods(db: ReadDb, page: PageInput) {
  return readPage<StoredPeriod, PeriodRow>(
    db,
    page,
    {
      from: `FROM (${monthsSql})`,
      rows: `SELECT months.month AS listed_month, period_close.*,
          (SELECT ifnull(sum(payment_count), 0) FROM paid_by_month WHERE month = months.month) AS payment_count,
          (SELECT ifnull(sum(paid_fen), 0) FROM paid_by_month WHERE month = months.month) AS paid_fen
        FROM (${monthsSql}) AS months LEFT JOIN period_close ON period_close.month = months.month
        ORDER BY months.month DESC`,
    },
    periodOf,
  )
}

interface StoredPeriod extends StoredClose {
  readonly listed_month: string
  readonly payment_count: number
  readonly paid_fen: number
}

function periodOf(row: StoredPeriod): PeriodRow {
  const isKnown = (row.id as string | null) !== null
  return {
    month: row.listed_month,
    isClosed: isKnown && row.reopened_at === null,
    close: isKnown ? closeOf(row) : null,
    paymentCount: row.payment_count,
    paidFen: row.paid_fen,
  }
}

const entryMonthsSql = `SELECT month FROM paid_by_month UNION SELECT month FROM progress_value
  UNION SELECT substr(entered_on, 1, 7) FROM fund_entry UNION SELECT substr(recovered_on, 1, 7) FROM advance_recovery`

const monthsSql = `${entryMonthsSql} UNION SELECT month FROM period_close`

interface StoredClose {
  readonly id: string
  readonly month: string
  readonly closed_at: string
  readonly closed_by: string
  readonly close_reason: string
  readonly reopened_at: string | null
  readonly reopened_by: string | null
  readonly reopen_reason: string | null
  readonly book_fen: number | null
  readonly ledger_fen: number | null
  readonly difference_note: string | null
  readonly open_items: string | null
}

function closeOf(row: StoredClose): PeriodClose {
  return {
    id: row.id,
    month: row.month,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    closeReason: row.close_reason,
    reopenedAt: row.reopened_at,
    reopenedBy: row.reopened_by,
    reopenReason: row.reopen_reason,
    bookFen: row.book_fen,
    ledgerFen: row.ledger_fen,
    differenceNote: row.difference_note,
    // Written by savePeriodClose alone.
    openItems: row.open_items === null ? null : (JSON.parse(row.open_items) as PeriodClose['openItems']),
  }
}
