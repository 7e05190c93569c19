import { type AmountUnit, type Fen, parseAmount } from '../../../db/domain/fen.ts'
import { RuleBroken } from '../../../db/domain/ruleBroken.ts'
import { type Language, ruleText } from '../../../db/domain/ruleText.ts'

/** What an amount may be: above zero, zero as well, or negative as well (a mistake taken back). */
export type AmountSign = 'positive' | 'notNegative' | 'any'

export type TypedAmount =
  | { readonly fen: Fen; readonly fault: null }
  | { readonly fen: null; readonly fault: string }

/** An amount as typed, with a sign where one makes sense. */
export function typedAmount(
  text: string | undefined,
  unit: AmountUnit,
  sign: AmountSign,
  language: Language,
): TypedAmount {
  const typed = (text ?? '').normalize('NFKC').trim()
  const isNegative = sign === 'any' && typed.startsWith('-')
  if (sign === 'notNegative' && /^0+(\.0+)?$/.test(typed)) return { fen: 0, fault: null }
  try {
    const amount = parseAmount(isNegative ? typed.slice(1) : typed, unit)
    return { fen: isNegative ? -amount : amount, fault: null }
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    return { fen: null, fault: ruleText(error.code, error.params, language) }
  }
}
