import type { ReactNode } from 'react'

/** A line of a grid that is a tree. */
export interface GridRow {
  readonly id: string
  /** 1 at the top. */
  readonly level: number
  /** Null: nothing stands below it. */
  readonly isExpanded: boolean | null
}

export interface GridColumn<Row extends GridRow> {
  readonly key: string
  readonly title: string
  readonly width: number
  /** Sets numbers right, tabular. */
  readonly isFigure?: boolean
  cell(row: Row): ReactNode
  /** What the cell says, where it may be cut off. */
  hint?(row: Row): string | undefined
  /** The text with which editing begins; null where the cell cannot be edited. */
  draft?(row: Row): string | null
}

/** What the grid asks for by key. */
export type GridCommand =
  | 'open'
  | 'add'
  | 'remove'
  | 'indent'
  | 'outdent'
  | 'moveUp'
  | 'moveDown'
  | 'expand'
  | 'collapse'
  | 'link'

/** Where the keyboard is: by names, since rows come and go. */
export interface GridPlace {
  readonly rowId: string
  readonly columnKey: string
}
