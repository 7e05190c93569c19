import { z } from 'zod'
import { day } from '../day.ts'
import { fen } from '../fen.ts'
import { pageInput, pageOf } from '../page.ts'
import { entryParts } from './entryPart.ts'
import { importBatch } from './importBatch.ts'

/** A record as an import brought it in, at its row of the sheet. */
export const importEntry = z.object({
  recordId: z.string(),
  /** Null where the sheet came in as one record with many parts: a budget version. */
  row: z.int().nullable(),
  title: z.string(),
  dated: day.nullable(),
  amountFen: fen.nullable(),
  projectId: z.string(),
  projectName: z.string(),
  /** The version that a 科目 belongs to, the fund of an entry. */
  ownerId: z.string().nullable(),
  /** 下达 or 到位; null of anything else. */
  part: z.enum(entryParts).nullable(),
  isReversed: z.boolean(),
})
export type ImportEntry = z.infer<typeof importEntry>

export const listImportEntriesInput = z.strictObject({ importId: z.string().max(100), ...pageInput })
export const importEntryPage = pageOf(importEntry).extend({ batch: importBatch })

/** Which import, and which row of its sheet, a record came from; null where a person entered it. */
export const importOrigin = z.object({
  origin: z.object({ batch: importBatch, row: z.int().nullable() }).nullable(),
})
