import { z } from 'zod'
import { type Day, day } from './day.ts'
import { type Fen, fen, formatFen, sumKnown, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
import { optionalLine, optionalParagraph, reasonText, requiredLine } from './text.ts'

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

/** 下达 (allotment) or 到位 (receipt) of a fund for a project; never edited: a mistake is reversed and entered again. */
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
  /** The entry that this one cancels, or null. */
  reversesId: z.string().nullable(),
  /** Of a reversal. */
  reason: z.string().nullable(),
})
export type FundEntry = z.infer<typeof fundEntry>

export const fundSums = z.object({
  /** Null: no entry of 下达 stands. */
  allottedFen: totalFen.nullable(),
  /** Null: nobody entered what it received, which is not to say that it received nothing. */
  receivedFen: totalFen.nullable(),
  /** Payments split to it, less reversals and refunds: zero without one, as the ledger holds all of them. */
  paidFen: totalFen,
  /** Received less paid: never negative, unknown as what was received is. */
  balanceFen: totalFen.nullable(),
})
export type FundSums = z.infer<typeof fundSums>

export const fundBalance = fundSums.extend({ projectId: z.string(), projectName: z.string() })
export type FundBalance = z.infer<typeof fundBalance>

/** A source as payments find it: of what nobody entered nothing can be paid. */
export const fundInHand = z.object({
  fundId: z.string(),
  fundName: z.string(),
  allottedFen: totalFen,
  receivedFen: totalFen,
  paidFen: totalFen,
  balanceFen: totalFen,
})

/** Sums are of the one project where the list was asked for it, else of all. */
export const fundRow = fund.extend({ ...fundSums.shape, projects: z.array(fundBalance) })

export const createFundInput = z.strictObject({
  kind: z.enum(fundKinds),
  name: requiredLine(200),
  documentNo: optionalLine(100),
  note: optionalParagraph(2000),
})
export const listFundsInput = z.strictObject({ projectId: z.string().optional(), ...pageInput })

const fundYear = z.string().regex(/^[12]\d{3}$/, { error: 'inputMalformed' })

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
  kind: z.enum(['allotment', 'receipt']).optional(),
  /** YYYY, of the day of the entry. */
  year: fundYear.optional(),
  /** Days, both included. */
  from: day.optional(),
  to: day.optional(),
  ...pageInput,
})
export type ListFundEntries = z.infer<typeof listFundEntriesInput>
export const fundEntryRow = fundEntry.extend({
  fundName: z.string(),
  projectName: z.string(),
  /** The entry that cancels this one, or null. */
  reversedById: z.string().nullable(),
})
export type FundEntryRow = z.infer<typeof fundEntryRow>
export const fundEntryPage = pageOf(fundEntryRow)

export const reverseFundEntryInput = z.strictObject({
  entryId: z.string(),
  reason: reasonText,
  reversedOn: day,
})

export const fundsByYearInput = z.strictObject({
  fundId: z.string().optional(),
  projectId: z.string().optional(),
})
/** What each source brought and paid in each year, newest first. */
export const fundYears = z.object({
  items: z.array(
    z.object({
      year: fundYear,
      fundId: z.string(),
      fundName: z.string(),
      /** Null where the source has no such entry in any year. */
      allottedFen: totalFen.nullable(),
      receivedFen: totalFen.nullable(),
      paidFen: totalFen,
    }),
  ),
  total: z.int(),
})

/** Over several sources or projects; the unknown is left out, and unknown is a sum over nothing else. */
export function sumOfFunds(parts: readonly FundSums[]): FundSums {
  const sum = (book: Exclude<keyof FundSums, 'paidFen'>) => sumKnown(parts.map((part) => part[book]))
  return {
    allottedFen: sum('allottedFen'),
    receivedFen: sum('receivedFen'),
    paidFen: parts.reduce((total, { paidFen }) => total + paidFen, 0),
    balanceFen: sum('balanceFen'),
  }
}

/** One part of a payment's split over its sources. */
export const fundPart = z.strictObject({ fundId: z.string(), amountFen: fen })
export type FundPart = z.infer<typeof fundPart>

/** @throws RuleBroken fundNegative: a source never pays more than it received */
export function assertNotNegative(fundName: string, balanceFen: Fen, addedFen: Fen, field: string): void {
  if (balanceFen + addedFen >= 0 || addedFen >= 0) return
  throw new RuleBroken('fundNegative', [field], { fund: fundName, balance: formatFen(balanceFen, 'yuan') })
}

/**
 * The entry that cancels a wrong 下达 or 到位: same source, project and document, the amount negated.
 * @throws RuleBroken fundEntryIsReversal, fundEntryReversed, fundReversalBefore
 */
export function fundReversalOf(
  original: FundEntryRow,
  reversal: Pick<FundEntry, 'id' | 'recordedAt' | 'actorName'> & {
    readonly reversedOn: Day
    readonly reason: string
  },
): FundEntry {
  if (original.reversesId !== null) throw new RuleBroken('fundEntryIsReversal', ['entryId'])
  if (original.reversedById !== null) throw new RuleBroken('fundEntryReversed', ['entryId'])
  if (reversal.reversedOn < original.enteredOn)
    throw new RuleBroken('fundReversalBefore', ['reversedOn'], { enteredOn: original.enteredOn })
  return {
    id: reversal.id,
    fundId: original.fundId,
    projectId: original.projectId,
    kind: original.kind,
    amountFen: -original.amountFen,
    enteredOn: reversal.reversedOn,
    documentNo: original.documentNo,
    memo: null,
    recordedAt: reversal.recordedAt,
    actorName: reversal.actorName,
    reversesId: original.id,
    reason: reversal.reason,
  }
}
