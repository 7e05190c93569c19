import { z } from 'zod'
import type { Contract } from './contract.ts'
import type { Day } from './day.ts'
import { type Fen, totalFen } from './fen.ts'
import { sumOf } from './fenPart.ts'
import type { PaymentKind } from './payment.ts'
import { less, type PayPart, type PayTerm, payTerm, shareOf } from './payTerm.ts'
import { type Rule, type RuleOf, rule } from './rule.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'
import type { RuleCode } from './ruleText.ts'

const limitKinds = ['contract', 'progressRate', 'retention', 'release', 'advance', 'budget', 'funds'] as const

/** What may still be paid by one rule; negative where it is passed already. */
export const payLimit = z.object({
  kind: z.enum(limitKinds),
  amountFen: totalFen,
  /** What it is reckoned from: they add up to it. */
  terms: z.array(payTerm),
  rule,
  /** Breaking it is refused; the others ask for a reason. */
  blocks: z.boolean(),
  /** 进度款比例: the contract's own, where it grants less than the rule's most; null or absent where the rule's counts. */
  contractPct: z.number().nullish(),
})
export type PayLimit = z.infer<typeof payLimit>

export interface ProjectBudget {
  /** The 概算 in force. */
  readonly versionId: string
  readonly limitFen: Fen
  /** By the whole project. */
  readonly paidFen: Fen
}

/** What the limits of a contract are reckoned from, as it stands on a day. */
interface ContractStanding {
  readonly contract: Contract
  readonly committedFen: Fen
  readonly paidFen: Fen
  readonly advancePaidFen: Fen
  readonly advanceRefundedFen: Fen
  readonly isSettled: boolean
  /** 完成投资, or what is committed once settled. */
  readonly worthFen: Fen
  readonly advanceLeft: Held
  readonly retentionHeld: Held
  /** The last day of 缺陷责任期; null where none is recorded. */
  readonly defectsTo: Day | null
}

interface Held {
  readonly amountFen: Fen
  readonly parts: PayPart[]
}

/** What binds a payment of that kind by its contract, which takes the rules of its signing date. */
export function contractLimits(
  standing: ContractStanding,
  rules: readonly Rule[],
  kind: PaymentKind,
  onDay: Day,
): PayLimit[] {
  const { contract, committedFen, isSettled, worthFen, defectsTo } = standing
  const inForce = (code: RuleOf) => ruleOn(rules, code, contract.signedOn)
  const paid = { kind: 'paid', amountFen: less(standing.paidFen) } as const
  const retentionHeld = { kind: 'retentionHeld', ...standing.retentionHeld } as const
  const price = limitOf('contract', [{ kind: 'committed', amountFen: committedFen }, paid], inForce)
  switch (kind) {
    case 'advance': {
      const share = shareOf('signedShare', contract.amountFen, contract.advancePct ?? 0)
      const advancePaid = { kind: 'advancePaid', amountFen: less(standing.advancePaidFen) } as const
      const back = { kind: 'advanceRefunded', amountFen: standing.advanceRefundedFen } as const
      const terms = back.amountFen === 0 ? [share, advancePaid] : [share, advancePaid, back]
      return [price, limitOf('advance', terms, inForce)]
    }
    case 'retentionRelease':
      return [
        price,
        limitOf('retention', [retentionHeld], inForce),
        ...(defectsTo === null || onDay > defectsTo
          ? []
          : [limitOf('release', [{ kind: 'beforeRelease', amountFen: 0, until: defectsTo }], inForce)]),
      ]
    case 'progress':
    case 'settlement':
    case 'labour': {
      const withheld = { ...retentionHeld, amountFen: less(retentionHeld.amountFen) }
      if (isSettled)
        return [
          price,
          limitOf('retention', [{ kind: 'committed', amountFen: worthFen }, withheld, paid], inForce),
        ]
      const advanceLeft = { kind: 'advanceLeft', ...standing.advanceLeft } as const
      const done = { kind: 'done', amountFen: worthFen } as const
      return [
        price,
        progressRate(contract, worthFen, [advanceLeft, paid], inForce),
        limitOf('retention', [done, advanceLeft, withheld, paid], inForce),
      ]
    }
    case 'other':
    case 'refund':
      return [price]
  }
}

/** What binds every payment of a project, with a contract or without; null where the book is unknown. */
export function projectLimits(
  budget: ProjectBudget | null,
  inHand: readonly PayTerm[] | null,
  rules: readonly Rule[],
  onDay: Day,
): PayLimit[] {
  const inForce = (code: RuleOf) => ruleOn(rules, code, onDay)
  return [
    ...(budget === null
      ? []
      : [
          limitOf(
            'budget',
            [
              { kind: 'budget', amountFen: budget.limitFen, versionId: budget.versionId },
              { kind: 'projectPaid', amountFen: less(budget.paidFen) },
            ],
            inForce,
          ),
        ]),
    ...(inHand === null ? [] : [limitOf('funds', inHand, inForce)]),
  ]
}

/** What the rule on progress payments asks to have been paid at least, less what was paid; never below zero. */
export function minimumOf(doneFen: Fen, paidFen: Fen, progress: Rule) {
  const terms: PayTerm[] = [
    shareOf('doneShare', doneFen, thresholdOf(progress, 'minPct', 0)),
    { kind: 'paid', amountFen: less(paidFen) },
  ]
  return { amountFen: Math.max(0, sumOf(terms)), terms, rule: progress }
}

/** The limits that an amount passes and that only warn: each asks for a reason. */
export function payWarnings(limits: readonly PayLimit[], amountFen: Fen): RuleCode[] {
  return limits
    .filter((limit) => amountFen > Math.max(0, limit.amountFen) && limit.kind !== 'contract')
    .map((limit) => warningOf[limit.kind])
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

const ruleFor: Readonly<Record<PayLimit['kind'], RuleOf>> = {
  contract: 'overContract',
  progressRate: 'progressRate',
  retention: 'retentionRate',
  release: 'retentionRelease',
  advance: 'advanceRate',
  budget: 'overBudget',
  funds: 'fundsShort',
}

/** The share that the rule allows, or the contract's own where it grants less. */
function progressRate(
  contract: Contract,
  worthFen: Fen,
  others: readonly PayTerm[],
  inForce: (code: RuleOf) => Rule,
): PayLimit {
  const mostPct = thresholdOf(inForce('progressRate'), 'maxPct', 100)
  const contractPct = contract.progressPct ?? null
  const share = shareOf('doneShare', worthFen, Math.min(contractPct ?? mostPct, mostPct))
  return {
    ...limitOf('progressRate', [share, ...others], inForce),
    contractPct: contractPct !== null && contractPct < mostPct ? contractPct : null,
  }
}

function limitOf(
  kind: PayLimit['kind'],
  terms: readonly PayTerm[],
  inForce: (code: RuleOf) => Rule,
): PayLimit {
  const blocks = kind === 'contract' || kind === 'funds'
  return { kind, amountFen: sumOf(terms), terms: [...terms], rule: inForce(ruleFor[kind]), blocks }
}
