import type { Fen } from '../../../db/domain/fen.ts'
import { assertAddsUp } from '../../../db/domain/fenPart.ts'
import type { FundPart } from '../../../db/domain/fund.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { typedSum } from '../../../db/domain/typedSum.ts'
import { type Named, pickNamed } from './pickNamed.ts'

/** Said where a payment stands on no source at all. */
const unsplitWords: ReadonlySet<string> = new Set(['不分', 'none'])

/**
 * The sources of a payment as one cell says them: nothing (by rule), 不分, one source for the whole, or
 * 省级 30万；自筹 where the one without an amount takes the rest.
 * @throws RuleBroken nameUnknown, nameAmbiguous, fundSplitRest, fundSplitUnequal, and those of typedSum
 */
export function readSplitText(
  text: string,
  amountFen: Fen,
  funds: readonly Named[],
): readonly FundPart[] | undefined {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return undefined
  if (unsplitWords.has(typed.toLowerCase())) return []
  const parts = typed
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => readPart(part, funds))
  const open = parts.filter((part) => part.amountFen === null)
  if (open.length > 1) throw new RuleBroken('fundSplitRest', ['fundSplit'])
  const given = parts.reduce((sum, part) => sum + (part.amountFen ?? 0), 0)
  const whole = parts
    .map(({ fundId, amountFen: own }) => ({ fundId, amountFen: own ?? amountFen - given }))
    .filter((part) => part.amountFen !== 0)
  const negative = whole.find((part) => part.amountFen < 0)
  assertAddsUp(
    negative === undefined ? whole : [{ amountFen: given }],
    amountFen,
    'fundSplitUnequal',
    'fundSplit',
  )
  return whole
}

/** A name may end in a figure of its own: the whole part is tried as a name first. */
function readPart(part: string, funds: readonly Named[]): { fundId: string; amountFen: Fen | null } {
  const [, name, amount] = /^(.*\S)\s+([\d,.+*/()-]+(?:万元|万|元)?)$/.exec(part) ?? []
  const isName = funds.some(({ label }) => label === part)
  if (isName || name === undefined || amount === undefined)
    return { fundId: pickNamed(part, funds).value, amountFen: null }
  return { fundId: pickNamed(name, funds).value, amountFen: typedSum(amount, 'yuan') }
}
