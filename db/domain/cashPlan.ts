import { z } from 'zod'
import { planYear } from './annualPlan.ts'
import { day } from './day.ts'
import { maxFen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { reasonText } from './text.ts'

/** 预付款 · 已完成未付 · 进度款 · 结算款 · 质保金返还 · 未签合同的任务 · 人工安排 · 调整后未安排 */
const cashParts = ['advance', 'due', 'progress', 'settlement', 'retention', 'task', 'set', 'rest'] as const
export type CashPart = (typeof cashParts)[number]

/** Why a month is not sure, or there is none. */
const cashMarks = [
  'coarse',
  'passed',
  'undated',
  'settlementEstimated',
  'settlementUndated',
  'retentionEstimated',
  'retentionUndated',
] as const
export type CashMark = (typeof cashMarks)[number]

const month = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: 'monthInvalid' })
const months = <Item extends z.ZodType>(item: Item) => z.array(item).length(12)

/** A contract, or a task that no contract covers. */
const cashSubject = z.object({
  projectId: z.string(),
  projectName: z.string(),
  contractId: z.string().nullable(),
  /** Of a row without a contract. */
  taskId: z.string().nullable(),
  number: z.string().nullable(),
  name: z.string(),
})
export type CashSubject = z.infer<typeof cashSubject>

/** The smallest figure of the plan: what one term or task needs of one source in one month. */
export const cashEntry = cashSubject.extend({
  part: z.enum(cashParts),
  /** The task whose dates it follows. */
  workId: z.string().nullable(),
  workName: z.string().nullable(),
  /** Null: 来源未落实 */
  fundId: z.string().nullable(),
  fundName: z.string().nullable(),
  /** Null: 未排期 */
  month: month.nullable(),
  amountFen: totalFen,
  start: day.nullable(),
  finish: day.nullable(),
  mark: z.enum(cashMarks).nullable(),
})
export type CashEntry = z.infer<typeof cashEntry>

/** What is open after the day: before the year, in its months, later, and 未排期; they add up to `openFen`. */
const cashSpread = {
  earlierFen: totalFen,
  planFen: months(totalFen),
  laterFen: totalFen,
  /** Negative where months were set to more than is open. */
  undatedFen: totalFen,
  /** Paid in the year's months by the day that is reckoned from. */
  spentFen: months(totalFen),
  /** Paid in the year's months, whenever. */
  paidFen: months(totalFen),
}

/** `reckonedFen` is what the month would be if nobody had set it. */
const cashMonth = z.object({ planFen: totalFen, reckonedFen: totalFen, isAdjusted: z.boolean() })

/** 用款计划 of one contract or task in a year. */
export const cashPlanRow = cashSubject.extend({
  openFen: totalFen,
  ...cashSpread,
  marks: z.array(z.enum(cashMarks)),
  sources: z.array(
    z.object({
      fundId: z.string().nullable(),
      fundName: z.string().nullable(),
      months: months(cashMonth),
      earlierFen: totalFen,
      laterFen: totalFen,
      undatedFen: totalFen,
    }),
  ),
})
export type CashPlanRow = z.infer<typeof cashPlanRow>

/** By source, against the year's plan and what is in hand: at the year's beginning, and received since. */
const cashSource = z.object({
  fundId: z.string().nullable(),
  fundName: z.string().nullable(),
  ...cashSpread,
  /** 年度投资计划 of the source; null where none is known. */
  annualFen: totalFen.nullable(),
  /** Null for what has no source, and for a source of which no receipt was entered. */
  openingFen: totalFen.nullable(),
  receivedFen: months(totalFen),
  /** The first month, from 1, that the use passes what is in hand; null where it never does. */
  shortFrom: z.int().nullable(),
})
export type CashSource = z.infer<typeof cashSource>

const scope = {
  year: planYear,
  /** The last day that counts as past; left out: the end of the year before, or today where that comes first. */
  asOf: day.optional(),
  projectId: z.string().optional(),
}
export const cashPlanInput = z.strictObject({ ...scope, ...pageInput })
export const cashPlanPage = pageOf(cashPlanRow).extend({
  year: planYear,
  asOf: day,
  openFen: totalFen,
  ...cashSpread,
  sources: z.array(cashSource),
  /** Months that a person set. */
  adjustedCount: z.int(),
  /** Tasks left to do of which nobody said what they cost: they are in no figure. */
  uncostedCount: z.int(),
})

/** What adds up to a figure of the plan; every filter left out counts all. */
export const listCashEntriesInput = z.strictObject({
  ...scope,
  contractId: z.string().optional(),
  taskId: z.string().optional(),
  /** Null: 来源未落实 */
  fundId: z.string().nullish(),
  from: month.optional(),
  to: month.optional(),
  /** Only 未排期; not together with months. */
  isUndated: z.boolean().default(false),
  ...pageInput,
})
export const cashEntryPage = pageOf(cashEntry).extend({ amountFen: totalFen })

/** A month of a contract, or of a task without one: one of the two is named. */
export const adjustCashPlanInput = z.strictObject({
  contractId: z.string().nullish(),
  taskId: z.string().nullish(),
  fundId: z.string().nullable(),
  year: planYear,
  month: z.int().min(1, { error: 'monthInvalid' }).max(12, { error: 'monthInvalid' }),
  /** Null: reckoned again. */
  amountFen: z
    .int({ error: 'amountNotWhole' })
    .min(0, { error: 'amountNegative' })
    .max(maxFen, { error: 'amountTooLarge' })
    .nullable(),
  reason: reasonText,
})

/** `beforeFen` is what was set before; null where the month was reckoned: setting it again takes the step back. */
export const adjustedCash = z.object({
  contractId: z.string().nullable(),
  taskId: z.string().nullable(),
  beforeFen: totalFen.nullable(),
})
