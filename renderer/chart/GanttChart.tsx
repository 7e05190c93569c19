import './gantt.css'
import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { Language } from '../../db/domain/ruleText.ts'
import type { ChartLink, ChartRow } from './chartRow.ts'
import { type ChartScale, cutScale, widthOf } from './chartScale.ts'
import type { ChartWindow } from './chartWindow.ts'
import { rowHeight } from './drawRow.ts'
import { type ChartLine, drawGantt, headerHeight } from './ganttDrawing.ts'
import { type DroppedBar, useDrag } from './useDrag.ts'

interface GanttChartProps {
  /** Of the whole chart. */
  readonly scale: ChartScale
  readonly rowCount: number
  readonly window: ChartWindow
  /** The rows within the window. */
  readonly rows: readonly ChartRow[]
  readonly links: readonly ChartLink[]
  readonly lines: readonly ChartLine[]
  readonly offDays: (scale: ChartScale) => readonly (readonly [string, string])[]
  readonly language: Language
  readonly label: string
  /** A click anywhere on a row. */
  readonly onOpen: (rowId: string) => void
  /** A bar was let go at other days: nothing has changed yet. */
  readonly onDrop?: (dropped: DroppedBar) => void
}

/** The chart beside a table that says the same: for the eye and the pointer only. What is out of view is not drawn. */
export function GanttChart(props: GanttChartProps) {
  const { scale, rowCount, rows, links, lines, offDays, language, label, onOpen, onDrop } = props
  const { fromRow, left: viewLeft, right: viewRight } = props.window
  const element = useRef<HTMLDivElement>(null)
  const drag = useDrag(scale, onDrop ?? null)
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    const { scale: cut, left } = cutScale(scale, viewLeft, viewRight)
    element.current.style.transform = `translate(${String(left)}px, ${String(fromRow * rowHeight)}px)`
    return drawGantt(element.current, {
      rows,
      firstRow: fromRow,
      links,
      scale: cut,
      end: widthOf(scale) - left,
      lines,
      offDays: offDays(cut),
      language,
    })
  }, [scale, viewLeft, viewRight, fromRow, rows, links, lines, offDays, language])

  const open = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null
    const id = row?.getAttribute('data-id') ?? null
    if (id !== null && !drag.hasJustDropped()) onOpen(id)
  }
  return (
    <div
      className="gantt-chart"
      role="img"
      aria-label={label}
      style={{ width: widthOf(scale), height: headerHeight + rowCount * rowHeight }}
      onClick={open}
      onPointerDown={drag.start}
    >
      <div ref={element} className="gantt-drawn" />
    </div>
  )
}
