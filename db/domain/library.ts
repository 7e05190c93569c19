import { z } from 'zod'

/** 项目库: one file per office. */
export const library = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  formatVersion: z.int(),
  planCount: z.int(),
  projectCount: z.int(),
  paymentCount: z.int(),
  changeCount: z.int(),
  headHash: z.string(),
  lastChangeAt: z.string().nullable(),
  isSynthetic: z.boolean(),
})
export type Library = z.infer<typeof library>

const faultKinds = [
  'fileCorrupt',
  'chainBroken',
  'chainGap',
  'rowAltered',
  'rowMissing',
  'rowUnrecorded',
  'summaryWrong',
  'receiptAltered',
  'referenceBroken',
  'contentMissing',
  'contentAltered',
  'schemaAltered',
] as const

/** 校验账本: what was walked, compared and recomputed, and each place that does not agree. */
export const verification = z.object({
  isSound: z.boolean(),
  changeCount: z.int(),
  rowCount: z.int(),
  sumCount: z.int(),
  headHash: z.string(),
  verifiedAt: z.string(),
  durationMs: z.number(),
  faultCount: z.int(),
  /** The first 100 faults. */
  faults: z.array(
    z.object({
      kind: z.enum(faultKinds),
      entity: z.string().nullable(),
      entityId: z.string().nullable(),
      seq: z.int().nullable(),
      detail: z.string(),
    }),
  ),
})
export type Verification = z.infer<typeof verification>
export type Fault = Verification['faults'][number]
