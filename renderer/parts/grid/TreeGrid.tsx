import './grid.css'
import { type KeyboardEvent, type MouseEvent, useId, useRef } from 'react'
import { CellEditor } from './CellEditor.tsx'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import type { GridColumn, GridCommand, GridPlace, GridRow } from './gridColumn.ts'
import { gridStep } from './gridKeys.ts'

export interface GridEdit extends GridPlace {
  readonly text: string
}

interface TreeGridProps<Row extends GridRow> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  /** Rows `from` up to `to` are in the page; the others keep their room. */
  readonly from: number
  readonly to: number
  readonly rowHeight: number
  readonly headHeight: number
  readonly pageRows: number
  readonly place: GridPlace | null
  readonly edit: GridEdit | null
  /** What is wrong with what was typed. */
  readonly fault: string | null
  readonly className?: (row: Row) => string
  readonly onPlace: (place: GridPlace) => void
  readonly onEdit: (edit: GridEdit | null) => void
  /** Takes what was typed. */
  readonly onTyped: (edit: GridEdit) => void
  readonly onCommand: (command: GridCommand, rowId: string) => void
  readonly onResize: (columnKey: string, width: number) => void
  /** The pointer's second button, or the menu key on a row. */
  readonly onMenu?: (rowId: string, x: number, y: number) => void
}

/**
 * A tree in columns, worked as a spreadsheet is. The keyboard stays on the grid itself and `aria-activedescendant`
 * names the cell, so that a row may leave the page while it scrolls.
 */
export function TreeGrid<Row extends GridRow>(props: TreeGridProps<Row>) {
  const { label, rows, columns, from, to, rowHeight, headHeight, place, edit, className, onPlace, onEdit } =
    props
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const template = columns.map((column) => `${String(column.width)}px`).join(' ')
  const shown = rows.slice(from, to)
  const isInPage = place !== null && shown.some((row) => row.id === place.rowId)

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const step = gridStep(event, place, rows, columns, props.pageRows)
    if (step === null) return
    event.preventDefault()
    switch (step.kind) {
      case 'go':
        onPlace(step.place)
        break
      case 'command':
        props.onCommand(step.command, step.rowId)
        break
      case 'edit':
        begin(step.place, step.typed)
        break
    }
  }
  const begin = (at: GridPlace, typed: string | null) => {
    const row = rows.find((own) => own.id === at.rowId)
    const column = columns.find((own) => own.key === at.columnKey)
    const draft = row === undefined ? null : (column?.draft?.(row) ?? null)
    if (draft !== null) onEdit({ ...at, text: typed ?? draft })
  }
  const point = (event: MouseEvent) => {
    const at = placeOfEvent(event)
    if (at === null) return
    onPlace(at)
    if (event.detail === 2) begin(at, null)
  }
  const askMenu = (event: MouseEvent) => {
    const pointed = placeOfEvent(event)
    const cell =
      pointed === null && place !== null
        ? document.getElementById(cellId(id, place.rowId, place.columnKey))
        : null
    const rowId = pointed?.rowId ?? (cell === null ? null : place?.rowId)
    if (props.onMenu === undefined || rowId === null || rowId === undefined || edit !== null) return
    event.preventDefault()
    const box = cell?.getBoundingClientRect()
    props.onMenu(rowId, box?.left ?? event.clientX, box?.bottom ?? event.clientY)
  }
  const leaveEditor = () => {
    onEdit(null)
    grid.current?.focus()
  }
  return (
    <div
      ref={grid}
      className="tree-grid"
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      {...(isInPage ? { 'aria-activedescendant': cellId(id, place.rowId, place.columnKey) } : {})}
      style={{ height: headHeight + rows.length * rowHeight }}
      onKeyDown={press}
      onClick={point}
      onContextMenu={askMenu}
    >
      <GridHead columns={columns} template={template} height={headHeight} onResize={props.onResize} />
      <div className="tree-grid-rows" role="rowgroup" style={{ top: headHeight + from * rowHeight }}>
        {shown.map((row, index) => (
          <GridLine
            key={row.id}
            gridId={id}
            row={row}
            ariaIndex={from + index + 2}
            columns={columns}
            template={template}
            height={rowHeight}
            className={className?.(row) ?? ''}
            activeColumn={place?.rowId === row.id ? place.columnKey : null}
            editor={
              edit?.rowId === row.id && (
                <CellEditor
                  edit={edit}
                  label={columns.find((column) => column.key === edit.columnKey)?.title ?? ''}
                  fault={props.fault}
                  onChange={(text) => onEdit({ ...edit, text })}
                  onDone={(text) => {
                    props.onTyped({ ...edit, text })
                    grid.current?.focus()
                  }}
                  onCancel={leaveEditor}
                />
              )
            }
          />
        ))}
      </div>
    </div>
  )
}

function cellId(gridId: string, rowId: string, columnKey: string) {
  return `${gridId}-${rowId}-${columnKey}`
}

function placeOfEvent(event: MouseEvent): GridPlace | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null
  const rowId = cell?.closest('[data-row]')?.getAttribute('data-row') ?? null
  const columnKey = cell?.getAttribute('data-column') ?? null
  return rowId === null || columnKey === null ? null : { rowId, columnKey }
}
