import type { TableCell, TableColumn } from '../../../db/domain/table.ts'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { ExportChoice } from './ExportChoice.tsx'

/** A column of a list as it is written out: the title that the screen shows, and the cell of a row. */
export interface ExportColumn<Row> {
  readonly title: string
  /** Text where it is left out. */
  readonly kind?: TableColumn['kind']
  /** Added up in the total row. */
  readonly isSummed?: boolean
  readonly cell: (row: Row) => TableCell
}

interface ExportTableProps<Row> {
  /** Of the file and of the sheet. */
  readonly name: string
  /** As the screen shows them, in its order. */
  readonly columns: readonly ExportColumn<Row>[]
  /** As the screen shows them: filtered, in its order. */
  readonly rows: readonly Row[]
  /** How deep a row stands in a tree: only those of depth 0 count in the total. */
  readonly depthOf?: (row: Row) => number
  /** What the rows were chosen by, in words. */
  readonly conditions?: readonly (string | null | undefined | false)[]
  /** The unit that the screen shows, where it is not the one chosen for all. */
  readonly unit?: 'yuan' | 'wan'
  readonly isSmall?: boolean
}

/** 导出 of a list that the window holds whole: exactly its columns, its rows and their order. */
export function ExportTable<Row>(props: ExportTableProps<Row>) {
  const { name, columns, rows, depthOf, conditions = [], isSmall = true } = props
  const language = useLanguage()
  const chosenUnit = useAmountUnit()
  const { state, run, cancel } = useTask('exportTable')
  return (
    <ExportChoice
      name={name}
      isEmpty={rows.length === 0}
      isSmall={isSmall}
      state={state}
      onCancel={cancel}
      onRun={(form) =>
        void run({
          ...form,
          name,
          language,
          unit: props.unit ?? chosenUnit,
          conditions: conditions.filter((part) => typeof part === 'string' && part !== '').join('；'),
          columns: columns.map(({ title, kind = 'text', isSummed = false }, place) => ({
            id: String(place),
            title,
            group: null,
            kind,
            isSummed,
          })),
          rows: rows.map((row) => ({
            cells: columns.map(({ cell }) => cell(row)),
            level: depthOf?.(row) ?? 0,
            sums: null,
          })),
        })
      }
    />
  )
}
