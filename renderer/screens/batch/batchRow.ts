import { z } from 'zod'

/** The columns of the grid, in the order in which a voucher is read. */
export const batchColumns = [
  'paidOn',
  'payee',
  'project',
  'contract',
  'kind',
  'line',
  'purpose',
  'amount',
  'fund',
  'voucherNo',
  'invoiceNo',
  'memo',
  'reason',
] as const
export type BatchColumn = (typeof batchColumns)[number]

const cells = z.record(z.enum(batchColumns), z.string())
/** What stands in each cell, as text: projects, contracts and sources by their names. */
export type BatchCells = Readonly<Record<BatchColumn, string>>

const batchRow = z.object({
  id: z.string(),
  cells,
  /** A person has seen the possible duplicates of this row. */
  isNoDuplicate: z.boolean(),
})
export interface BatchRow extends Readonly<Omit<z.infer<typeof batchRow>, 'cells'>> {
  readonly cells: BatchCells
}

/** What is kept of a batch until it is saved. */
export const batchDraft = z.object({
  rows: z.array(batchRow).min(1).max(1000),
  /** 批次合计, as typed. */
  control: z.string(),
  idempotencyKey: z.string(),
})
export type BatchDraft = z.infer<typeof batchDraft>

const emptyCells: BatchCells = {
  paidOn: '',
  payee: '',
  project: '',
  contract: '',
  kind: '',
  line: '',
  purpose: '',
  amount: '',
  fund: '',
  voucherNo: '',
  invoiceNo: '',
  memo: '',
  reason: '',
}

/** A new row; the day of the one above it is likely its own. */
export function newRow(above?: BatchRow): BatchRow {
  return {
    id: crypto.randomUUID(),
    cells: { ...emptyCells, paidOn: above?.cells.paidOn ?? '' },
    isNoDuplicate: false,
  }
}

/** A day alone is none of a payment yet: it was copied from the row above. */
export function isEmptyRow({ cells: own }: BatchRow): boolean {
  return batchColumns.every((column) => column === 'paidOn' || own[column].trim() === '')
}

/** A change of what a row says takes back what was said of its duplicates. */
export function withCells(row: BatchRow, changes: Partial<BatchCells>): BatchRow {
  const isSame = batchColumns.every(
    (column) => changes[column] === undefined || changes[column] === row.cells[column],
  )
  return isSame ? row : { ...row, cells: { ...row.cells, ...changes }, isNoDuplicate: false }
}
