import { z } from 'zod'
import { budgetKind } from '../budget.ts'
import { requiredLine } from '../text.ts'
import { type ImportField, importField, importKind } from './field.ts'

/** 列对应: how a sheet is read. What is left out is found in the sheet. */
export const importMapping = z.strictObject({
  sheet: z.string().max(200).optional(),
  /** Number of the row of heads (the upper one of two). */
  headerRow: z.int().min(1).max(1_048_576).optional(),
  /** First column, from 0, of the table that is read where several stand side by side. */
  tableColumn: z.int().min(0).max(199).optional(),
  /** Columns from 0. */
  columns: z
    .array(z.strictObject({ column: z.int().min(0).max(199), field: importField }))
    .max(40)
    .refine(isEachOnce, { error: 'inputMalformed' })
    .optional(),
  unit: z.enum(['yuan', 'wan']).optional(),
  /** Of dates whose columns are 月 and 日 alone. */
  year: z.int().min(1900).max(2199).optional(),
  /** Of every row, where the sheet has no column for it. */
  projectId: z.string().max(100).optional(),
  purpose: requiredLine(500).optional(),
  entryKind: z.enum(['receipt', 'allotment']).optional(),
  budgetKind: budgetKind.exclude(['plan']).optional(),
  /** Names of the sheet that the library knows by another one. */
  names: z
    .array(z.strictObject({ field: importField, text: z.string().max(500), id: z.string().max(100) }))
    .max(500)
    .optional(),
  /** Rows that look like ones already entered are imported all the same. */
  takesDuplicates: z.boolean().optional(),
})
export type ImportMapping = z.infer<typeof importMapping>

/**
 * Whether two columns cannot be these two fields at once: a field is one column's (but each source has its own), an
 * amount is of the row or of its entries, and the sources stand in one column or in one each.
 */
export function isInstead(one: ImportField, other: ImportField): boolean {
  const excluded = (field: ImportField): readonly ImportField[] => {
    if (field === 'amount') return ['amount', 'allotted', 'received']
    if (field === 'allotted' || field === 'received') return [field, 'amount']
    if (field === 'fund') return ['fund', 'fundShare']
    return field === 'fundShare' ? ['fund'] : [field]
  }
  return excluded(one).includes(other)
}

function isEachOnce(columns: readonly { readonly field: ImportField }[]): boolean {
  return columns.every(({ field }, at) =>
    columns.slice(0, at).every((known) => !isInstead(field, known.field)),
  )
}

export type ColumnChoice = NonNullable<ImportMapping['columns']>[number]

export const savedMapping = z.object({
  id: z.string(),
  kind: importKind,
  name: z.string(),
  mapping: importMapping,
  savedAt: z.string(),
  savedBy: z.string(),
})
export type SavedMapping = z.infer<typeof savedMapping>

export const saveImportMappingInput = z.strictObject({
  kind: importKind,
  name: requiredLine(60),
  mapping: importMapping,
})
