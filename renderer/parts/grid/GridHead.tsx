import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn, GridRow } from './gridColumn.ts'

interface GridHeadProps<Row extends GridRow> {
  readonly columns: readonly GridColumn<Row>[]
  readonly template: string
  readonly height: number
  readonly onResize: (columnKey: string, width: number) => void
}

/** The names of the columns; the edge of each can be pulled, or moved by the arrow keys. */
export function GridHead<Row extends GridRow>({ columns, template, height, onResize }: GridHeadProps<Row>) {
  return (
    <div className="tree-grid-head" role="rowgroup">
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, height }}>
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={column.isFigure === true ? 'is-figure' : ''}
            title={column.title}
          >
            <span>{column.title}</span>
            <Edge
              title={column.title}
              width={column.width}
              onResize={(width) => onResize(column.key, width)}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

interface EdgeProps {
  readonly title: string
  readonly width: number
  readonly onResize: (width: number) => void
}

function Edge({ title, width, onResize }: EdgeProps) {
  const { t } = useTranslation('terms')
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const clamp = (wanted: number) => Math.min(Math.max(Math.round(wanted), leastWidth), mostWidth)
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -8, ArrowRight: 8 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onResize(clamp(width + by))
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('columnWidth', { title })}
      aria-valuenow={width}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      tabIndex={-1}
      className="tree-grid-edge"
      onKeyDown={press}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (from.current !== null) onResize(clamp(from.current.width + event.clientX - from.current.x))
      }}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}

const leastWidth = 32
const mostWidth = 640
