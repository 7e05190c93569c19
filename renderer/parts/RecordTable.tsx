import { Table, type TableProps } from 'antd'
import { type ComponentProps, type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** A column; `isFigure` sets numbers right, tabular. */
export type RecordColumn<Row> = NonNullable<TableProps<Row>['columns']>[number] & {
  readonly isFigure?: boolean
}

interface RecordTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: readonly RecordColumn<Row>[]
  /** Makes the rows reachable by arrow keys; Enter or a click opens one. */
  readonly onOpen?: (row: Row) => void
  readonly rowClassName?: (row: Row) => string
  readonly emptyText?: string
  readonly isLoading?: boolean
  readonly pagination?: TableProps<Row>['pagination']
  readonly onChange?: TableProps<Row>['onChange']
  readonly summary?: TableProps<Row>['summary']
}

/** A dense table: 12 px type, 32 px rows, its head in view while it scrolls. */
export function RecordTable<Row extends object>(props: RecordTableProps<Row>) {
  const {
    label,
    rows,
    rowKey,
    columns,
    onOpen,
    rowClassName,
    emptyText,
    isLoading = false,
    pagination = false,
  } = props
  const { t } = useTranslation('terms')
  const components = useMemo(
    () => ({ table: (own: ComponentProps<'table'>) => <table {...own} aria-label={label} /> }),
    [label],
  )
  return (
    <Table<Row>
      size="small"
      tableLayout="auto"
      components={components}
      dataSource={rows}
      rowKey={rowKey}
      columns={columns.map(({ isFigure, ...column }) =>
        isFigure === true ? { ...column, className: 'is-figure' } : column,
      )}
      loading={isLoading}
      pagination={pagination}
      locale={{ emptyText: <span className="grey">{emptyText ?? t('empty')}</span> }}
      {...(onOpen === undefined ? {} : { onRow: (row: Row) => keyboardRow(() => onOpen(row)) })}
      {...(rowClassName === undefined ? {} : { rowClassName })}
      {...(props.onChange === undefined ? {} : { onChange: props.onChange })}
      {...(props.summary === undefined ? {} : { summary: props.summary })}
    />
  )
}

/** What makes a table row a stop of the keyboard: arrows move, Enter opens; a click on the row opens, too. */
export function keyboardRow(open: () => void) {
  return {
    tabIndex: 0,
    className: 'is-openable',
    onClick: (event: { readonly target: EventTarget }) => {
      if (!isInControl(event.target)) open()
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return
      if (event.key === 'Enter') {
        event.preventDefault()
        open()
      }
      const next =
        event.key === 'ArrowDown'
          ? 'nextElementSibling'
          : event.key === 'ArrowUp'
            ? 'previousElementSibling'
            : null
      if (next === null) return
      event.preventDefault()
      const row = event.currentTarget[next]
      if (row instanceof HTMLElement && row.tabIndex === 0) row.focus()
    },
  }
}

/** A link or button inside the row does its own work. */
function isInControl(target: EventTarget) {
  return target instanceof Element && target.closest('a, button, input, textarea, [role="button"]') !== null
}
