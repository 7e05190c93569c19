import { z } from 'zod'
import { day } from './day.ts'
import { reasonText, requiredLine } from './text.ts'

/** What each rule is about; several rows of one code differ by the day from which they hold, or by where. */
export const ruleCodes = [
  'budgetOverEstimate',
  'overBudget',
  'annualPlan',
  'contractorFunds',
  'fundsShort',
  'surplusReturn',
  'progressRate',
  'overpaidReturn',
  'advanceRate',
  'advanceRecovery',
  'retentionRate',
  'defectsPeriod',
  'retentionRelease',
  'guarantee',
  'smeTerm',
  'smeInterest',
  'smePublish',
  'labourMonthly',
  'finalAccounts',
  'fundShare',
  'costClass',
  'contingencySpent',
  'overContract',
  'contractChange',
  'correction',
  'twoPeople',
  'monthClose',
  'notBooks',
] as const
export type RuleOf = (typeof ruleCodes)[number]

/** Holds wherever no local row does. */
export const nationwide = '全国'

/** A row of the table of rules: a warning cites it. Local rules may differ, so that each can be edited or added to. */
export const rule = z.object({
  id: z.string(),
  code: z.enum(ruleCodes),
  /** What it asks, in a sentence. */
  text: z.string(),
  /** 依据 */
  basis: z.string(),
  /** 条款 */
  clause: z.string().nullable(),
  /** 全国, or a part of the name of the plan's region, e.g. 蓬江区: there it goes before a nationwide row. */
  region: z.string(),
  /** A contract takes the rules of its signing date; null: always. */
  effectiveFrom: day.nullable(),
  /** Its numbers by name, e.g. {"maxPct": 3}. */
  threshold: z.record(z.string(), z.number()),
  /** checked: 已核对; unchecked: 待核对原文 */
  status: z.enum(['checked', 'unchecked']),
  /** Differs from what the app shipped; always of a row that somebody added. */
  isEdited: z.boolean(),
  /** Added here, beside those that ship. */
  isAdded: z.boolean(),
  /** 停用: an added row that no longer holds. */
  withdrawnAt: z.string().nullable(),
})
export type Rule = z.infer<typeof rule>

const threshold = z.record(z.string().max(40), z.number({ error: 'thresholdInvalid' }).min(0).max(100_000))

export const editRuleInput = z.strictObject({
  ruleId: z.string(),
  text: requiredLine(500).optional(),
  basis: requiredLine(200).optional(),
  clause: requiredLine(100).nullish(),
  region: requiredLine(60).optional(),
  effectiveFrom: day.nullish(),
  threshold: threshold.optional(),
  status: z.enum(['checked', 'unchecked']).optional(),
  reason: reasonText,
})
export type EditRule = z.infer<typeof editRuleInput>

/** A local rule, or a newer version of one: numbers left out are those of the shipped row. */
export const addRuleInput = z.strictObject({
  code: z.enum(ruleCodes),
  text: requiredLine(500),
  basis: requiredLine(200),
  clause: requiredLine(100).nullish(),
  region: requiredLine(60),
  effectiveFrom: day.nullish(),
  threshold: threshold.default({}),
  status: z.enum(['checked', 'unchecked']).default('unchecked'),
  reason: reasonText,
})
export type AddRule = z.infer<typeof addRuleInput>

/** Back to the shipped words and numbers; of an added row: 停用. */
export const resetRuleInput = z.strictObject({ ruleId: z.string(), reason: reasonText })
