import { paymentCsvHeader, paymentCsvLine } from '../exchange/csv.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import type { ParsedInput, RequestOutput } from '../requests/requests.ts'
import type { Connection } from '../store/database.ts'
import { findDuplicates } from '../store/payment.ts'
import {
  eachPayment,
  paidByMonth as readPaidByMonth,
  listPayees as readPayees,
  listPayments as readPayments,
  totalsOf,
} from '../store/paymentPage.ts'
import type { Step } from '../store/verify.ts'
import type { QueryHandler } from './handler.ts'

export const listPayments: QueryHandler<'listPayments'> = (db, input) => readPayments(db, input)

export const listDuplicates: QueryHandler<'listDuplicates'> = (db, entry) => {
  const items = findDuplicates(db, entry)
  return { items, total: items.length }
}

export const listPayees: QueryHandler<'listPayees'> = (db, { text, ...page }) => readPayees(db, text, page)

export const paidByMonth: QueryHandler<'paidByMonth'> = (db, { projectId, planId, from, to }) => {
  const items = readPaidByMonth(db, { projectId, planId, from, to })
  return { items, total: items.length, paidFen: items.reduce((sum, { paidFen }) => sum + paidFen, 0) }
}

/** Exactly the filtered set in its order, as CSV that Excel in Chinese opens rightly. */
export function* exportPayments(
  db: Connection,
  { file, sort, language, ...filter }: ParsedInput<'exportPayments'>,
): Generator<Step, RequestOutput<'exportPayments'>> {
  const total = totalsOf(db, filter).count
  yield { done: 0, total }
  let rowCount = 0
  const target = writeFileAtomically(file)
  try {
    target.append(paymentCsvHeader(language))
    for (const payment of eachPayment(db, filter, sort)) {
      target.append(paymentCsvLine(payment, language))
      rowCount += 1
      if (rowCount % 2000 === 0) yield { done: rowCount, total }
    }
    target.finish()
  } finally {
    target.discard()
  }
  return { file, rowCount }
}
