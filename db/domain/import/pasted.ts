import { z } from 'zod'
import { delimitedRows } from './delimited.ts'
import type { Grid } from './grid.ts'
import { isAsShown } from './pastedCell.ts'

/** A block of cells as the window takes it from the clipboard's HTML. */
export const pastedTable = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        cells: z.array(z.union([z.string(), z.number(), z.null()])),
        isHidden: z.boolean().optional(),
      }),
    )
    .max(1_048_576),
  merges: z
    .array(z.strictObject({ top: z.int(), bottom: z.int(), left: z.int(), right: z.int() }))
    .max(20_000),
  hiddenColumns: z.array(z.int()).max(16_384),
  /** Figures that stand as they were seen, rounded perhaps: their program tells no more. */
  shownFigures: z.int(),
})
export type PastedTable = z.infer<typeof pastedTable>

/** Cells copied from a spreadsheet, as the clipboard's text gives them: with tabs, figures as they were seen. */
export function pastedGrid(text: string): Grid {
  const rows = [...delimitedRows(text, text.includes('\t') ? '\t' : undefined)]
  const shownFigures = rows.reduce(
    (sum, { cells }) =>
      sum + cells.filter((shown) => isAsShown({ shown, exact: null, isWhole: /^\d*$/.test(shown) })).length,
    0,
  )
  return { sheet: '', isDate1904: false, rows, merges: [], isDelimited: true, shownFigures }
}
