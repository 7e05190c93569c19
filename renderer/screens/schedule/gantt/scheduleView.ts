import { useCallback, useState } from 'react'
import type { Day } from '../../../../db/domain/day.ts'
import {
  type ChartScale,
  type ChartStep,
  chartScale,
  chartSteps,
  fitScale,
} from '../../../chart/chartScale.ts'

export const zooms = ['fit', ...chartSteps] as const
export type Zoom = (typeof zooms)[number]

/** The whole chart at a zoom, at least as wide as the room. */
export function scaleOf(zoom: Zoom, first: Day, last: Day, room: number): ChartScale {
  if (zoom === 'fit') return fitScale(first, last, room)
  return chartScale(zoom, first, last, columnWidths[zoom], room)
}

const columnWidths: Readonly<Record<ChartStep, number>> = {
  year: 104,
  quarter: 66,
  month: 40,
  week: 50,
  day: 24,
}

/** The next finer or coarser zoom, as the wheel turns. */
export function nextZoom(step: ChartStep, direction: 'finer' | 'coarser'): ChartStep {
  const place = chartSteps.indexOf(step) + (direction === 'finer' ? 1 : -1)
  return chartSteps[Math.min(Math.max(place, 0), chartSteps.length - 1)] ?? step
}

/** The zoom chosen last on this machine. */
export function useZoom(): readonly [Zoom, (zoom: Zoom) => void] {
  const [zoom, setZoom] = useState<Zoom>(remembered)
  const choose = useCallback((chosen: Zoom) => {
    localStorage.setItem(storedUnder, chosen)
    setZoom(chosen)
  }, [])
  return [zoom, choose]
}

const storedUnder = 'schedule.zoom'

function remembered(): Zoom {
  const stored = localStorage.getItem(storedUnder)
  return zooms.find((zoom) => zoom === stored) ?? 'fit'
}
