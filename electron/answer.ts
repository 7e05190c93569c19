import type { RuleParams } from '../db/domain/ruleBroken.ts'
import { type Language, type RuleCode, ruleText } from '../db/domain/ruleText.ts'
import type { Answer } from '../db/requests/wire.ts'

export function answered<Value>(value: Value): Answer<Value> {
  return { ok: true, value }
}

/** A coded error in the user's language, of the same shape as those of the db process. */
export function refused(code: RuleCode, language: Language, params: RuleParams = {}): Answer<never> {
  return { ok: false, error: { code, fields: [], params, message: ruleText(code, params, language) } }
}
