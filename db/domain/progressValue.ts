import { z } from 'zod'
import { lineSplit } from './contract.ts'
import { type Fen, fen, totalFen } from './fen.ts'
import { sumOf } from './fenPart.ts'
import { pageInput, pageOf } from './page.ts'
import { month } from './periodClose.ts'
import { RuleBroken } from './ruleBroken.ts'
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

/**
 * What is taken back was measured by then: on the contract and on each 科目, in that month and in every later one.
 * @throws RuleBroken progressValueNegative with the first month that would fall below zero
 */
export function assertMeasured(
  measured: readonly Pick<ProgressValue, 'month' | 'budgetLineId' | 'amountFen'>[],
  added: readonly Pick<ProgressValue, 'month' | 'budgetLineId' | 'amountFen'>[],
): void {
  const taken = added.filter(({ amountFen }) => amountFen < 0)
  const all = [...measured, ...added].toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  for (const { month: from, budgetLineId } of taken) {
    const own = all.filter((one) => one.budgetLineId === budgetLineId)
    for (const of of new Set([from, ...own.map((one) => one.month).filter((one) => one > from)]))
      if (sumOf(own.filter((one) => one.month <= of)) < 0)
        throw new RuleBroken('progressValueNegative', ['amountFen'], { month: of })
  }
}

/** More work measured than the contract is worth with its approved changes; what is taken back needs its reason. */
export function doneWarnings(amountFen: Fen, cumulativeFen: Fen, committedFen: Fen): RuleCode[] {
  if (amountFen < 0) return ['doneTakenBack']
  return cumulativeFen > committedFen ? ['doneOverContract'] : []
}
