import { z } from 'zod'
import { day } from './day.ts'
import { fen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { optionalLine, optionalParagraph, requiredLine } from './text.ts'

/** 中央预算内 · 省级 · 市级 · 区级财政 · 专项债券 · 自筹 · 其他 */
export const fundKinds = ['central', 'province', 'city', 'district', 'bond', 'own', 'other'] as const

/** 资金来源 */
export const fund = z.object({
  id: z.string(),
  kind: z.enum(fundKinds),
  name: z.string(),
  documentNo: z.string().nullable(),
  note: z.string().nullable(),
  recordedAt: z.string(),
})
export type Fund = z.infer<typeof fund>

/** 下达 (allotment) or 到位 (receipt) of a fund for a project; a mistake is corrected by a negative entry. */
export const fundEntry = z.object({
  id: z.string(),
  fundId: z.string(),
  projectId: z.string(),
  kind: z.enum(['allotment', 'receipt']),
  amountFen: fen,
  enteredOn: day,
  documentNo: z.string().nullable(),
  memo: z.string().nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
})
export type FundEntry = z.infer<typeof fundEntry>

export const fundSums = z.object({
  allottedFen: totalFen,
  receivedFen: totalFen,
  /** Payments split to it, less reversals and refunds. */
  paidFen: totalFen,
  /** Received less paid: never negative. */
  balanceFen: totalFen,
})

export const fundBalance = fundSums.extend({ projectId: z.string(), projectName: z.string() })
export type FundBalance = z.infer<typeof fundBalance>

/** Sums are of the one project where the list was asked for it, else of all. */
export const fundRow = fund.extend({ ...fundSums.shape, projects: z.array(fundBalance) })

export const createFundInput = z.strictObject({
  kind: z.enum(fundKinds),
  name: requiredLine(200),
  documentNo: optionalLine(100),
  note: optionalParagraph(2000),
})
export const listFundsInput = z.strictObject({ projectId: z.string().optional(), ...pageInput })

export const recordFundReceiptInput = z.strictObject({
  fundId: z.string(),
  projectId: z.string().min(1, { error: 'textMissing' }),
  kind: z.enum(['allotment', 'receipt']).default('receipt'),
  amountFen: fen.refine((amount) => amount !== 0, { error: 'amountZero' }),
  enteredOn: day,
  documentNo: optionalLine(100),
  memo: optionalParagraph(2000),
})
export const listFundEntriesInput = z.strictObject({
  fundId: z.string().optional(),
  projectId: z.string().optional(),
  ...pageInput,
})
export const fundEntryPage = pageOf(fundEntry.extend({ fundName: z.string(), projectName: z.string() }))

/** One part of a payment's split over its sources. */
export const fundPart = z.strictObject({ fundId: z.string(), amountFen: fen })
export type FundPart = z.infer<typeof fundPart>
