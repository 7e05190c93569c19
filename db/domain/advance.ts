import Big from 'big.js'
import { z } from 'zod'
import { day } from './day.ts'
import { type Fen, fen, formatFen, totalFen } from './fen.ts'
import { pageInput } from './page.ts'
import type { RefundKind } from './payment.ts'
import { rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalParagraph } from './text.ts'

/**
 * 预付款扣回: what a progress payment held back of the advance. Cash does not show it, so it is recorded beside the
 * payment; never edited, a mistake is corrected by a negative entry.
 */
export const advanceRecovery = z.object({
  id: z.string(),
  contractId: z.string(),
  recoveredOn: day,
  amountFen: fen,
  memo: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type AdvanceRecovery = z.infer<typeof advanceRecovery>

export const recordAdvanceRecoveryInput = z.strictObject({
  contractId: z.string(),
  recoveredOn: day,
  amountFen: fen.refine((amount) => amount !== 0, { error: 'amountZero' }),
  memo: optionalParagraph(500),
})

/** Where the advance of one contract stands. */
export const advanceStanding = z.object({
  paidFen: totalFen,
  /** 退回: what came back of it, and is no longer to be recovered. */
  refundedFen: totalFen,
  /** Recorded; null where nobody recorded a recovery. */
  recoveredFen: totalFen.nullable(),
  /** 按完成比例应扣: as much of the advance as the work done is of the price; null where no work was measured. */
  dueFen: totalFen.nullable(),
  /** Not yet recovered: by what was recorded, else by the share that is due. */
  leftFen: totalFen,
  /** Due by the share and not recorded. */
  lagFen: totalFen,
})
export type AdvanceStanding = z.infer<typeof advanceStanding>

export const advanceRow = advanceStanding.extend({
  contractId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  number: z.string(),
  name: z.string(),
  counterparty: z.string(),
  amountFen: totalFen,
  advancePct: z.number().nullable(),
  donePct: z.number().nullable(),
  /** 完成投资, or the settled price: what the share that is due follows from; null where no work was measured. */
  worthFen: totalFen.nullable(),
  /** With approved changes, or as settled. */
  priceFen: totalFen,
  isSettled: z.boolean(),
  lastRecoveredOn: day.nullable(),
  rule,
})
export type AdvanceRow = z.infer<typeof advanceRow>

export const listAdvanceRecoveriesInput = z.strictObject({
  contractId: z.string(),
  /** Recovered by that day. */
  to: day.optional(),
  ...pageInput,
})

export const listAdvancesInput = z.strictObject({
  projectId: z.string().optional(),
  /** open: something is left to recover. */
  state: z.enum(['open', 'all']).default('all'),
  ...pageInput,
})

/** @param worthFen work done, or the settlement price; null: no work was measured */
export function advanceStandingOf(sums: {
  readonly paidFen: Fen
  readonly refundedFen: Fen
  readonly recoveredFen: Fen | null
  readonly worthFen: Fen | null
  readonly priceFen: Fen
}): AdvanceStanding {
  const { paidFen, refundedFen, recoveredFen, worthFen, priceFen } = sums
  const standingFen = paidFen - refundedFen
  const dueFen = worthFen === null ? null : shareDue(standingFen, worthFen, priceFen)
  return {
    paidFen,
    refundedFen,
    recoveredFen,
    dueFen,
    leftFen: Math.max(0, standingFen - (recoveredFen ?? dueFen ?? 0)),
    lagFen: Math.max(0, (dueFen ?? 0) - (recoveredFen ?? 0)),
  }
}

/** @throws RuleBroken recoveryOverAdvance, recoveryNegative */
export function assertRecovers(amountFen: Fen, recoveredFen: Fen, advanceFen: Fen): void {
  const total = recoveredFen + amountFen
  if (total < 0) throw new RuleBroken('recoveryNegative', ['amountFen'])
  if (amountFen > 0 && total > advanceFen)
    throw new RuleBroken('recoveryOverAdvance', ['amountFen'], {
      left: formatFen(Math.max(0, advanceFen - recoveredFen), 'yuan'),
    })
}

/**
 * What a refund that does not say it gives back: the advance where nothing else was paid on the contract and as much of
 * it is left, for then it can be nothing else. Null: it may be either, so that no advance is lowered unsaid.
 */
export function refundOfWhole(sums: {
  readonly contractPaidFen: Fen
  /** Less what came back of it. */
  readonly advanceFen: Fen
  readonly recoveredFen: Fen
  readonly refundFen: Fen
}): RefundKind | null {
  const { contractPaidFen, advanceFen, recoveredFen, refundFen } = sums
  return contractPaidFen === advanceFen && refundFen <= advanceFen - recoveredFen ? 'advance' : null
}

/** @throws RuleBroken refundOverAdvance: no more of an advance comes back than is left of it */
export function assertAdvanceRefunded(refundFen: Fen, advanceFen: Fen, recoveredFen: Fen): void {
  const leftFen = Math.max(0, advanceFen - recoveredFen)
  if (refundFen > leftFen)
    throw new RuleBroken('refundOverAdvance', ['amountFen'], { left: formatFen(leftFen, 'yuan') })
}

/**
 * @param advanceFen less what came back of it
 * @throws RuleBroken advanceRefunded, advanceRecovered: an advance that is cancelled cannot have come back, nor have been
 *   recovered
 */
export function assertAdvanceStays(advanceFen: Fen, recoveredFen: Fen, field: string): void {
  if (advanceFen < 0)
    throw new RuleBroken('advanceRefunded', [field], { missing: formatFen(-advanceFen, 'yuan') })
  if (recoveredFen > 0 && recoveredFen > advanceFen)
    throw new RuleBroken('advanceRecovered', [field], { recovered: formatFen(recoveredFen, 'yuan') })
}

/** In instalments: as much of the advance as the work done is of the price. */
function shareDue(advanceFen: Fen, worthFen: Fen, priceFen: Fen): Fen {
  if (priceFen <= 0 || worthFen >= priceFen) return advanceFen
  return new Big(advanceFen).times(Math.max(0, worthFen)).div(priceFen).round(0, Big.roundHalfUp).toNumber()
}
