import './gantt.css'
import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import { drawGantt, type GanttContent } from './ganttDrawing.ts'

export interface GanttChartProps extends GanttContent {
  readonly label: string
  /** A click anywhere on a row. */
  readonly onOpen: (rowId: string) => void
}

/** The chart beside a table that says the same: for the eye and the pointer only. */
export function GanttChart({ rows, scale, today, todayLabel, language, label, onOpen }: GanttChartProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    return drawGantt(element.current, { rows, scale, today, todayLabel, language })
  }, [rows, scale, today, todayLabel, language])

  const open = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-id]') : null
    const id = row?.getAttribute('data-id') ?? null
    if (id !== null) onOpen(id)
  }
  return <div ref={element} className="gantt-chart" role="img" aria-label={label} onClick={open} />
}
