import type { Payment } from '../domain/payment.ts'
import type { WriteDb } from './change.ts'

/** What one command adds to the kept sums: gathered first, so that a large import writes each sum once. */
export interface PaymentSums {
  readonly months: Map<string, MonthSum>
  readonly payees: Map<string, number>
}

interface MonthSum {
  readonly projectId: string
  readonly month: string
  paidFen: number
  reversedFen: number
  count: number
}

export function newSums(): PaymentSums {
  return { months: new Map(), payees: new Map() }
}

export function addToSums(
  { months, payees }: PaymentSums,
  { projectId, paidOn, amountFen, payee }: Pick<Payment, 'projectId' | 'paidOn' | 'amountFen' | 'payee'>,
): void {
  const month = paidOn.slice(0, 7)
  const key = `${month} ${projectId}`
  const sum = months.get(key) ?? { projectId, month, paidFen: 0, reversedFen: 0, count: 0 }
  sum.paidFen += amountFen
  sum.reversedFen += Math.min(amountFen, 0)
  sum.count += 1
  months.set(key, sum)
  payees.set(payee, (payees.get(payee) ?? 0) + 1)
}

export function keepSums(db: WriteDb, { months, payees }: PaymentSums): void {
  for (const { projectId, month, paidFen, reversedFen, count } of months.values()) {
    db.keep(
      `INSERT INTO paid_by_month (project_id, month, paid_fen, reversed_fen, payment_count)
        VALUES (@projectId, @month, @paidFen, @reversedFen, @count)
        ON CONFLICT DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
          reversed_fen = reversed_fen + excluded.reversed_fen, payment_count = payment_count + excluded.payment_count`,
      { projectId, month, paidFen, reversedFen, count },
    )
  }
  for (const [name, count] of payees) {
    db.keep(
      `INSERT INTO payee (name, payment_count) VALUES (@name, @count)
        ON CONFLICT DO UPDATE SET payment_count = payment_count + excluded.payment_count`,
      { name, count },
    )
  }
}
