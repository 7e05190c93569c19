import { z } from 'zod'
import { totalFen } from '../fen.ts'
import { pageInput, pageOf } from '../page.ts'
import { languages, type RuleCode } from '../ruleText.ts'
import { entryParts } from './entryPart.ts'
import { importField, importKind } from './field.ts'
import { importMapping } from './importMapping.ts'
import { pastedTable } from './pasted.ts'

/** 新增 · 更新 · 重复 · 错误 · 略去; only tasks are updated by an import. */
const importStates = ['new', 'update', 'duplicate', 'error', 'leftOut'] as const
export const importState = z.enum(importStates)
export type ImportState = z.infer<typeof importState>

/** One of the four: a file, a preview that is read again, cells pasted as text, or taken from the clipboard’s HTML. */
export const previewImportInput = z.strictObject({
  file: z.string().min(1).max(4096).optional(),
  previewId: z.string().max(100).optional(),
  pasted: z.string().max(20_000_000).optional(),
  cells: pastedTable.optional(),
  kind: importKind.optional(),
  /** The name of a saved mapping, or one in full. */
  mapping: z.union([z.string().max(60), importMapping]).optional(),
})

export const correctImportRowInput = z.strictObject({
  previewId: z.string().max(100),
  row: z.int().min(1),
  /** Of a row that is two entries, which one; its amount and its day are of that one alone. */
  part: z.enum(entryParts).nullish(),
  /** Fields as they are to be read instead of the sheet's; null takes a correction back. */
  values: z.partialRecord(importField, z.string().max(2000).nullable()).optional(),
  /** take: import it though it looks like one already entered; leave: do not import it; null: as the check says. */
  choice: z.enum(['take', 'leave']).nullish(),
})

export const importPreview = z.object({
  previewId: z.string(),
  kind: importKind,
  /** Name of the file; null where cells were pasted. */
  source: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** Rows of the heads; null where none was found and one must be chosen. */
  header: z.object({ first: z.int(), last: z.int() }).nullable(),
  /** Tables side by side, of which one is read at a time: where each stands and its first heads; empty where one is all. */
  tables: z.array(
    z.object({ column: z.int(), headerRow: z.int(), letters: z.string(), heads: z.array(z.string()) }),
  ),
  /** The first rows of the sheet as they stand, for choosing the header. */
  top: z.array(z.object({ number: z.int(), cells: z.array(z.string()) })),
  columns: z.array(
    z.object({
      column: z.int(),
      letter: z.string(),
      head: z.string(),
      samples: z.array(z.string()),
      /** Not seen when the sheet is opened. */
      isHidden: z.boolean(),
      field: importField.nullable(),
    }),
  ),
  /** As it was read: what was given, and what was found. */
  mapping: importMapping,
  unit: z.enum(['yuan', 'wan']),
  /** Whether the sheet says the unit; where not, it stands to be confirmed. */
  isUnitWritten: z.boolean(),
  /** Fields that the kind needs and no column gives. */
  missing: z.array(importField),
  counts: z.object({
    new: z.int(),
    update: z.int(),
    duplicate: z.int(),
    error: z.int(),
    leftOut: z.int(),
    /** Of the new: rows whose warnings ask for a reason. */
    warned: z.int(),
  }),
  /** Of the new. */
  amountFen: totalFen,
  /** Of the new, apart, where rows are 下达 and 到位 at once; empty elsewhere. */
  partsFen: z.array(z.object({ part: z.enum(entryParts), amountFen: totalFen })),
  /** The sheet's own 合计 beside the sum of its rows as they were read; none where it has none or a row cannot be read. */
  writtenTotals: z.array(
    z.object({
      row: z.int(),
      part: z.enum(entryParts).nullable(),
      writtenFen: totalFen,
      readFen: totalFen,
    }),
  ),
  /** Rows of records that the sheet hides: a filter was left on, or somebody hid them. */
  hiddenRows: z.int(),
  /** Figures of pasted cells that stand as they were seen: decimals that a format hides did not come along. */
  shownFigures: z.int(),
  /** Codes of the warnings. */
  warnings: z.array(z.string()),
  unknownNames: z.array(z.object({ field: importField, text: z.string(), rowCount: z.int() })),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importRow = z.object({
  row: z.int(),
  /** Of a row that is two entries: which of them. */
  part: z.enum(entryParts).nullable(),
  state: importState,
  choice: z.enum(['take', 'leave']).nullable(),
  isCorrected: z.boolean(),
  /** Not seen when the sheet is opened. */
  isHidden: z.boolean(),
  /** Of the amount as the sheet has it; null where it is neither. */
  unit: z.enum(['yuan', 'wan']).nullable(),
  cells: z.partialRecord(importField, z.string()),
  /** In the unit of the library, where it could be read. */
  amountFen: totalFen.nullable(),
  reasons: z.array(z.object({ code: z.string(), field: z.string().nullable(), message: z.string() })),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type ImportRow = z.infer<typeof importRow>

export const listImportRowsInput = z.strictObject({
  previewId: z.string().max(100),
  state: importState.optional(),
  /** Only rows with warnings. */
  isWarned: z.boolean().optional(),
  language: z.enum(languages).default('zh-CN'),
  ...pageInput,
})
export const importRowPage = pageOf(importRow)

/** The states that a fault of that code makes. */
export function stateOfFault(code: RuleCode): ImportState {
  if (leftOutCodes.includes(code)) return 'leftOut'
  return duplicateCodes.includes(code) ? 'duplicate' : 'error'
}

const leftOutCodes: readonly RuleCode[] = [
  'importTitleRow',
  'importHeaderRow',
  'importSubtotalRow',
  'importNoteRow',
  'importProjectRow',
  'importRowLeft',
]
const duplicateCodes: readonly RuleCode[] = ['importDuplicateEntry', 'importDuplicateRow']
