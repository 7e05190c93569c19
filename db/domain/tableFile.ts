import { z } from 'zod'
import { languages } from './ruleText.ts'
import { tableColumn, tableRow } from './table.ts'
import { requiredLine } from './text.ts'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]
export const papers = ['A4', 'A3'] as const

/** What a list is written as. The file's own extension decides between workbook and CSV; `format` suggests it. */
export const tableFile = {
  format: z.enum(tableFormats).default('xlsx'),
  paper: z.enum(papers).default('A4'),
  unit: z.enum(['yuan', 'wan']).default('yuan'),
  language: z.enum(languages).default('zh-CN'),
  /** What the rows were chosen by, in words. */
  conditions: z.string().max(2000).default(''),
  file: z.string(),
}

/** A list as it stands on a screen: its columns, and its rows in their order. */
export const exportTableInput = z.strictObject({
  name: requiredLine(100),
  columns: z.array(tableColumn).min(1).max(100),
  rows: z.array(tableRow).max(20_000, { error: 'exportTooLong' }),
  ...tableFile,
})

export const writtenFile = z.object({ file: z.string(), rowCount: z.int() })
