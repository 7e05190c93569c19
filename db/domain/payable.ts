import { z } from 'zod'
import { advanceStandingOf } from './advance.ts'
import type { Contract } from './contract.ts'
import { type Day, day } from './day.ts'
import { type Fen, formatFen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { type FundPart, fundInHand } from './fund.ts'
import { contractLimits, minimumOf, type ProjectBudget, payLimit, projectLimits } from './payLimit.ts'
import { type PaymentKind, paymentKind } from './payment.ts'
import { advanceParts, fundTerms, payTerm, retentionParts } from './payTerm.ts'
import { heldOf } from './retention.ts'
import type { Rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { ruleOn } from './ruleTable.ts'
import type { RuleCode } from './ruleText.ts'

export const payableNowInput = z.strictObject({
  contractId: z.string(),
  onDay: day,
  /** Which limits count depends on it. */
  kind: paymentKind.default('progress'),
})

/** 本次可付: where a contract stands on a day. Work, changes and receipts count up to that day, payments all. */
export const payable = z.object({
  contractId: z.string(),
  projectId: z.string(),
  onDay: day,
  kind: paymentKind,
  /** As signed. */
  contractFen: totalFen,
  approvedChangeFen: totalFen,
  pendingChangeFen: totalFen,
  settlementFen: totalFen.nullable(),
  committedFen: totalFen,
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
  advancePaidFen: totalFen,
  /** Advance not yet recovered: by the recoveries recorded, else in proportion to the work done. */
  advanceLeftFen: totalFen,
  retentionHeldFen: totalFen,
  /** Null where no receipt is recorded for the project. */
  fundsInHandFen: totalFen.nullable(),
  funds: z.array(fundInHand),
  limits: z.array(payLimit),
  /** The smallest limit, never below zero. */
  payableFen: totalFen,
  /** What the rule on progress payments asks to have been paid at least, less what was paid; null where none applies. */
  minimum: payLimit.pick({ amountFen: true, terms: true, rule: true }).nullable(),
  /** What the figures beside the limits are reckoned from. */
  reckoning: z.object({
    advanceLeft: z.array(payTerm),
    retentionHeld: z.array(payTerm),
    funds: z.array(payTerm),
  }),
})
export type Payable = z.infer<typeof payable>

export const projectPayableInput = z.strictObject({ projectId: z.string(), onDay: day })

/** Where a project stands on a day: what binds a payment that has no contract. */
export const projectPayable = z.object({
  projectId: z.string(),
  onDay: day,
  paidFen: totalFen,
  /** Null where no receipt is recorded for the project. */
  fundsInHandFen: totalFen.nullable(),
  limits: z.array(payLimit),
  /** The smallest limit, never below zero; null where nothing is known that binds. */
  payableFen: totalFen.nullable(),
  /** What each source still holds. */
  fundTerms: z.array(payTerm),
})

/** What the books hold of a contract and its project on a day. */
export interface Position {
  readonly contract: Contract
  readonly approvedChangeFen: Fen
  readonly pendingChangeFen: Fen
  readonly committedFen: Fen
  readonly doneFen: Fen | null
  readonly paidFen: Fen
  readonly advancePaidFen: Fen
  /** What came back of it. */
  readonly advanceRefundedFen: Fen
  /** 预付款扣回 recorded; null where none was. */
  readonly recoveredFen: Fen | null
  readonly retentionReleasedFen: Fen
  /** 保函 in place of cash retention; 0 where there is none. */
  readonly guaranteeFen: Fen
  /** The last day of 缺陷责任期; null where none is recorded. */
  readonly defectsTo: Day | null
  /** 概算 and all that the project paid; null where no 概算 is approved. */
  readonly budget: ProjectBudget | null
  /** Null where no receipt is recorded for the project. */
  readonly funds: Payable['funds'] | null
}

/** What may be paid now and why: each limit with its rule, the contract taking those of its signing date. */
export function payableOf(
  position: Position,
  rules: readonly Rule[],
  kind: PaymentKind,
  onDay: Day,
): Payable {
  const { contract, committedFen, doneFen, paidFen, advancePaidFen } = position
  const isSettled = contract.settledOn !== null && contract.settledOn <= onDay
  const worthFen = isSettled ? committedFen : (doneFen ?? 0)
  const advanceLeft = advanceLeftOf(position, isSettled)
  const retentionHeld = retentionHeldOf(position, worthFen, isSettled)
  const funds = fundTerms(position.funds)
  const limits = [
    ...contractLimits({ ...position, isSettled, worthFen, advanceLeft, retentionHeld }, rules, kind, onDay),
    ...projectLimits(position.budget, funds, rules, onDay),
  ]
  const progress = ruleOn(rules, 'progressRate', contract.signedOn)
  return {
    contractId: contract.id,
    projectId: contract.projectId,
    onDay,
    kind,
    contractFen: contract.amountFen,
    approvedChangeFen: position.approvedChangeFen,
    pendingChangeFen: position.pendingChangeFen,
    settlementFen: contract.settlementFen,
    committedFen,
    doneFen,
    paidFen,
    advancePaidFen,
    advanceLeftFen: advanceLeft.amountFen,
    retentionHeldFen: retentionHeld.amountFen,
    fundsInHandFen: inHand(position.funds),
    funds: position.funds ?? [],
    limits,
    payableFen: Math.max(0, Math.min(...limits.map(({ amountFen }) => amountFen))),
    minimum: doneFen === null || isSettled ? null : minimumOf(doneFen, paidFen, progress),
    reckoning: {
      advanceLeft: advanceLeft.parts,
      retentionHeld: retentionHeld.parts,
      funds: funds ?? [],
    },
  }
}

/** Null where no receipt is recorded. */
export function inHand(funds: Position['funds']): Fen | null {
  return funds === null ? null : funds.reduce((sum, { balanceFen }) => sum + balanceFen, 0)
}

/** @throws RuleBroken overContract: no payment passes the price, not even with a reason */
export function assertWithinContract(amountFen: Fen, leftFen: Fen): void {
  if (amountFen > leftFen)
    throw new RuleBroken('overContract', ['amountFen'], { left: formatFen(Math.max(0, leftFen), 'yuan') })
}

/** A source of the split that had not received the money by the day: it pays what came later (第二十二条). */
export function splitWarnings(
  inHandFen: (fundId: string) => Fen | null,
  parts: readonly FundPart[],
): RuleCode[] {
  const isShort = parts.some(({ fundId, amountFen }) => {
    const leftFen = inHandFen(fundId)
    return leftFen !== null && amountFen > 0 && amountFen > Math.max(0, leftFen)
  })
  return isShort ? ['fundsShort'] : []
}

function advanceLeftOf(position: Position, isSettled: boolean) {
  const standing = advanceStandingOf({
    paidFen: position.advancePaidFen,
    refundedFen: position.advanceRefundedFen,
    recoveredFen: position.recoveredFen,
    worthFen: position.doneFen,
    priceFen: position.committedFen,
  })
  return { amountFen: isSettled ? 0 : standing.leftFen, parts: advanceParts(standing, isSettled) }
}

function retentionHeldOf(position: Position, ofFen: Fen, isSettled: boolean) {
  const { guaranteeFen, retentionReleasedFen } = position
  const pct = position.contract.retentionPct ?? 0
  return {
    amountFen: heldOf(pctOf(ofFen, pct), guaranteeFen, retentionReleasedFen),
    parts: retentionParts({ ofFen, pct, isSettled }, guaranteeFen, retentionReleasedFen),
  }
}
