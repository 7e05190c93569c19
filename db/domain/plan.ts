import { z } from 'zod'
import { citation } from './citation.ts'
import { totalFen } from './fen.ts'

/** 规划: the document that projects come from. Its published total stands beside the sum of its items. */
export const plan = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  /** EDTF interval of the plan's term. */
  period: z.string(),
  issuedOn: z.string().nullable(),
  publishedTotalFen: totalFen.nullable(),
  publishedTotalLabel: z.string().nullable(),
  publishedCount: z.int().nullable(),
  /** The body text's rounded figure, as printed. */
  roundedTotalText: z.string().nullable(),
})
export type Plan = z.infer<typeof plan>

/** 资金包: one amount over several projects that the source does not split; it is never allocated. */
export const envelope = z.object({
  id: z.string(),
  planId: z.string(),
  name: z.string(),
  amountFen: totalFen,
  isApproximate: z.boolean(),
  text: z.string(),
})
export type Envelope = z.infer<typeof envelope>

export const planSummary = z.object({
  planId: z.string(),
  publishedTotalFen: totalFen.nullable(),
  /** Sum of the plan's own items whose amount is known; null where none is. */
  itemsTotalFen: totalFen.nullable(),
  /** The part of the items' sum that is derived from a rate and labelled so. */
  derivedFen: totalFen,
  /** Published total minus items' sum: shown, never repaired; null where no total is published. */
  gapFen: totalFen.nullable(),
  itemCount: z.int(),
  knownCount: z.int(),
  /** Projects whose amount is unknown (未公布), those inside an envelope included. */
  unknownCount: z.int(),
  envelopeProjectCount: z.int(),
  /** Projects entered by hand under this plan: never part of the plan's own sums. */
  addedCount: z.int(),
  addedFen: totalFen.nullable(),
  envelopes: z.array(envelope.extend({ projectCount: z.int() })),
  /** Null: the library holds no such book for the plan's projects yet. */
  budgetFen: totalFen.nullable(),
  contractFen: totalFen.nullable(),
  doneFen: totalFen.nullable(),
  paidFen: totalFen,
  paymentCount: z.int(),
  openDiscrepancyCount: z.int(),
  gapDiscrepancyId: z.string().nullable(),
  citations: z.array(citation),
})
export type PlanSummary = z.infer<typeof planSummary>
