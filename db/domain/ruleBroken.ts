import type { RuleCode } from './ruleText.ts'

/** Values that a rule's text names, e.g. the limit that was passed. */
export type RuleParams = Readonly<Record<string, string | number>>

/** The only error a user can cause: a rule, the input fields it concerns, and what its text names. */
export class RuleBroken extends Error {
  readonly code: RuleCode
  readonly fields: readonly string[]
  readonly params: RuleParams

  constructor(code: RuleCode, fields: readonly string[] = [], params: RuleParams = {}) {
    super(code)
    this.name = 'RuleBroken'
    this.code = code
    this.fields = fields
    this.params = params
  }
}
