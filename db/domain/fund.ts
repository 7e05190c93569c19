import Big from 'big.js'
import { z } from 'zod'
import { day } from './day.ts'
import { type Fen, fen, formatFen, totalFen } from './fen.ts'
import { pageInput, pageOf } from './page.ts'
import { RuleBroken } from './ruleBroken.ts'
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

/** @throws RuleBroken fundNegative: a source never pays more than it received */
export function assertNotNegative(fundName: string, balanceFen: Fen, addedFen: Fen, field: string): void {
  if (balanceFen + addedFen >= 0 || addedFen >= 0) return
  throw new RuleBroken('fundNegative', [field], { fund: fundName, balance: formatFen(balanceFen, 'yuan') })
}

/**
 * 默认拆分: by the balances in hand, the parts adding up exactly (largest remainder); what the balances do not cover
 * is left out, so that a split that is short shows as such.
 */
export function splitByBalance(
  amountFen: Fen,
  balances: readonly { readonly fundId: string; readonly balanceFen: Fen }[],
): FundPart[] {
  const usable = balances.filter(({ balanceFen }) => balanceFen > 0)
  const inHand = usable.reduce((sum, { balanceFen }) => sum + balanceFen, 0)
  const spread = Math.min(amountFen, inHand)
  if (spread <= 0) return []
  const exact = usable.map(({ fundId, balanceFen }) => {
    const share = new Big(spread).times(balanceFen).div(inHand)
    const whole = share.round(0, Big.roundDown).toNumber()
    return { fundId, whole, rest: share.minus(whole).toNumber() }
  })
  const missing = spread - exact.reduce((sum, { whole }) => sum + whole, 0)
  const rounded = new Set(
    exact
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ fundId }) => fundId),
  )
  return exact
    .map(({ fundId, whole }) => ({ fundId, amountFen: whole + (rounded.has(fundId) ? 1 : 0) }))
    .filter((part) => part.amountFen > 0)
}
