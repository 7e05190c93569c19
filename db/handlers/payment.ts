import {
  assertPaidOn,
  type Payment,
  type PaymentRow,
  type RecordPayment,
  reversalOf,
} from '../domain/payment.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { paymentCsvHeader, paymentCsvLine } from '../exchange/csv.ts'
import { writeFileAtomically } from '../exchange/file.ts'
import type { ParsedInput, RequestOutput } from '../requests/requests.ts'
import type { Connection } from '../store/database.ts'
import { findDuplicates, findPayment, insertPayments } from '../store/payment.ts'
import {
  eachPayment,
  paidByMonth as readPaidByMonth,
  listPayees as readPayees,
  listPayments as readPayments,
  totalsOf,
} from '../store/paymentPage.ts'
import type { Step } from '../store/verify.ts'
import type { CommandHandler, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const recordPayment: CommandHandler<'recordPayment'> = (db, input, { newId, today, at }) => {
  const project = requireProject(db, input.projectId)
  const duplicates = input.confirmDuplicate === true ? [] : findDuplicates(db, input)

  assertOpen(project.state)
  assertPaidOn(input.paidOn, today)
  if (duplicates.length > 0) throw possibleDuplicate(duplicates)
  const payment = paymentOf(input, newId(), at, db.command.actor?.name ?? '')

  insertPayments(db, [payment])
  return payment
}

/** 红字冲销: posts the entry that cancels another; both stay. */
export const reversePayment: CommandHandler<'reversePayment'> = (
  db,
  { paymentId, reason, reversedOn },
  { newId, today, at },
) => {
  const original = findPayment(db, paymentId)
  if (original === undefined) throw new RuleBroken('paymentUnknown', ['paymentId'])
  assertOpen(requireProject(db, original.projectId).state)

  const reversal = reversalOf(
    original,
    { id: newId(), reversedOn, reason, recordedAt: at, actorName: db.command.actor?.name ?? '' },
    today,
  )

  insertPayments(db, [reversal])
  return reversal
}

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

function paymentOf(input: RecordPayment, id: string, recordedAt: string, actorName: string): Payment {
  return {
    id,
    projectId: input.projectId,
    paidOn: input.paidOn,
    amountFen: input.amountFen,
    payee: input.payee,
    purpose: input.purpose,
    voucherNo: input.voucherNo,
    memo: input.memo,
    reversesId: null,
    reason: null,
    recordedAt,
    actorName,
  }
}

function possibleDuplicate(duplicates: readonly PaymentRow[]) {
  const like = duplicates
    .slice(0, 3)
    .map(({ paidOn, payee, voucherNo }) =>
      [paidOn, payee, voucherNo].filter((part) => part !== null).join(' '),
    )
    .join('；')
  return new RuleBroken('possibleDuplicate', ['confirmDuplicate'], { count: duplicates.length, like })
}
