import { z } from 'zod'
import { day } from './day.ts'
import { reasonText, requiredLine } from './text.ts'

/** What each rule is about; several rows of one code differ by the day from which they hold. */
export const ruleCodes = [
  'budgetOverEstimate',
  'overBudget',
  'progressRate',
  'advanceRate',
  'retentionRate',
  'smeTerm',
  'contingencySpent',
  'overContract',
  'fundsShort',
] as const
export type RuleOf = (typeof ruleCodes)[number]

/** A row of the table of rules: a warning cites it. Local rules may differ, so that each can be edited. */
export const rule = z.object({
  id: z.string(),
  code: z.enum(ruleCodes),
  /** What it asks, in a sentence. */
  text: z.string(),
  /** 依据 */
  basis: z.string(),
  /** 条款 */
  clause: z.string().nullable(),
  region: z.string(),
  /** A contract takes the rules of its signing date; null: always. */
  effectiveFrom: day.nullable(),
  /** Its numbers by name, e.g. {"maxPct": 3}. */
  threshold: z.record(z.string(), z.number()),
  /** checked: 已核对; unchecked: 待核对原文 */
  status: z.enum(['checked', 'unchecked']),
  isEdited: z.boolean(),
})
export type Rule = z.infer<typeof rule>

export const editRuleInput = z.strictObject({
  ruleId: z.string(),
  text: requiredLine(500).optional(),
  basis: requiredLine(200).optional(),
  clause: requiredLine(100).nullish(),
  region: requiredLine(60).optional(),
  effectiveFrom: day.nullish(),
  threshold: z.record(z.string().max(40), z.number()).optional(),
  status: z.enum(['checked', 'unchecked']).optional(),
  reason: reasonText,
})
export type EditRule = z.infer<typeof editRuleInput>
