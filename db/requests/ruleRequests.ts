import { z } from 'zod'
import { pageInput, pageOf } from '../domain/page.ts'
import { addRuleInput, editRuleInput, resetRuleInput, rule } from '../domain/rule.ts'
import { command, keyed, query } from './kinds.ts'

/** The table of rules. */
export const ruleRequests = {
  listRules: query(z.strictObject({ ...pageInput }), pageOf(rule)),
  editRule: command(['finance'], editRuleInput.extend(keyed), rule),
  addRule: command(['finance'], addRuleInput.extend(keyed), rule),
  resetRule: command(['finance'], resetRuleInput.extend(keyed), rule),
} as const
