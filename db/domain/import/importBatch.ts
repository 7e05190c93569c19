import { z } from 'zod'
import { day } from '../day.ts'
import { totalFen } from '../fen.ts'
import { idempotencyKey } from '../payment.ts'
import { reasonText } from '../text.ts'
import { importKind } from './field.ts'
import { importMapping } from './importMapping.ts'

/** 导入: one file or block of cells that came in by one command, and goes by one. */
export const importBatch = z.object({
  id: z.string(),
  kind: importKind,
  /** Name of the file; null where cells were pasted. */
  source: z.string().nullable(),
  sheet: z.string(),
  recordCount: z.int(),
  amountFen: totalFen,
  /** Of funds: 下达 and 到位 apart; null where it brought none. */
  allottedFen: totalFen.nullable(),
  receivedFen: totalFen.nullable(),
  recordedAt: z.string(),
  actorName: z.string(),
  /** Null while it stands. */
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof importBatch>
/** As it is entered: what its entries of funds come to is seen when they are there. */
export type NewImport = Omit<ImportBatch, 'allottedFen' | 'receivedFen'>

/** A preview, or for scripts the file with its kind. Imports what is 新增. */
export const applyImportInput = z.strictObject({
  previewId: z.string().max(100).optional(),
  file: z.string().min(1).max(4096).optional(),
  kind: importKind.optional(),
  mapping: z.union([z.string().max(60), importMapping]).optional(),
  /** Rows with errors stay out; without it one error holds back all. */
  leavesErrors: z.boolean().default(false),
  /** For all rows with warnings; kept in the chain with each. */
  overrideReason: reasonText.optional(),
  idempotencyKey: idempotencyKey.optional(),
})

export const undoImportInput = z.strictObject({
  importId: z.string().max(100),
  reason: reasonText,
  /** The day of the cancelling entries of payments and funds; left out: the day of each entry, else today. */
  undoneOn: day.optional(),
  idempotencyKey: idempotencyKey.optional(),
})
