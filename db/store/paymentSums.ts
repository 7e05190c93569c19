import type { Payment } from '../domain/payment.ts'
import type { WriteDb } from './change.ts'

/** What one command adds to the kept sums: gathered first, so that a large import writes each sum once. */
export interface PaymentSums {
  /** By project, then by month. */
  readonly months: Map<string, Map<string, MonthSum>>
  readonly payees: Map<string, number>
  readonly lines: Map<string, PaidSum & { readonly projectId: string; readonly lineId: string }>
  readonly contracts: Map<string, PaidSum>
}

interface PaidSum {
  paidFen: number
  count: number
}

interface MonthSum extends PaidSum {
  reversedFen: number
}

export function newSums(): PaymentSums {
  return { months: new Map(), payees: new Map(), lines: new Map(), contracts: new Map() }
}

export function addToSums(
  { months, payees, lines, contracts }: PaymentSums,
  payment: Pick<
    Payment,
    'projectId' | 'paidOn' | 'amountFen' | 'payee' | 'budgetLineId' | 'contractId' | 'reversesId'
  >,
): void {
  const { projectId, paidOn, amountFen, payee, budgetLineId: lineId, contractId } = payment
  const sum = keptIn(monthsOf(months, projectId), paidOn.slice(0, 7), { reversedFen: 0 })
  if (payment.reversesId !== null) sum.reversedFen += amountFen
  const parts: PaidSum[] = [sum]
  if (lineId !== null) parts.push(keptIn(lines, `${projectId} ${lineId}`, { projectId, lineId }))
  if (contractId !== null) parts.push(keptIn(contracts, contractId, {}))
  for (const part of parts) {
    part.paidFen += amountFen
    part.count += 1
  }
  payees.set(payee, (payees.get(payee) ?? 0) + 1)
}

export function keepSums(db: WriteDb, { months, payees, lines, contracts }: PaymentSums): void {
  for (const [projectId, month, { paidFen, reversedFen, count }] of eachMonth(months)) {
    db.keep(
      `INSERT INTO paid_by_month (project_id, month, paid_fen, reversed_fen, payment_count)
        VALUES (@projectId, @month, @paidFen, @reversedFen, @count)
        ON CONFLICT DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
          reversed_fen = reversed_fen + excluded.reversed_fen, payment_count = payment_count + excluded.payment_count`,
      { projectId, month, paidFen, reversedFen, count },
    )
  }
  for (const { projectId, lineId, paidFen, count } of lines.values()) {
    db.keep(
      `INSERT INTO paid_by_line (project_id, budget_line_id, paid_fen, payment_count)
        VALUES (@projectId, @lineId, @paidFen, @count)
        ON CONFLICT DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
          payment_count = payment_count + excluded.payment_count`,
      { projectId, lineId, paidFen, count },
    )
  }
  for (const [contractId, { paidFen, count }] of contracts) {
    db.keep(
      `INSERT INTO paid_by_contract (contract_id, paid_fen, payment_count) VALUES (@contractId, @paidFen, @count)
        ON CONFLICT DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
          payment_count = payment_count + excluded.payment_count`,
      { contractId, paidFen, count },
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

function monthsOf(months: PaymentSums['months'], projectId: string): Map<string, MonthSum> {
  const known = months.get(projectId)
  if (known !== undefined) return known
  const begun = new Map<string, MonthSum>()
  months.set(projectId, begun)
  return begun
}

function* eachMonth(months: PaymentSums['months']): Generator<readonly [string, string, MonthSum]> {
  for (const [projectId, own] of months) for (const [month, sum] of own) yield [projectId, month, sum]
}

/** The sum of that key, begun at nothing. */
function keptIn<Key extends object>(sums: Map<string, Key & PaidSum>, name: string, key: Key): Key & PaidSum {
  const known = sums.get(name)
  if (known !== undefined) return known
  const begun = { ...key, paidFen: 0, count: 0 }
  sums.set(name, begun)
  return begun
}
