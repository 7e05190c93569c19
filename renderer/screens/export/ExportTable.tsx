import { useAmountUnit, useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { ExportChoice, type ExportForm } from './ExportChoice.tsx'
import { type ExportColumn, treeRows } from './exportColumn.ts'

interface ExportTableProps<Row> {
  /** Of the file and of the sheet. */
  readonly name: string
  /** As the screen shows them, in its order. */
  readonly columns: readonly ExportColumn<Row>[]
  /** As the screen shows them: filtered, in its order. A list that is read page by page is read whole when it is asked for. */
  readonly rows: readonly Row[] | (() => Promise<readonly Row[]>)
  /** How deep a row stands in a tree: only those of depth 0 count in the total, the others are parts of them. */
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
  const write = async (form: ExportForm) => {
    const shown = typeof rows === 'function' ? await rows() : rows
    await run({
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
      rows: treeRows(columns, shown, depthOf ?? (() => 0)),
    })
  }
  return (
    <ExportChoice
      name={name}
      isEmpty={typeof rows !== 'function' && rows.length === 0}
      isSmall={isSmall}
      state={state}
      onCancel={cancel}
      onRun={(form) => void write(form)}
    />
  )
}
