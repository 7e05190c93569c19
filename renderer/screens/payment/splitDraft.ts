import { z } from 'zod'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import { assertAddsUp } from '../../../db/domain/fenPart.ts'
import type { FundPart } from '../../../db/domain/fund.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { typedSum } from '../../../db/domain/typedSum.ts'

/**
 * How the form splits a payment over sources. rule: as the db proposes, at the moment of saving; none: not at all;
 * typed: as a person types it, part by part.
 */
export const splitDraft = z.object({
  rule: z.enum(['rule', 'none', 'typed']),
  parts: z.array(z.object({ fundId: z.string(), amount: z.string() })),
})
export type SplitDraft = z.infer<typeof splitDraft>

export const splitByRule: SplitDraft = { rule: 'rule', parts: [] }

/** What was posted, typed again. */
export function typedSplit(parts: readonly FundPart[]): SplitDraft {
  if (parts.length === 0) return splitByRule
  return {
    rule: 'typed',
    parts: parts.map(({ fundId, amountFen }) => ({
      fundId,
      amount: amountFen === 0 ? '' : formatFen(Math.abs(amountFen), 'yuan'),
    })),
  }
}

/**
 * The parts for the request; undefined leaves them to the rule.
 * @throws RuleBroken fundSplitUnequal, and those of typedSum
 */
export function readSplit(split: SplitDraft, amountFen: Fen): readonly FundPart[] | undefined {
  if (split.rule === 'rule') return undefined
  if (split.rule === 'none') return []
  const parts = split.parts
    .filter(({ amount }) => !isNothing(amount))
    .map(({ fundId, amount }) => ({ fundId, amountFen: typedSum(amount, 'yuan') }))
  assertAddsUp(parts, amountFen, 'fundSplitUnequal', 'fundSplit')
  return parts
}

/** What the parts leave of the whole, told while they are typed; what is no amount yet counts as nothing. */
export function leftOf(split: SplitDraft, amountFen: Fen): Fen {
  return split.parts.reduce((left, { amount }) => left - (partOf(amount) ?? 0), amountFen)
}

/** A part as typed; null while it is no amount. */
export function partOf(amount: string): Fen | null {
  if (isNothing(amount)) return 0
  try {
    return typedSum(amount, 'yuan')
  } catch (error) {
    if (error instanceof RuleBroken) return null
    throw error
  }
}

function isNothing(amount: string) {
  return /^\s*(?:0+(?:\.0+)?)?\s*$/.test(amount)
}
