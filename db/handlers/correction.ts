import { adjustmentOf, type CorrectPayment, correctionParts, standingFen } from '../domain/correction.ts'
import { assertAddsUp } from '../domain/fenPart.ts'
import type { FundPart } from '../domain/fund.ts'
import { splitByWeight } from '../domain/fundSplit.ts'
import { payWarnings } from '../domain/payLimit.ts'
import { type PaymentRow, signedFen } from '../domain/payment.ts'
import { assertMonthOpen } from '../domain/periodClose.ts'
import { assertOpen } from '../domain/project.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import { ruleOn } from '../domain/ruleTable.ts'
import { joinedReasons, reasonFor } from '../domain/warning.ts'
import type { WriteDb } from '../store/change.ts'
import type { ReadDb } from '../store/database.ts'
import { fundBalances, standingFunds } from '../store/fundBalance.ts'
import { adjustmentsOf, findPayment } from '../store/payment.ts'
import { closedMonths } from '../store/periodClose.ts'
import { rulesOf } from '../store/rule.ts'
import { assertAdvancesStay } from './advance.ts'
import { attachAlike } from './attachment.ts'
import { requireContract } from './contract.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'
import { assertFits, assertWithinPrice, limitsOf, partWarnings, post, postEntry, reverse } from './posting.ts'
import { requireProject } from './project.ts'

/** 更正: the cancelling entry and the right one, or the difference alone, posted together or not at all. */
export const correctPayment: CommandHandler<'correctPayment'> = (db, input, moment) => {
  const { paymentId, how, correctedOn, reason, voucherNo } = input
  if (how.kind === 'adjust') {
    const difference = adjust(db, input, how.amountFen, moment)
    assertAdvancesStay(db, [difference], 'paymentId')
    return { original: requirePayment(db, paymentId), entries: [difference] }
  }
  const cancelling = reverse(db, { paymentId, reason, reversedOn: correctedOn, voucherNo }, moment)
  if (how.kind === 'cancel') {
    assertAdvancesStay(db, [cancelling], 'paymentId')
    return { original: requirePayment(db, paymentId), entries: [cancelling] }
  }
  const { overrideReason, confirmDuplicate } = input
  const right = postEntry(
    db,
    {
      ...how.right,
      correctsId: paymentId,
      ...(overrideReason === undefined ? {} : { overrideReason }),
      ...(confirmDuplicate === undefined ? {} : { confirmDuplicate }),
    },
    moment,
  )
  assertAdvancesStay(db, [cancelling], 'paymentId')
  if (how.withFiles) attachAlike(db, paymentId, right.id, moment)
  return { original: requirePayment(db, paymentId), entries: [requirePayment(db, cancelling.id), right] }
}

export const relatedPayments: QueryHandler<'relatedPayments'> = (db, { paymentId }) => {
  const payment = requirePayment(db, paymentId)
  const tied = [
    ['reverses', payment.reversesId],
    ['reversedBy', payment.reversedById],
    ['correctedBy', payment.correctedById],
    ['corrects', payment.correctsId],
    ['adjusts', payment.adjustsId ?? null],
  ] as const
  const items = [
    ...tied.flatMap(([relation, id]) => (id === null ? [] : [{ relation, payment: requirePayment(db, id) }])),
    ...adjustmentsOf(db, paymentId).map((own) => ({ relation: 'adjustment' as const, payment: own })),
  ]
  return { payment, items, total: items.length }
}

export const previewCorrection: QueryHandler<'previewCorrection'> = (db, input) => {
  const { paymentId, correctedOn, kind } = input
  const original = requirePayment(db, paymentId)
  const closed = closedMonths(db)
  const amountFen = input.amountFen ?? Math.abs(standingFen(original))
  return {
    year: original.paidOn.slice(0, 4) === correctedOn.slice(0, 4) ? 'same' : 'prior',
    isOriginalClosed: closed.includes(original.paidOn.slice(0, 7)),
    isMonthClosed: closed.includes(correctedOn.slice(0, 7)),
    rule: ruleOn(rulesOf(db, original.projectId), 'correction', correctedOn),
    parts: correctionParts(original, kind, signedFen({ kind: original.kind, amountFen }), correctedOn),
  }
}

function adjust(db: WriteDb, input: CorrectPayment, amountFen: number, moment: Moment): PaymentRow {
  const original = requirePayment(db, input.paymentId)
  const contract = original.contractId === null ? null : requireContract(db, original.contractId)

  assertOpen(requireProject(db, original.projectId).state)
  const unexplained = adjustmentOf(
    original,
    {
      id: moment.newId(),
      rightFen: signedFen({ kind: original.kind, amountFen }),
      on: input.correctedOn,
      voucherNo: input.voucherNo,
      reason: input.reason,
      recordedAt: moment.at,
      actorName: db.command.actor?.name ?? '',
    },
    moment.today,
  )
  const { projectId, kind, paidOn, amountFen: differenceFen } = unexplained
  assertMonthOpen(closedMonths(db), paidOn, 'correctedOn')
  const parts = partsOfDifference(db, original, differenceFen)
  if (parts.length > 0) assertAddsUp(parts, differenceFen, 'fundSplitUnequal', 'amountFen')
  assertFits(db, { projectId, amountFen: differenceFen, parts }, contract, 'amountFen')
  const limits =
    differenceFen <= 0 ? [] : limitsOf(db, { projectId, kind, paidOn }, contract, parts.length > 0)
  assertWithinPrice(limits, differenceFen)
  const override = reasonFor(
    [...payWarnings(limits, differenceFen), ...partWarnings(db, { projectId, paidOn }, parts)],
    input.overrideReason,
  )
  const adjustment = { ...unexplained, reason: joinedReasons(input.reason, override) }

  return post(db, adjustment, parts, moment.newId)
}

/** On the sources of the entry, by their shares of it; less can be taken back from none than it bore. */
function partsOfDifference(db: ReadDb, original: PaymentRow, differenceFen: number): FundPart[] {
  const standing = standingFunds(db, original.id)
  if (standing.length === 0) return []
  const isMore = Math.sign(differenceFen) === Math.sign(standingFen(original))
  const balances = new Map(
    fundBalances(db, { projectId: original.projectId }).map(({ fundId, balanceFen }) => [fundId, balanceFen]),
  )
  return splitByWeight(
    Math.abs(differenceFen),
    standing.map(({ fundId, amountFen }) => ({
      fundId,
      weightFen: Math.abs(amountFen),
      capFen:
        isMore && differenceFen > 0
          ? (balances.get(fundId) ?? 0)
          : isMore
            ? Math.abs(differenceFen)
            : Math.abs(amountFen),
    })),
  ).map(({ fundId, amountFen }) => ({ fundId, amountFen: Math.sign(differenceFen) * amountFen }))
}

function requirePayment(db: ReadDb, paymentId: string): PaymentRow {
  const payment = findPayment(db, paymentId)
  if (payment === undefined) throw new RuleBroken('paymentUnknown', ['paymentId'])
  return payment
}
