import { useCallback, useState } from 'react'
import { type ChartStep, chartSteps } from '../../chart/chartScale.ts'

export const zooms = ['fit', ...chartSteps] as const
export type Zoom = (typeof zooms)[number]

/** How the chart is cut: its columns, and how wide they are at least. */
export function zoomColumns(zoom: Zoom): { readonly step: ChartStep; readonly columnWidth: number } {
  switch (zoom) {
    case 'fit':
      return { step: 'year', columnWidth: 30 }
    case 'year':
      return { step: 'year', columnWidth: 104 }
    case 'quarter':
      return { step: 'quarter', columnWidth: 66 }
    case 'month':
      return { step: 'month', columnWidth: 40 }
  }
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
