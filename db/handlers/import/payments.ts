import { type PaymentDraft, readPayment, type Sheet } from '../../domain/import/paymentRow.ts'
import type { Payment } from '../../domain/payment.ts'
import { isPlain, isSameName } from '../../domain/text.ts'
import type { WriteDb } from '../../store/change.ts'
import type { ReadDb } from '../../store/database.ts'
import { insertPaymentFund } from '../../store/fund.ts'
import { likePayments, paidAmounts } from '../../store/importRecord.ts'
import { insertPayments } from '../../store/payment.ts'
import type { Step } from '../../store/verify.ts'
import type { Moment } from '../handler.ts'
import { type BatchWriting, type Checked, checkRows, type SourceRow, type Taken } from './checkRows.ts'
import { libraryNames } from './names.ts'
import { type PlacedPayment, paymentRules } from './paymentRules.ts'

/** Payments of a sheet, each held to the rules of recordPayment as if the rows above it had been recorded. */
export function* checkPayments(
  db: ReadDb,
  rows: readonly SourceRow[],
  sheet: Sheet,
  { today }: Moment,
): Generator<Step, Checked> {
  const names = libraryNames(db, sheet.mapping)
  const placed = new Map<PaymentDraft, PlacedPayment>()
  const { rows: checked, taken } = yield* checkRows(rows, sheet.mapping.takesDuplicates === true, {
    read: (row) => readPayment(row, sheet, names),
    key: ({ projectId, paidOn, amountFen, payee, voucherNo }) =>
      `${projectId} ${paidOn} ${String(amountFen)} ${isPlain(payee) ? payee : payee.replaceAll(/\s/g, '')} ${voucherNo ?? ''}`,
    existing: existingPayments(db),
    check: paymentRules(db, today, (draft, place) => placed.set(draft, place)),
    amountOf: ({ amountFen }) => amountFen,
  })
  return { rows: checked, write: (write, batch) => writePayments(write, batch, taken, placed) }
}

/** The same project, day, amount and payee; or the same project, amount and voucher. */
function existingPayments(db: ReadDb) {
  const amounts = paidAmounts(db)
  return (drafts: readonly PaymentDraft[]): Map<number, string> => {
    const probes = drafts.flatMap(({ projectId, paidOn, amountFen, payee, voucherNo }, at) =>
      amounts.has(amountFen)
        ? [{ at, projectId, on: paidOn, amountFen, name: payee, number: voucherNo }]
        : [],
    )
    const like = new Map<number, string>()
    if (probes.length === 0) return like
    for (const { at, payee, paidOn, voucherNo } of likePayments(db, probes)) {
      const own = drafts[at]
      if (own === undefined) continue
      if (isSameName(own.payee, payee) || (own.voucherNo !== null && own.voucherNo === voucherNo))
        like.set(at, [paidOn, payee, voucherNo].filter((part) => part !== null).join(' '))
    }
    return like
  }
}

function* writePayments(
  db: WriteDb,
  batch: BatchWriting,
  taken: readonly Taken<PaymentDraft>[],
  placed: ReadonlyMap<PaymentDraft, PlacedPayment>,
): Generator<Step, void> {
  for (let start = 0; start < taken.length; start += 2000) {
    yield { done: start, total: taken.length }
    const slice = taken.slice(start, start + 2000).map(({ row, draft, warnings }) => {
      const { budgetLineId, parts } = placed.get(draft) ?? { budgetLineId: null, parts: [] }
      const reason = warnings.length > 0 ? batch.overrideReason : null
      return { row, parts, payment: paymentOf({ ...draft, budgetLineId }, batch, reason) }
    })
    const rowOf = new Map(slice.map(({ payment, row }) => [payment.id, row]))
    insertPayments(
      db,
      slice.map(({ payment }) => payment),
      ({ id }) => ({ importId: batch.importId, row: rowOf.get(id) ?? 0 }),
    )
    for (const { payment, parts } of slice)
      for (const part of parts) insertPaymentFund(db, batch.newId(), payment, part)
  }
}

function paymentOf(
  draft: PaymentDraft,
  { newId, at, actorName }: BatchWriting,
  reason: string | null,
): Payment {
  return {
    ...draft,
    id: newId(),
    reversesId: null,
    reason,
    recordedAt: at,
    actorName,
    correction: null,
    correctsId: null,
  }
}
