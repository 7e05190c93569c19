import { z } from 'zod'
import { lineSplit } from './contract.ts'
import { type Fen, fen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { month } from './periodClose.ts'
import type { RuleCode } from './ruleText.ts'
import { optionalParagraph, reasonText } from './text.ts'

/** 完成投资 (计量): work measured in a month; never edited, a mistake is corrected by a negative entry. */
export const progressValue = z.object({
  id: z.string(),
  contractId: z.string(),
  month,
  amountFen: fen,
  /** Null: 未分科目. */
  budgetLineId: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type ProgressValue = z.infer<typeof progressValue>

export const recordProgressValueInput = z.strictObject({
  contractId: z.string(),
  month,
  amountFen: fen.refine((amount) => amount !== 0, { error: 'amountZero' }),
  /** Adds up to the amount. Left out: the contract's only 科目, else 未分科目. */
  split: lineSplit.optional(),
  note: optionalParagraph(500),
  overrideReason: reasonText.optional(),
})

/** One entry for each part of the split, and where the contract then stands. */
export const recordedProgressValue = z.object({
  items: z.array(progressValue),
  total: z.int(),
  cumulativeFen: totalFen,
  /** Of what is committed. */
  donePct: z.number().nullable(),
})

export const listProgressValuesInput = z.strictObject({
  contractId: z.string().optional(),
  projectId: z.string().optional(),
  planId: z.string().optional(),
  /** A 科目 and all below it, in any version; `none`: 未分科目. */
  lineKey: z.string().optional(),
  from: month.optional(),
  to: month.optional(),
  ...pageInput,
})
export const progressValuePage = pageOf(
  progressValue.extend({
    contractNumber: z.string(),
    contractName: z.string(),
    projectId: z.string(),
    lineName: z.string().nullable(),
    /** Of the contract, up to and with this entry, in order of months. */
    cumulativeFen: totalFen,
    /** Cumulative, of what is committed. */
    donePct: z.number().nullable(),
  }),
).extend({ amountFen: totalFen })

/** More work measured than the contract is worth with its approved changes; what is taken back needs its reason. */
export function doneWarnings(amountFen: Fen, cumulativeFen: Fen, committedFen: Fen): RuleCode[] {
  if (amountFen < 0) return ['doneTakenBack']
  return cumulativeFen > committedFen ? ['doneOverContract'] : []
}
