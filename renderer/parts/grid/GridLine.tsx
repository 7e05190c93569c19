import { memo, type ReactNode } from 'react'
import type { GridColumn, GridRow } from './gridColumn.ts'

interface GridLineProps {
  readonly gridId: string
  readonly row: GridRow
  readonly ariaIndex: number
  readonly columns: readonly GridColumn<GridRow>[]
  readonly template: string
  readonly height: number
  readonly className: string
  readonly activeColumn: string | null
  /** Stands in the cell that is being edited; false where none is. */
  readonly editor: ReactNode
}

/** Drawn anew only when something of it changed: scrolling through thousands of rows leaves the others alone. */
export const GridLine = memo(Line)

function Line(props: GridLineProps) {
  const { gridId, row, columns, activeColumn, editor } = props
  const [first] = columns
  return (
    <div
      role="row"
      className={`tree-grid-row ${props.className}${activeColumn === null ? '' : ' is-active'}`}
      data-row={row.id}
      aria-rowindex={props.ariaIndex}
      aria-level={row.level}
      aria-selected={activeColumn !== null}
      {...(row.isExpanded === null ? {} : { 'aria-expanded': row.isExpanded })}
      style={{ gridTemplateColumns: props.template, height: props.height }}
    >
      {columns.map((column) => {
        const isActive = column.key === activeColumn
        return (
          <div
            key={column.key}
            id={`${gridId}-${row.id}-${column.key}`}
            role={column === first ? 'rowheader' : 'gridcell'}
            data-column={column.key}
            className={`${column.isFigure === true ? 'is-figure' : ''}${isActive ? ' is-active' : ''}`}
            title={column.hint?.(row)}
            {...(column.draft === undefined || column.draft(row) === null ? { 'aria-readonly': true } : {})}
          >
            {isActive && editor !== false ? editor : column.cell(row)}
          </div>
        )
      })}
    </div>
  )
}
