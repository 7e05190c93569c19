import Big from 'big.js'
import { type Fen, formatFen } from './fen.ts'
import { RuleBroken } from './ruleBroken.ts'
import type { RuleCode } from './ruleText.ts'

/** A percentage of an amount, to the 分, half up. */
export function pctOf(amount: Fen, pct: number): Fen {
  return new Big(amount).times(pct).div(100).round(0, Big.roundHalfUp).toNumber()
}

/** One amount as a percentage of another, to two decimals; null where there is nothing to be a part of. */
export function pctIn(part: Fen, whole: Fen): number | null {
  return whole === 0 ? null : new Big(part).times(100).div(whole).round(2, Big.roundHalfUp).toNumber()
}

export function sumOf(parts: readonly { readonly amountFen: Fen }[]): Fen {
  return parts.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** @throws RuleBroken with that code where the parts do not add up to the whole */
export function assertAddsUp(
  parts: readonly { readonly amountFen: Fen }[],
  whole: Fen,
  code: RuleCode,
  field: string,
): void {
  const gap = whole - sumOf(parts)
  if (gap !== 0) throw new RuleBroken(code, [field], { gap: formatFen(gap, 'yuan') })
}
