import { type PaymentSort, paymentSorts } from '../../../db/domain/payment.ts'

export type SortKey = Exclude<PaymentSort, `-${string}`>

/** What a press on a column's heading asks for: its first direction, its other one, then the ledger's own order. */
export function nextSort(now: PaymentSort, key: SortKey): PaymentSort {
  const [first, second] = newestFirst.has(key) ? [`-${key}`, key] : [key, `-${key}`]
  const wanted = now === first ? second : now === second ? '-paidOn' : first
  return paymentSorts.find((known) => known === wanted) ?? '-paidOn'
}

const newestFirst: ReadonlySet<SortKey> = new Set<SortKey>(['paidOn', 'amountFen', 'recordedAt'])
