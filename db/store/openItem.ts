import type { OpenItem } from '../domain/periodClose.ts'
import type { ReadDb } from './database.ts'

/** What a month's own entries leave open, in a fixed order. A reversed entry and its reversal need nothing more. */
export function openItemsOf(db: ReadDb, month: string): OpenItem[] {
  const sums = db.get<Record<string, number>>(
    `WITH own AS (
        SELECT payment.* FROM payment LEFT JOIN payment AS red ON red.reverses_id = payment.id
          WHERE payment.paid_on BETWEEN @month || '-01' AND @month || '-31'
            AND payment.reverses_id IS NULL AND red.id IS NULL
      )
      SELECT count(*) FILTER (WHERE voucher_no IS NULL) AS noVoucher,
        ifnull(sum(amount_fen) FILTER (WHERE voucher_no IS NULL), 0) AS noVoucherFen,
        count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM payment_fund WHERE payment_id = own.id)) AS unsplit,
        ifnull(sum(amount_fen) FILTER (WHERE NOT EXISTS (SELECT 1 FROM payment_fund WHERE payment_id = own.id)), 0)
          AS unsplitFen,
        count(*) FILTER (WHERE budget_line_id IS NULL) AS noLine,
        ifnull(sum(amount_fen) FILTER (WHERE budget_line_id IS NULL), 0) AS noLineFen,
        (SELECT count(*) FROM contract_change WHERE state = 'pending' AND substr(recorded_at, 1, 7) <= @month) AS pending,
        (SELECT ifnull(sum(amount_fen), 0) FROM contract_change
          WHERE state = 'pending' AND substr(recorded_at, 1, 7) <= @month) AS pendingFen
        FROM own`,
    { month },
  )
  const of = (name: string) => sums?.[name] ?? 0
  return [
    { kind: 'noVoucher', count: of('noVoucher'), amountFen: of('noVoucherFen') },
    { kind: 'unsplit', count: of('unsplit'), amountFen: of('unsplitFen') },
    { kind: 'noLine', count: of('noLine'), amountFen: of('noLineFen') },
    { kind: 'changePending', count: of('pending'), amountFen: of('pendingFen') },
  ]
}
