import Big from 'big.js'
import { z } from 'zod'
import { day } from './day.ts'
import { type Fen, positiveFen, totalFen } from './fen.ts'
import type { FundPart } from './fund.ts'
import { paymentKind } from './payment.ts'

export const proposeSplitInput = z.strictObject({
  projectId: z.string(),
  contractId: z.string().nullish(),
  kind: paymentKind.nullish(),
  amountFen: positiveFen,
  /** What came in after it pays nothing on it; left out: everything received. */
  onDay: day.optional(),
})

/**
 * What a split goes by. last: the shares of the contract's last payment that was split; received: the shares of what
 * the project received (到位); paid: of a refund, the shares of what each source paid; none: nothing is in hand.
 */
export const splitBases = ['last', 'received', 'paid', 'none'] as const
export type SplitBasis = (typeof splitBases)[number]

/** 默认拆分 of an amount over the sources of a project: every source with its balance, and what none of them covers. */
export const proposedSplit = z.object({
  basis: z.enum(splitBases),
  parts: z.array(
    z.object({ fundId: z.string(), fundName: z.string(), balanceFen: totalFen, amountFen: totalFen }),
  ),
  shortFen: totalFen,
})

export interface SplitSource {
  readonly fundId: string
  /** Its share against the others'. */
  readonly weightFen: Fen
  /** It bears no more than this. */
  readonly capFen: Fen
}

/**
 * Spreads an amount by weight (largest remainder), no source beyond its cap: what one cannot bear goes to the others by
 * the same rule, and then to those without a weight by their caps. The parts add up to the amount, or to all caps.
 */
export function splitByWeight(amountFen: Fen, sources: readonly SplitSource[]): FundPart[] {
  const borne = new Map<string, Fen>()
  const room = ({ fundId, capFen }: SplitSource) => Math.max(0, capFen) - (borne.get(fundId) ?? 0)
  let left = Math.min(
    amountFen,
    sources.reduce((sum, source) => sum + room(source), 0),
  )
  while (left > 0) {
    const open = sources.filter((source) => room(source) > 0)
    const weighted = open.filter(({ weightFen }) => weightFen > 0)
    const shares =
      weighted.length > 0
        ? largestRemainder(
            left,
            weighted.map(({ weightFen }) => weightFen),
          )
        : largestRemainder(left, open.map(room))
    for (const [index, source] of (weighted.length > 0 ? weighted : open).entries()) {
      const part = Math.min(shares[index] ?? 0, room(source))
      borne.set(source.fundId, (borne.get(source.fundId) ?? 0) + part)
      left -= part
    }
  }
  return [...borne]
    .map(([fundId, part]) => ({ fundId, amountFen: part }))
    .filter((part) => part.amountFen > 0)
}

/** Whole 分 in proportion to the weights (all above zero), adding up to the amount. */
function largestRemainder(amountFen: Fen, weights: readonly Fen[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum.plus(weight), new Big(0))
  const exact = weights.map((weight) => new Big(amountFen).times(weight).div(whole))
  const parts = exact.map((share) => share.round(0, Big.roundDown).toNumber())
  const missing = amountFen - parts.reduce((sum, part) => sum + part, 0)
  const rest = (index: number) => exact[index]?.minus(parts[index] ?? 0) ?? new Big(0)
  const rounded = new Set(
    [...parts.keys()].toSorted((a, b) => rest(b).cmp(rest(a)) || a - b).slice(0, missing),
  )
  return parts.map((part, index) => part + (rounded.has(index) ? 1 : 0))
}
