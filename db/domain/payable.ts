import { z } from 'zod'
import { advanceStandingOf } from './advance.ts'
import type { Contract } from './contract.ts'
import { type Day, day } from './day.ts'
import { type Fen, formatFen, totalFen } from './fen.ts'
import { pctOf } from './fenPart.ts'
import { type FundPart, fundInHand } from './fund.ts'
import { type PaymentKind, paymentKind } from './payment.ts'
import { heldOf } from './retention.ts'
import { type Rule, type RuleOf, rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'
import type { RuleCode } from './ruleText.ts'

export const payableNowInput = z.strictObject({
  contractId: z.string(),
  onDay: day,
  /** Which limits count depends on it. */
  kind: paymentKind.default('progress'),
})

const limitKinds = ['contract', 'progressRate', 'retention', 'release', 'advance', 'budget', 'funds'] as const

/** What may still be paid by one rule; negative where it is passed already. */
export const payLimit = z.object({
  kind: z.enum(limitKinds),
  amountFen: totalFen,
  rule,
  /** Breaking it is refused; the others ask for a reason. */
  blocks: z.boolean(),
  /** 进度款比例: the contract's own, where it grants less than the rule's most; null or absent where the rule's counts. */
  contractPct: z.number().nullish(),
})
export type PayLimit = z.infer<typeof payLimit>

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
  minimum: z.object({ amountFen: totalFen, rule }).nullable(),
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
  /** 预付款扣回 recorded; null where none was. */
  readonly recoveredFen: Fen | null
  readonly retentionReleasedFen: Fen
  /** 保函 in place of cash retention; 0 where there is none. */
  readonly guaranteeFen: Fen
  /** The last day of 缺陷责任期; null where none is recorded. */
  readonly defectsTo: Day | null
  /** 概算 less all that the project paid; null where no 概算 is approved. */
  readonly budgetLeftFen: Fen | null
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
  const advance = { paidFen: advancePaidFen, recoveredFen: position.recoveredFen, priceFen: committedFen }
  const advanceLeftFen = isSettled ? 0 : advanceStandingOf({ ...advance, worthFen: doneFen }).leftFen
  const retentionHeldFen = heldOf(
    pctOf(worthFen, contract.retentionPct ?? 0),
    position.guaranteeFen,
    position.retentionReleasedFen,
  )
  const fundsInHandFen = inHand(position.funds)
  const limits = [
    ...limitsOf({ ...position, isSettled, worthFen, advanceLeftFen, retentionHeldFen }, rules, kind, onDay),
    ...projectLimits(position.budgetLeftFen, fundsInHandFen, rules, onDay),
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
    advanceLeftFen,
    retentionHeldFen,
    fundsInHandFen,
    funds: position.funds ?? [],
    limits,
    payableFen: Math.max(0, Math.min(...limits.map(({ amountFen }) => amountFen))),
    minimum:
      doneFen === null || isSettled
        ? null
        : {
            amountFen: Math.max(0, pctOf(doneFen, thresholdOf(progress, 'minPct', 0)) - paidFen),
            rule: progress,
          },
  }
}

/** What binds every payment of a project, with a contract or without; null where the book is unknown. */
export function projectLimits(
  budgetLeftFen: Fen | null,
  fundsInHandFen: Fen | null,
  rules: readonly Rule[],
  onDay: Day,
): PayLimit[] {
  const limits: PayLimit[] = []
  if (budgetLeftFen !== null) {
    const rule = ruleOn(rules, 'overBudget', onDay)
    limits.push({ kind: 'budget', amountFen: budgetLeftFen, rule, blocks: false })
  }
  if (fundsInHandFen !== null) {
    const rule = ruleOn(rules, 'fundsShort', onDay)
    limits.push({ kind: 'funds', amountFen: fundsInHandFen, rule, blocks: true })
  }
  return limits
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

/** The limits that an amount passes and that only warn: each asks for a reason. */
export function payWarnings(limits: readonly PayLimit[], amountFen: Fen): RuleCode[] {
  return limits
    .filter((limit) => amountFen > Math.max(0, limit.amountFen) && limit.kind !== 'contract')
    .map((limit) => warningOf[limit.kind])
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

const warningOf: Readonly<Record<PayLimit['kind'], RuleCode>> = {
  contract: 'overContract',
  progressRate: 'overProgressRate',
  retention: 'overRetention',
  release: 'retentionEarly',
  advance: 'overAdvance',
  budget: 'overBudget',
  funds: 'fundsShort',
}

function limitsOf(
  position: Position & {
    readonly isSettled: boolean
    readonly worthFen: Fen
    readonly advanceLeftFen: Fen
    readonly retentionHeldFen: Fen
  },
  rules: readonly Rule[],
  kind: PaymentKind,
  onDay: Day,
): PayLimit[] {
  const { contract, committedFen, paidFen, worthFen, advanceLeftFen, retentionHeldFen } = position
  const inForce = (code: RuleOf) => ruleOn(rules, code, contract.signedOn)
  const price: PayLimit = {
    kind: 'contract',
    amountFen: committedFen - paidFen,
    rule: inForce('overContract'),
    blocks: true,
  }
  const retention = inForce('retentionRate')
  switch (kind) {
    case 'advance': {
      const amountFen = pctOf(contract.amountFen, contract.advancePct ?? 0) - position.advancePaidFen
      return [price, { kind: 'advance', amountFen, rule: inForce('advanceRate'), blocks: false }]
    }
    case 'retentionRelease':
      return [
        price,
        { kind: 'retention', amountFen: retentionHeldFen, rule: retention, blocks: false },
        ...(position.defectsTo !== null && onDay <= position.defectsTo
          ? [{ kind: 'release' as const, amountFen: 0, rule: inForce('retentionRelease'), blocks: false }]
          : []),
      ]
    case 'progress':
    case 'settlement':
    case 'labour': {
      const amountFen = worthFen + advanceLeftFen - retentionHeldFen - paidFen
      const held: PayLimit = { kind: 'retention', amountFen, rule: retention, blocks: false }
      if (position.isSettled) return [price, held]
      const rate = inForce('progressRate')
      const mostPct = thresholdOf(rate, 'maxPct', 100)
      const contractPct = contract.progressPct ?? null
      const pct = Math.min(contractPct ?? mostPct, mostPct)
      const allowedFen = pctOf(worthFen, pct) + advanceLeftFen - paidFen
      return [
        price,
        {
          kind: 'progressRate',
          amountFen: allowedFen,
          rule: rate,
          blocks: false,
          contractPct: contractPct !== null && contractPct < mostPct ? contractPct : null,
        },
        held,
      ]
    }
    case 'other':
    case 'refund':
      return [price]
  }
}
