import './chart.css'
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { use as bundle, type ComposeOption, type ECharts, init } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

/** What the charts of this app are made of; nothing else of the library is bundled. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>

export interface ChartPoint {
  readonly series: string
  readonly index: number
}

export interface ChartCanvasProps {
  /** The accessible name; the figures themselves stand in a table beside. */
  readonly label: string
  readonly option: ChartOption
  readonly height: number
  readonly onPoint?: (point: ChartPoint) => void
}

bundle([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** The one place that knows echarts: SVG, so that it prints sharply; patterns and line styles beside colours. */
export function ChartCanvas({ label, option, height, onPoint }: ChartCanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const openPoint = useRef(onPoint)
  useEffect(() => {
    openPoint.current = onPoint
  }, [onPoint])

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const drawn = init(element, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ seriesName, dataIndex }) => {
      if (seriesName !== undefined) openPoint.current?.({ series: seriesName, index: dataIndex })
    })
    // With a box of its own the drawing can be set at another size: that of the paper.
    drawn.on('rendered', () => {
      const box = `0 0 ${String(drawn.getWidth())} ${String(drawn.getHeight())}`
      element.querySelector('svg')?.setAttribute('viewBox', box)
    })
    const follow = new ResizeObserver(() => drawn.resize())
    follow.observe(element)
    return () => {
      follow.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
    chart.current?.resize()
  }, [option, height])

  return <div ref={place} className="chart" role="img" aria-label={label} style={{ height }} />
}
