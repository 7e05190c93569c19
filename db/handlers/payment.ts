import { paymentColumnIds } from '../domain/payment.ts'
import { paymentColumns, paymentTableRow } from '../exchange/paymentColumns.ts'
import { findDuplicates } from '../store/payment.ts'
import {
  eachPayment,
  paidByMonth as readPaidByMonth,
  listPayees as readPayees,
  listPayments as readPayments,
  totalsOf,
} from '../store/paymentPage.ts'
import type { QueryHandler, TaskHandler } from './handler.ts'
import { paymentConditions } from './paymentConditions.ts'
import { listSheet, writeTable } from './tableFile.ts'

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

/** Exactly the filtered set in its order. */
export const exportPayments: TaskHandler<'exportPayments'> = async function* (db, input, moment) {
  const {
    file,
    format,
    columns: asked = paymentColumnIds,
    conditions,
    unit,
    language,
    paper,
    ...chosen
  } = input
  const { sort, ...filter } = chosen
  const { fundId } = filter
  const ids = fundId === undefined ? asked.filter((id) => id !== 'fundPart') : asked
  const rowCount = totalsOf(db, filter).count
  const title = language === 'en' ? 'Payments' : '支付台账'
  const columns = paymentColumns(ids, language)
  const shown = [paymentConditions(db, filter, language), conditions].filter((part) => part !== '').join('；')
  const sheet = listSheet(db, { title, columns, rowCount, unit, language, paper }, shown, moment)
  return yield* writeTable({ file, format }, sheet, rows())

  function* rows() {
    for (const payment of eachPayment(db, filter, sort)) yield paymentTableRow(payment, ids, language, fundId)
  }
}
