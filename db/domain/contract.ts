import { z } from 'zod'
import { type Day, day } from './day.ts'
import { type Fen, fen, positiveFen, totalFen } from './fen.ts'
import { assertAddsUp, sumOf } from './fenPart.ts'
import { pageInput } from './page.ts'
import type { Rule } from './rule.ts'
import { RuleBroken } from './ruleBroken.ts'
import { ruleOn, thresholdOf } from './ruleTable.ts'
import type { RuleCode } from './ruleText.ts'
import { optionalParagraph, reasonText, requiredLine } from './text.ts'

/** 施工 · 设计 · 监理 · 勘察 · 设备 · 其他 */
export const contractKinds = [
  'construction',
  'design',
  'supervision',
  'survey',
  'equipment',
  'other',
] as const

/** 合同 */
export const contract = z.object({
  id: z.string(),
  projectId: z.string(),
  number: z.string(),
  name: z.string(),
  counterparty: z.string(),
  kind: z.enum(contractKinds),
  signedOn: day,
  /** As signed. */
  amountFen: fen,
  /** 预付款 %, of the amount as signed; null where the contract names none. */
  advancePct: z.number().nullable(),
  /** 进度款 %, of the work done, until the settlement; null where the contract keeps nothing back but the retention. */
  progressPct: z.number().nullish(),
  /** 质量保证金 % */
  retentionPct: z.number().nullable(),
  /** The counterparty is a 中小企业. */
  isSme: z.boolean(),
  /** Days that the contract gives for a payment. */
  paymentDays: z.int().nullable(),
  paymentTerms: z.string().nullable(),
  /** 结算价; null until settled. */
  settlementFen: fen.nullable(),
  settledOn: day.nullable(),
  /** 送审价; less the settlement price it is the 审减. */
  submittedFen: fen.nullish(),
  state: z.enum(['active', 'settled']),
  recordedAt: z.string(),
})
export type Contract = z.infer<typeof contract>

const contractSums = z.object({
  approvedChangeFen: totalFen,
  pendingChangeFen: totalFen,
  /** Amount and approved changes, or the settlement price once it is set: counted once, pending changes apart. */
  committedFen: totalFen,
  /** 完成投资; null where none was measured. */
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
})
export const contractRow = contract.extend({ projectName: z.string(), ...contractSums.shape })
export type ContractRow = z.infer<typeof contractRow>

/** 科目 split; null is 未分科目. Those of a settlement hold its difference to what was committed before. */
export const contractLine = z.object({
  id: z.string(),
  contractId: z.string(),
  budgetLineId: z.string().nullable(),
  amountFen: fen,
  isSettlement: z.boolean(),
})
export type ContractLine = z.infer<typeof contractLine>

/** 变更签证 */
export const contractChange = z.object({
  id: z.string(),
  contractId: z.string(),
  number: z.string(),
  title: z.string(),
  /** Negative where it takes work out. */
  amountFen: fen,
  budgetLineId: z.string().nullable(),
  state: z.enum(['pending', 'approved']),
  approvedOn: day.nullable(),
  drawsOnContingency: z.boolean(),
  recordedAt: z.string(),
})
export type ContractChange = z.infer<typeof contractChange>

export const contractDetail = contractRow.extend({
  lines: z.array(
    contractLine.extend({
      /** The same 科目 in all versions; null: 未分科目. */
      lineKey: z.string().nullable(),
      code: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  changes: z.array(contractChange),
})

const pct = z
  .number({ error: 'pctOutOfRange' })
  .min(0, { error: 'pctOutOfRange' })
  .max(100, { error: 'pctOutOfRange' })
  .nullable()
  .default(null)

/** Days that a contract gives for a payment. */
export const paymentDays = z
  .int({ error: 'paymentDaysInvalid' })
  .min(0, { error: 'paymentDaysInvalid' })
  .max(3650, { error: 'paymentDaysInvalid' })

export const signedFen = fen.refine((amount) => amount !== 0, { error: 'amountZero' })

/** Parts by 科目; null is 未分科目. */
export const lineSplit = z
  .array(z.strictObject({ budgetLineId: z.string().nullable(), amountFen: signedFen }))
  .max(200)
export type LineSplit = readonly z.infer<typeof lineSplit>[number][]

export const recordContractInput = z.strictObject({
  projectId: z.string().min(1, { error: 'textMissing' }),
  number: requiredLine(100),
  name: requiredLine(200),
  counterparty: requiredLine(200),
  kind: z.enum(contractKinds),
  signedOn: day,
  amountFen: positiveFen,
  advancePct: pct,
  progressPct: pct,
  retentionPct: pct,
  isSme: z.boolean().default(false),
  paymentDays: paymentDays.nullable().default(null),
  paymentTerms: optionalParagraph(2000),
  /** Adds up to the amount; left out: 未分科目. */
  lines: lineSplit.default([]),
  overrideReason: reasonText.optional(),
})
export type RecordContract = z.infer<typeof recordContractInput>

export const listContractsInput = z.strictObject({
  projectId: z.string().optional(),
  planId: z.string().optional(),
  /** In number, name, counterparty. */
  text: z.string().max(200).optional(),
  ...pageInput,
})

export const recordContractChangeInput = z.strictObject({
  contractId: z.string(),
  number: requiredLine(100),
  title: requiredLine(200),
  amountFen: signedFen,
  budgetLineId: z.string().nullish(),
  drawsOnContingency: z.boolean().default(false),
})

export const approveContractChangeInput = z.strictObject({
  changeId: z.string(),
  approvedOn: day,
  overrideReason: reasonText.optional(),
})

/** Sets the 结算价, or corrects it; the reason is kept. `lines` splits the whole price by 科目. */
export const settleContractInput = z.strictObject({
  contractId: z.string(),
  settlementFen: positiveFen,
  submittedFen: positiveFen.nullish(),
  settledOn: day,
  lines: lineSplit.optional(),
  reason: reasonText,
  overrideReason: reasonText.optional(),
})

/** Percentages of a contract that lie outside the rules of its signing date. */
export function contractWarnings(contract: Contract, rules: readonly Rule[]): RuleCode[] {
  const advance = ruleOn(rules, 'advanceRate', contract.signedOn)
  const retention = ruleOn(rules, 'retentionRate', contract.signedOn)
  const progress = ruleOn(rules, 'progressRate', contract.signedOn)
  const sme = ruleOn(rules, 'smeTerm', contract.signedOn)
  const { advancePct, progressPct = null, retentionPct, paymentDays } = contract
  const warnings: RuleCode[] = []
  // No advance at all is a contract's own choice.
  if (
    advancePct !== null &&
    advancePct > 0 &&
    (advancePct < thresholdOf(advance, 'minPct', 0) || advancePct > thresholdOf(advance, 'maxPct', 100))
  )
    warnings.push('advanceRateOutside')
  if (
    progressPct !== null &&
    (progressPct < thresholdOf(progress, 'minPct', 0) || progressPct > thresholdOf(progress, 'maxPct', 100))
  )
    warnings.push('progressRateOutside')
  if (retentionPct !== null && retentionPct > thresholdOf(retention, 'maxPct', 100))
    warnings.push('retentionOverRule')
  if (contract.isSme && paymentDays !== null && paymentDays > thresholdOf(sme, 'maxDays', 3650))
    warnings.push('smeTermTooLong')
  return warnings
}

/** 政府投资条例 第二十三条: no tolerance above the 概算; nothing to compare with where none is approved. */
export function budgetWarnings(investedFen: Fen, limitFen: Fen | null): RuleCode[] {
  return limitFen !== null && investedFen > limitFen ? ['overBudget'] : []
}

/**
 * What a settlement adds to each 科目 or takes away, so that what is committed becomes exactly the settlement price.
 * Without a split the whole difference goes to the contract's only 科目, else to 未分科目.
 * @throws RuleBroken lineSplitUnequal
 */
export function settlementDifferences(
  committed: LineSplit,
  settlementFen: Fen,
  lines: LineSplit | undefined,
): LineSplit {
  if (lines !== undefined) {
    assertAddsUp(lines, settlementFen, 'lineSplitUnequal', 'lines')
    return summed([
      ...lines,
      ...committed.map(({ budgetLineId, amountFen }) => ({ budgetLineId, amountFen: -amountFen })),
    ])
  }
  return summed([{ budgetLineId: onlyLineOf(committed), amountFen: settlementFen - sumOf(committed) }])
}

/** A settlement price holds the approved changes: none of them can be later. @throws RuleBroken settledBeforeChange */
export function assertSettledAfter(settledOn: Day, lastApproval: Day | null): void {
  if (lastApproval !== null && settledOn < lastApproval)
    throw new RuleBroken('settledBeforeChange', ['settledOn'], { on: lastApproval })
}

/** The 科目 of a contract that has but one. */
export function onlyLineOf(committed: LineSplit): string | null {
  const [first, ...others] = new Set(committed.map(({ budgetLineId }) => budgetLineId))
  return others.length === 0 ? (first ?? null) : null
}

/** One part for each 科目, those of zero left out. */
function summed(parts: LineSplit): LineSplit {
  return [...Map.groupBy(parts, ({ budgetLineId }) => budgetLineId)]
    .map(([budgetLineId, own]) => ({ budgetLineId, amountFen: sumOf(own) }))
    .filter(({ amountFen }) => amountFen !== 0)
}
