import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../../db/domain/day.ts'
import type { ChartLink, ChartRow } from '../../../chart/chartRow.ts'
import { type ChartScale, xOf } from '../../../chart/chartScale.ts'
import { rowHeight } from '../../../chart/drawRow.ts'
import { GanttChart } from '../../../chart/GanttChart.tsx'
import { type ChartLine, headerHeight } from '../../../chart/ganttDrawing.ts'
import type { DroppedBar } from '../../../chart/useDrag.ts'
import type { GridColumn, GridCommand, GridPlace } from '../../../parts/grid/gridColumn.ts'
import { type GridEdit, TreeGrid } from '../../../parts/grid/TreeGrid.tsx'
import { useLanguage } from '../../../state.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import { nextZoom, scaleOf, type Zoom } from './scheduleView.ts'
import { useCentre } from './useCentre.ts'
import { useWindow } from './useWindow.ts'

/** What the table does with keys and what is typed into it. */
export interface GridWork {
  readonly place: GridPlace | null
  readonly edit: GridEdit | null
  readonly fault: string | null
  readonly onPlace: (place: GridPlace) => void
  readonly onEdit: (edit: GridEdit | null) => void
  readonly onTyped: (edit: GridEdit) => void
  readonly onCommand: (command: GridCommand, rowId: string) => void
}

interface GanttFrameProps {
  readonly rows: readonly ScheduleRow[]
  readonly columns: readonly GridColumn<ScheduleRow>[]
  readonly drawn: (row: ScheduleRow) => ChartRow
  readonly links: readonly ChartLink[]
  readonly lines: readonly ChartLine[]
  readonly offDays: (scale: ChartScale) => readonly (readonly [Day, Day])[]
  readonly span: { readonly first: Day; readonly last: Day }
  /** The day with which the view begins: that of the last marks. */
  readonly begin: Day
  readonly today: Day
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  /** A new figure scrolls to today. */
  readonly todayCalls: number
  readonly grid: GridWork
  readonly onResize: (columnKey: string, width: number) => void
  readonly onOpen: (rowId: string) => void
  /** What can be done with a row is asked for at a point of the window. */
  readonly onMenu: (rowId: string, x: number, y: number) => void
  readonly onDrop: ((dropped: DroppedBar) => void) | null
}

/** Table and chart in one scrolling frame: their rows stay in line, the head and the names stay in view. */
export function GanttFrame(props: GanttFrameProps) {
  const { rows, columns, drawn, links, lines, offDays, span, begin, today, zoom, onZoom, grid } = props
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const sideWidth = columns.reduce((sum, column) => sum + column.width, 0) + 1
  const view = useWindow({ frame, sideWidth, rowCount: rows.length })
  const { room, window: part, look, reveal } = view
  const scale = useMemo(() => scaleOf(zoom, span.first, span.last, room), [zoom, span.first, span.last, room])
  const hold = useCentre(frame, scale, room, begin, look)
  const shown = useMemo(
    () => rows.slice(part.fromRow, part.toRow).map(drawn),
    [rows, part.fromRow, part.toRow, drawn],
  )

  useLayoutEffect(() => {
    // The words of the years stay in view right of the table.
    frame?.style.setProperty('--gantt-left', `${String(sideWidth)}px`)
  }, [frame, sideWidth])

  const goToToday = useEffectEvent(() => {
    if (frame === null) return
    frame.scrollTo({ left: xOf(scale, today, 'evening') - room * 0.75 })
    hold()
  })
  useLayoutEffect(() => {
    if (props.todayCalls > 0) goToToday()
  }, [props.todayCalls])

  const placed = grid.place?.rowId
  const revealPlaced = useEffectEvent((rowId: string) => reveal(rows.findIndex((row) => row.id === rowId)))
  useLayoutEffect(() => {
    if (placed !== undefined) revealPlaced(placed)
  }, [placed])

  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey || frame === null) return
    event.preventDefault()
    const next = nextZoom(scale.step, event.deltaY < 0 ? 'finer' : 'coarser')
    if (next === scale.step) return
    const x = event.clientX - frame.getBoundingClientRect().left - sideWidth
    hold(Math.min(Math.max(x / room, 0), 1))
    onZoom(next)
  })
  useEffect(() => {
    // React listens passively; a passive listener cannot keep the page from zooming.
    const wheel = (event: WheelEvent) => turn(event)
    frame?.addEventListener('wheel', wheel, { passive: false })
    return () => frame?.removeEventListener('wheel', wheel)
  }, [frame])

  const scrolled = useCallback(() => {
    hold()
    look()
  }, [hold, look])
  return (
    <div
      ref={setFrame}
      className="schedule-frame"
      role="region"
      aria-label={t('timeline')}
      onScroll={scrolled}
    >
      <div className="schedule-side" style={{ width: sideWidth }}>
        <TreeGrid
          label={t('table')}
          rows={rows}
          columns={columns}
          from={part.fromRow}
          to={part.toRow}
          rowHeight={rowHeight}
          headHeight={headerHeight}
          pageRows={view.pageRows}
          className={classOfRow}
          {...grid}
          onResize={props.onResize}
          onMenu={props.onMenu}
        />
      </div>
      {room > 0 && (
        <GanttChart
          scale={scale}
          rowCount={rows.length}
          window={part}
          rows={shown}
          links={links}
          lines={lines}
          offDays={offDays}
          language={language}
          label={t('chart')}
          onOpen={props.onOpen}
          {...(props.onDrop === null ? {} : { onDrop: props.onDrop })}
        />
      )}
    </div>
  )
}

function classOfRow(row: ScheduleRow) {
  return `is-${row.kind}`
}
