import { z } from 'zod'
import { citation } from './citation.ts'
import { totalFen } from './fen.ts'
import { reasonText } from './text.ts'

/** 待核 · 已函询 · 已更正 (by the body that published it; this app repairs nothing). */
export const discrepancyStatuses = ['open', 'inquired', 'corrected'] as const
export const discrepancyStatus = z.enum(discrepancyStatuses)

/** 差异: what the sources contradict. */
export const discrepancy = z.object({
  id: z.string(),
  planId: z.string(),
  projectId: z.string().nullable(),
  kind: z.string(),
  text: z.string(),
  itemsTotalFen: totalFen.nullable(),
  publishedFen: totalFen.nullable(),
  gapFen: totalFen.nullable(),
  status: discrepancyStatus,
  statusReason: z.string().nullable(),
  statusBy: z.string().nullable(),
  statusAt: z.string().nullable(),
})
export type Discrepancy = z.infer<typeof discrepancy>

export const discrepancyRow = discrepancy.extend({ planName: z.string(), citations: z.array(citation) })
export type DiscrepancyRow = z.infer<typeof discrepancyRow>

export const setDiscrepancyStatusInput = z.strictObject({
  discrepancyId: z.string(),
  status: discrepancyStatus,
  reason: reasonText,
})
