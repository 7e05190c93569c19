import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../db/domain/day.ts'
import type { Timeline } from '../../../db/domain/timeline.ts'
import { type ChartScale, chartScale, monthsAt, xOf, xOfMonths } from '../../chart/chartScale.ts'
import { GanttChart } from '../../chart/GanttChart.tsx'
import { useLanguage } from '../../state.tsx'
import { chartRows } from './chartRows.ts'
import { ScheduleTable } from './ScheduleTable.tsx'
import type { ScheduleRow } from './scheduleRows.ts'
import { type Zoom, zoomColumns } from './scheduleView.ts'

interface ScheduleChartProps {
  readonly rows: readonly ScheduleRow[]
  readonly timeline: Timeline
  readonly today: Day
  readonly zoom: Zoom
  /** A new figure scrolls to today. */
  readonly todayCalls: number
  readonly onOpen: (projectId: string) => void
  readonly onExpand: (projectId: string) => void
  readonly onReport: (milestoneId: string) => void
}

/** Table and chart in one scrolling frame: their rows stay in line, the head and the names stay in view. */
export function ScheduleChart({
  rows,
  timeline,
  today,
  zoom,
  todayCalls,
  onOpen,
  onExpand,
  onReport,
}: ScheduleChartProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const language = useLanguage()
  const frame = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const room = useRoom(frame, table)
  const { first, last } = timeline
  const scale = useMemo(() => {
    const { step, columnWidth } = zoomColumns(zoom)
    return chartScale(step, first, last, columnWidth, room)
  }, [zoom, first, last, room])
  const drawn = useMemo(() => chartRows(rows, { t, language }), [rows, t, language])

  const rememberCentre = useCentre(frame, scale, room, lastMark(rows, today))
  useLayoutEffect(() => {
    if (frame.current !== null && todayCalls > 0)
      frame.current.scrollLeft = xOf(scale, today, 'evening') - room * 0.75
    // A new scale keeps its own place; only the button goes to today.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [todayCalls])

  const open = (rowId: string) => {
    const row = rows.find((own) => own.id === rowId)
    if (row?.kind === 'project') onOpen(row.id)
    if (row?.kind === 'milestone') onOpen(row.project.id)
  }
  return (
    // The frame scrolls, so the keyboard must reach it.
    <div
      ref={frame}
      className="schedule-frame"
      role="region"
      aria-label={t('timeline')}
      tabIndex={0}
      onScroll={rememberCentre}
    >
      <div ref={table} className="schedule-side">
        <ScheduleTable rows={rows} onOpen={onOpen} onExpand={onExpand} onReport={onReport} />
      </div>
      {room > 0 && (
        <GanttChart
          rows={drawn}
          scale={scale}
          today={today}
          todayLabel={t('today')}
          language={language}
          label={t('chart')}
          onOpen={open}
        />
      )}
    </div>
  )
}

/** Keeps the day in the middle of the view when the scale changes; begins where the last marks are. */
function useCentre(frame: RefObject<HTMLElement | null>, scale: ChartScale, room: number, start: Day) {
  const centre = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (frame.current === null || room === 0) return
    const x =
      centre.current === null ? xOf(scale, start, 'evening') - room * 0.25 : xOfMonths(scale, centre.current)
    frame.current.scrollTo({ left: Math.max(0, x - room / 2) })
    centre.current = monthsAt(scale, frame.current.scrollLeft + room / 2)
  }, [frame, scale, room, start])
  return () => {
    if (frame.current !== null) centre.current = monthsAt(scale, frame.current.scrollLeft + room / 2)
  }
}

/** The last day that anything is drawn on, today at the latest. */
function lastMark(rows: readonly ScheduleRow[], today: Day): Day {
  const days = rows.flatMap((row) =>
    row.kind === 'project' ? [row.project.planned?.last, row.project.actual?.last] : [],
  )
  const last =
    days
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? today
  return last < today ? last : today
}

/** Pixels left for the chart beside the table; 0 until it is measured. */
function useRoom(frame: RefObject<HTMLElement | null>, table: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const outer = frame.current
    const inner = table.current
    if (outer === null || inner === null) return undefined
    const measure = () => {
      outer.style.setProperty('--gantt-left', `${String(inner.offsetWidth)}px`)
      setRoom(Math.max(200, outer.clientWidth - inner.offsetWidth))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    measure()
    return () => observer.disconnect()
  }, [frame, table])
  return room
}
