import { useCallback, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type { Day } from '../../../../db/domain/day.ts'
import { type ChartScale, dayAt, xOf } from '../../../chart/chartScale.ts'

/**
 * Keeps a day where it is in the view when the scale changes: the one in the middle, or the one under the pointer
 * where the wheel turned. Begins where the last marks are.
 */
export function useCentre(
  frame: HTMLElement | null,
  scale: ChartScale,
  room: number,
  start: Day,
  onScrolled: () => void,
) {
  const held = useRef<{ readonly day: Day; readonly at: number } | null>(null)
  const tell = useEffectEvent(onScrolled)
  useLayoutEffect(() => {
    if (frame === null || room === 0) return
    const { day, at } = held.current ?? { day: start, at: 0.6 }
    frame.scrollTo({ left: Math.max(0, xOf(scale, day, 'morning') - room * at) })
    tell()
  }, [frame, scale, room, start])

  /** `at`: the part of the room, from the left, where the day is held. */
  const hold = useCallback(
    (at = 0.5) => {
      if (frame === null || room === 0) return
      held.current = { day: dayAt(scale, frame.scrollLeft + room * at), at }
    },
    [frame, scale, room],
  )
  return hold
}
