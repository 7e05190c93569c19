import { lazy, Suspense } from 'react'
import type { ChartCanvasProps } from './ChartCanvas.tsx'
import { LoadState } from './LoadState.tsx'

/** A drawing of figures. The library that draws is read when the first chart is looked at, never at the start. */
export function Chart(props: ChartCanvasProps) {
  return (
    <Suspense fallback={<LoadState kind="loading" />}>
      <ChartCanvas {...props} />
    </Suspense>
  )
}

const ChartCanvas = lazy(async () => ({ default: (await import('./ChartCanvas.tsx')).ChartCanvas }))
