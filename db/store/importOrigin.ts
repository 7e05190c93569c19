import type { Row } from './change.ts'

/** Where a record came from: its import, and the row of its sheet. */
export interface Origin {
  readonly importId: string
  readonly row: number
}

export function originColumns({ importId, row }: Origin): Row {
  return { import_id: importId, import_row: row }
}

/** Of a record that was entered by hand. */
export const noOrigin: Row = { import_id: null, import_row: null }
