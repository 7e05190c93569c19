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

/** A rule that one row of many breaks; rows count from 0. */
export interface RowFault {
  readonly row: number
  readonly code: RuleCode
  readonly fields: readonly string[]
  readonly params: RuleParams
}

/** Of many rows saved as one act: every row that breaks a rule, each with its own. */
export class RowsBroken extends RuleBroken {
  readonly rows: readonly RowFault[]

  constructor(rows: readonly RowFault[]) {
    const fields = rows.flatMap(({ row, fields: own }) => own.map((field) => `rows.${String(row)}.${field}`))
    super('rowsBroken', fields, { count: rows.length, first: (rows[0]?.row ?? 0) + 1 })
    this.name = 'RowsBroken'
    this.rows = rows
  }
}
