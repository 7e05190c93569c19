import { type PointerEvent, useCallback, useEffect, useRef } from 'react'
import { type Day, daysBetween } from '../../db/domain/day.ts'
import { type ChartScale, dayAt, xOf } from './chartScale.ts'
import { svgElement } from './svg.ts'

/** Where a bar was let go. Moved: both days; pulled at one end: that day alone. */
export interface DroppedBar {
  readonly id: string
  readonly kind: 'move' | 'start' | 'finish'
  readonly start: Day
  readonly finish: Day
}

/**
 * Lets the pointer take a bar by its grip. While it is held, an outline follows in whole days; Esc lets it go where it
 * was. The drop is told once, at the end, and changes nothing by itself.
 */
export function useDrag(scale: ChartScale, onDrop: ((dropped: DroppedBar) => void) | null) {
  const end = useRef<(() => void) | null>(null)
  const droppedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => () => end.current?.(), [])

  const start = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const held = onDrop === null ? null : heldBar(event)
      if (held === null || onDrop === null) return
      event.preventDefault()
      const { id, kind, from, svg, rect } = held
      const outline = svgElement('rect', { class: 'drag-outline', y: rect.y, height: rect.height })
      const words = svgElement('text', { class: 'drag-words', y: rect.y - 4 })
      svg.append(outline, words)
      let now = from
      const shown = (): void => {
        // The drawing is a cut of the chart: its own place follows from the bar's.
        const offset = held.x - xOf(scale, from.start, 'morning')
        const left = xOf(scale, now.start, 'morning') + offset
        const right = xOf(scale, now.finish, 'evening') + offset
        outline.setAttribute('x', String(left))
        outline.setAttribute('width', String(Math.max(right - left, 2)))
        words.setAttribute('x', String(left))
        words.textContent = now.start === now.finish ? now.start : `${now.start} – ${now.finish}`
      }
      shown()
      const move = (moved: globalThis.PointerEvent): void => {
        now = daysAfter(kind, from, scale, moved.clientX - event.clientX)
        shown()
      }
      const stop = (): void => {
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', drop)
        removeEventListener('keydown', escape, true)
        outline.remove()
        words.remove()
        end.current = null
      }
      const drop = (): void => {
        stop()
        if (now.start === from.start && now.finish === from.finish) return
        droppedAt.current = performance.now()
        onDrop({ id, kind, ...now })
      }
      const escape = (key: KeyboardEvent): void => {
        if (key.key !== 'Escape') return
        key.stopPropagation()
        droppedAt.current = performance.now()
        stop()
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', drop)
      addEventListener('keydown', escape, true)
      end.current = stop
    },
    [scale, onDrop],
  )
  /** The click that ends a drag opens nothing. */
  const hasJustDropped = useCallback(() => performance.now() - droppedAt.current < 300, [])
  return { start, hasJustDropped }
}

interface Days {
  readonly start: Day
  readonly finish: Day
}

interface HeldBar {
  readonly id: string
  readonly kind: DroppedBar['kind']
  readonly from: Days
  readonly svg: SVGSVGElement
  /** The left end of the bar in the drawing. */
  readonly x: number
  readonly rect: { readonly y: number; readonly height: number }
}

function heldBar(event: PointerEvent<HTMLElement>): HeldBar | null {
  const grip = event.target
  if (event.button !== 0 || !(grip instanceof SVGRectElement)) return null
  const { grip: kind, start, finish } = grip.dataset
  const id = grip.closest('[data-id]')?.getAttribute('data-id') ?? null
  const svg = grip.ownerSVGElement
  const body = grip.parentElement?.querySelector('[data-grip="move"]')
  if (id === null || svg === null || start === undefined || finish === undefined) return null
  if (kind !== 'move' && kind !== 'start' && kind !== 'finish') return null
  if (!(body instanceof SVGRectElement)) return null
  const x = body.x.baseVal.value
  const rect = { y: body.y.baseVal.value, height: body.height.baseVal.value }
  return { id, kind, from: { start, finish }, svg, x, rect }
}

/** The days of a bar after so many pixels, at least one day long. */
function daysAfter(kind: DroppedBar['kind'], from: Days, scale: ChartScale, pixels: number): Days {
  const moved = (day: Day) => dayAt(scale, xOf(scale, day, 'morning') + pixels + halfDay(scale, day))
  switch (kind) {
    case 'move': {
      const start = moved(from.start)
      const length = daysBetween(from.start, from.finish)
      return { start, finish: dayAfter(start, length) }
    }
    case 'start': {
      const start = moved(from.start)
      return { start: start > from.finish ? from.finish : start, finish: from.finish }
    }
    case 'finish': {
      const finish = moved(from.finish)
      return { start: from.start, finish: finish < from.start ? from.start : finish }
    }
  }
}

function halfDay(scale: ChartScale, day: Day) {
  return (xOf(scale, day, 'evening') - xOf(scale, day, 'morning')) / 2
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
