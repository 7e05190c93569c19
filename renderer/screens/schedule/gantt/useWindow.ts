import { useCallback, useLayoutEffect, useState } from 'react'
import { type ChartWindow, isSameWindow, windowOf } from '../../../chart/chartWindow.ts'
import { rowHeight } from '../../../chart/drawRow.ts'
import { headerHeight } from '../../../chart/ganttDrawing.ts'

interface Frame {
  /** What scrolls; table and chart lie within. */
  readonly frame: HTMLElement | null
  readonly sideWidth: number
  readonly rowCount: number
}

/** Follows what of table and chart is in view, and how much room the chart has beside the table (0: not measured). */
export function useWindow({ frame, sideWidth, rowCount }: Frame) {
  const [room, setRoom] = useState(0)
  const [shown, setShown] = useState<ChartWindow>({ fromRow: 0, toRow: 48, left: 0, right: 960 })
  const look = useCallback(() => {
    if (frame === null) return
    const next = windowOf(
      {
        scrollTop: frame.scrollTop,
        scrollLeft: frame.scrollLeft,
        height: frame.clientHeight,
        width: Math.max(200, frame.clientWidth - sideWidth),
      },
      rowCount,
    )
    setShown((before) => (isSameWindow(before, next) ? before : next))
  }, [frame, sideWidth, rowCount])

  useLayoutEffect(() => {
    if (frame === null) return undefined
    const measure = () => {
      setRoom(Math.max(200, frame.clientWidth - sideWidth))
      look()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    measure()
    return () => observer.disconnect()
  }, [frame, sideWidth, look])

  /** Scrolls just so far that a row is in view, below the head. */
  const reveal = useCallback(
    (row: number) => {
      if (frame === null || row < 0) return
      const top = row * rowHeight
      const visible = frame.clientHeight - headerHeight
      if (top < frame.scrollTop) frame.scrollTo({ top })
      else if (top + rowHeight > frame.scrollTop + visible) frame.scrollTo({ top: top + rowHeight - visible })
      look()
    },
    [frame, look],
  )
  const window: ChartWindow = { ...shown, toRow: Math.min(shown.toRow, rowCount) }
  return { room, window, look, reveal, pageRows: 12 }
}
