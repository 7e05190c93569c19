import { assertAdvanceRefunded, refundOfWhole } from '../domain/advance.ts'
import { type ContractRow, onlyLineOf } from '../domain/contract.ts'
import { assertAddsUp, sumOf } from '../domain/fenPart.ts'
import { assertNotNegative, type FundPart } from '../domain/fund.ts'
import { assertWithinContract, payableOf, splitWarnings } from '../domain/payable.ts'
import { type PayLimit, payWarnings, projectLimits } from '../domain/payLimit.ts'
import {
  assertCorrects,
  assertPaidOn,
  assertPaidStays,
  type Payment,
  type PaymentEntry,
  type PaymentQuestion,
  type PaymentRow,
  postedPayment,
  type RefundKind,
  signedFen,
} from '../domain/payment.ts'
import { fundTerms } from '../domain/payTerm.ts'
import { assertMonthOpen } from '../domain/periodClose.ts'
import { assertOpen } from '../domain/project.ts'
import { type ReversePayment, reversalOf } from '../domain/reversal.ts'
import { RuleBroken } from '../domain/ruleBroken.ts'
import type { RuleCode } from '../domain/ruleText.ts'
import { reasonFor } from '../domain/warning.ts'
import { advanceSums } from '../store/advanceRecovery.ts'
import type { WriteDb } from '../store/change.ts'
import { committedByLine } from '../store/contractLine.ts'
import type { ReadDb } from '../store/database.ts'
import { insertPaymentFund } from '../store/fund.ts'
import { fundBalances, standingFunds } from '../store/fundBalance.ts'
import { findDuplicates, findPayment, insertPayments } from '../store/payment.ts'
import { closedMonths } from '../store/periodClose.ts'
import { budgetOf, fundsInHand, paidOf, positionOf } from '../store/position.ts'
import { rulesOf } from '../store/rule.ts'
import { assertAdvancesStay } from './advance.ts'
import { contractOf, linesOf, requireContract, wholeOf } from './contract.ts'
import { requireFund } from './fund.ts'
import { splitOf } from './fundSplit.ts'
import type { CommandHandler, Moment, QueryHandler } from './handler.ts'
import { requireProject } from './project.ts'

export const recordPayment: CommandHandler<'recordPayment'> = (db, input, moment) =>
  postEntry(db, input, moment)

/** Posts one entry, or throws before it has written anything. */
export function postEntry(db: WriteDb, input: PaymentEntry, { newId, today, at }: Moment): PaymentRow {
  const project = requireProject(db, input.projectId)
  const contract = contractOf(db, input)
  const budgetLineId = lineOf(db, input, contract)
  const corrects = correctedOf(db, input)
  const amountFen = signedFen(input)
  const parts = partsOf(db, input, contract)
  const duplicates = input.confirmDuplicate === true ? [] : findDuplicates(db, { ...input, amountFen })

  assertOpen(project.state)
  assertPaidOn(input.paidOn, today)
  assertMonthOpen(closedMonths(db), input.paidOn, 'paidOn')
  if (duplicates.length > 0) throw possibleDuplicate(duplicates)
  if (parts.length > 0) assertAddsUp(parts, amountFen, 'fundSplitUnequal', 'fundSplit')
  assertFits(db, { projectId: project.id, amountFen, parts }, contract, 'fundSplit')
  const limits = amountFen < 0 ? [] : limitsOf(db, input, contract, parts.length > 0)
  assertWithinPrice(limits, amountFen)
  const warnings = [
    ...linesOf(db, project.id, wholeOf(budgetLineId, amountFen), 'budgetLineId'),
    ...payWarnings(limits, amountFen),
    ...partWarnings(db, input, parts),
  ]
  const refundOf = refundOfEntry(db, input, contract)
  const reason = reasonFor(warnings, input.overrideReason)

  const posting = { id: newId(), recordedAt: at, actorName: db.command.actor?.name ?? '' }
  return post(db, postedPayment(input, posting, { budgetLineId, corrects, refundOf, reason }), parts, newId)
}

/** What recordPayment would ask a reason for, told while the entry is typed. */
export const paymentWarnings: QueryHandler<'paymentWarnings'> = (db, input) => {
  const contract = contractOf(db, input)
  const amountFen = signedFen(input)
  const parts = partsOf(db, input, contract)

  const limits = amountFen < 0 ? [] : limitsOf(db, input, contract, parts.length > 0)
  return {
    codes: [
      ...linesOf(db, input.projectId, wholeOf(lineOf(db, input, contract), amountFen), 'budgetLineId'),
      ...payWarnings(limits, amountFen),
      ...partWarnings(db, input, parts),
    ],
  }
}

/** 红字冲销: posts the entry that cancels another, with its split over the sources; both stay. */
export const reversePayment: CommandHandler<'reversePayment'> = (db, input, moment) => {
  const reversal = reverse(db, { ...input, voucherNo: null }, moment)
  assertAdvancesStay(db, [reversal], 'paymentId')
  return reversal
}

export function reverse(
  db: WriteDb,
  {
    paymentId,
    reason,
    reversedOn,
    voucherNo,
  }: Pick<ReversePayment, 'paymentId' | 'reason' | 'reversedOn'> & { readonly voucherNo: string | null },
  { newId, today, at }: Moment,
): PaymentRow {
  const original = findPayment(db, paymentId)
  if (original === undefined) throw new RuleBroken('paymentUnknown', ['paymentId'])
  const contract = original.contractId === null ? null : requireContract(db, original.contractId)
  const parts = standingFunds(db, original.id).map((part) => ({ ...part, amountFen: -part.amountFen }))

  assertOpen(requireProject(db, original.projectId).state)
  const reversal = reversalOf(
    original,
    { id: newId(), reversedOn, reason, voucherNo, recordedAt: at, actorName: db.command.actor?.name ?? '' },
    today,
  )
  assertMonthOpen(closedMonths(db), reversedOn, 'reversedOn')
  const { projectId, amountFen } = reversal
  assertFits(db, { projectId, amountFen, parts }, contract, 'paymentId')

  return post(db, reversal, parts, newId)
}

/** What a refund gives back, as said or as it can only be. @throws RuleBroken refundOfUnfit, refundOverAdvance */
function refundOfEntry(
  db: ReadDb,
  { kind, refundOf, amountFen }: PaymentEntry,
  contract: ContractRow | null,
): RefundKind | null {
  const isGiven = refundOf !== undefined && refundOf !== null
  if (kind !== 'refund' || contract === null) {
    if (isGiven) throw new RuleBroken('refundOfUnfit', ['refundOf'])
    return null
  }
  const { advanceFen, recoveredFen } = advanceSums(db, contract.id)
  if (refundOf === 'advance') assertAdvanceRefunded(amountFen, advanceFen, recoveredFen)
  return isGiven
    ? refundOf
    : refundOfWhole({ contractPaidFen: contract.paidFen, advanceFen, recoveredFen, refundFen: amountFen })
}

/** The 科目 given, else the contract's only one. */
function lineOf(db: ReadDb, { budgetLineId }: PaymentQuestion, contract: ContractRow | null): string | null {
  if (budgetLineId !== undefined && budgetLineId !== null) return budgetLineId
  return contract === null ? null : onlyLineOf(committedByLine(db, contract.id))
}

function correctedOf(db: ReadDb, { correctsId }: PaymentEntry): PaymentRow | null {
  if (correctsId === undefined || correctsId === null) return null
  const original = findPayment(db, correctsId)
  if (original === undefined) throw new RuleBroken('paymentUnknown', ['correctsId'])
  assertCorrects(original)
  return original
}

/**
 * One part for each source, with the sign of the entry. Where none is given, by rule; and none where the sources do not
 * cover the whole, since half a split would tell nobody which one is short.
 */
function partsOf(db: ReadDb, input: PaymentQuestion, contract: ContractRow | null): FundPart[] {
  const { projectId, kind, amountFen, fundSplit, paidOn } = input
  const proposed = () =>
    splitOf(db, { projectId, contract, kind: kind ?? null, amountFen, onDay: paidOn }).parts
  const given = fundSplit ?? wholeSplit(proposed(), amountFen)
  return [...Map.groupBy(given, ({ fundId }) => fundId)].map(([fundId, own]) => ({
    fundId,
    amountFen: signedFen({ kind, amountFen: sumOf(own) }),
  }))
}

function wholeSplit(parts: FundPart[], amountFen: number) {
  return sumOf(parts) === amountFen ? parts : []
}

/** What blocks, reason or not: a contract overpaid, a source overdrawn, more back than was paid. */
export function assertFits(
  db: ReadDb,
  entry: { readonly projectId: string; readonly amountFen: number; readonly parts: readonly FundPart[] },
  contract: ContractRow | null,
  field: string,
) {
  const { projectId, amountFen, parts } = entry
  assertPaidStays(contract?.paidFen ?? paidOf(db, projectId), amountFen, 'amountFen')
  if (contract !== null && amountFen > 0)
    assertWithinContract(amountFen, contract.committedFen - contract.paidFen)
  for (const part of parts) {
    const fund = requireFund(db, part.fundId, field)
    const [standing] = fundBalances(db, { fundId: fund.id, projectId })
    assertNotNegative(fund.name, standing?.balanceFen ?? 0, -part.amountFen, field)
  }
}

/** What a source pays before its money came. */
export function partWarnings(
  db: ReadDb,
  { projectId, paidOn }: Pick<PaymentEntry, 'projectId' | 'paidOn'>,
  parts: readonly FundPart[],
): RuleCode[] {
  const standing = parts.length === 0 ? null : fundsInHand(db, projectId, paidOn)
  const balances = new Map(standing?.map(({ fundId, balanceFen }) => [fundId, balanceFen]))
  return splitWarnings((fundId) => (standing === null ? null : (balances.get(fundId) ?? 0)), parts)
}

/** A split blocks by each source's own balance, so that the sum of all need not warn. */
export function limitsOf(
  db: ReadDb,
  input: Pick<PaymentEntry, 'projectId' | 'paidOn' | 'kind'>,
  contract: ContractRow | null,
  isSplit: boolean,
): PayLimit[] {
  const { projectId, paidOn, kind } = input
  const rules = rulesOf(db, projectId)
  const limits =
    contract === null
      ? projectLimits(budgetOf(db, projectId), fundTerms(fundsInHand(db, projectId, paidOn)), rules, paidOn)
      : payableOf(positionOf(db, contract, paidOn), rules, kind ?? 'other', paidOn).limits
  return isSplit ? limits.filter((limit) => limit.kind !== 'funds') : limits
}

/** No reason passes the price of a contract. @throws RuleBroken overContract */
export function assertWithinPrice(limits: readonly PayLimit[], amountFen: number): void {
  const price = limits.find((limit) => limit.kind === 'contract')
  if (price !== undefined) assertWithinContract(amountFen, price.amountFen)
}

export function post(
  db: WriteDb,
  payment: Payment,
  parts: readonly FundPart[],
  newId: () => string,
): PaymentRow {
  insertPayments(db, [payment])
  for (const part of parts) insertPaymentFund(db, newId(), payment, part)
  const posted = findPayment(db, payment.id)
  if (posted === undefined) throw new Error('the payment is gone')
  return posted
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
