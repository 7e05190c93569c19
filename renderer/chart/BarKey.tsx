import './gantt.css'
import { useLayoutEffect, useRef } from 'react'
import type { BarTone } from './chartRow.ts'
import { drawBar, softFills } from './drawBar.ts'

/** What a bar of the chart can be, for the legend. */
export const barKeys = [
  'planned',
  'donePct',
  'critical',
  'late',
  'actual',
  'forecast',
  'baseline',
  'summary',
  'soft',
] as const
export type BarKeyKind = (typeof barKeys)[number]

/** A bar as the chart draws it, for the legend. */
export function BarKey({ kind }: { readonly kind: BarKeyKind }) {
  const element = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    const [solidFrom, solidTo] = kind === 'soft' ? ['2021-06-01', '2021-07-01'] : ['2021-01-01', '2021-12-31']
    const span = { kind: 'bar', first: '2021-01-01', solidFrom, solidTo, last: '2021-12-31' } as const
    const scale = { step: 'year', start: '2021-01-01', columnCount: 1, columnWidth: 28 } as const
    const { bar, tone, top } = looks[kind]
    const drawn = drawBar(
      { kind: bar, tone, span, isOpenEnded: false, donePct: kind === 'donePct' ? 60 : null, title: '' },
      scale,
      top,
      `key-${kind}`,
    )
    element.current?.replaceChildren(softFills(`key-${kind}`), drawn)
  }, [kind])
  const width = kind === 'late' ? 36 : 28
  return (
    <svg ref={element} width={width} height={16} className="gantt gantt-key is-inline" aria-hidden="true" />
  )
}

/** `top` is that of the row whose bar falls into the key. */
const looks: Readonly<
  Record<
    BarKeyKind,
    { bar: 'planned' | 'actual' | 'forecast' | 'baseline' | 'summary'; tone: BarTone; top: number }
  >
> = {
  planned: { bar: 'planned', tone: 'plain', top: -2 },
  donePct: { bar: 'planned', tone: 'plain', top: -2 },
  critical: { bar: 'planned', tone: 'critical', top: -2 },
  late: { bar: 'planned', tone: 'late', top: -2 },
  actual: { bar: 'actual', tone: 'plain', top: -12 },
  forecast: { bar: 'forecast', tone: 'plain', top: -12 },
  baseline: { bar: 'baseline', tone: 'plain', top: -17 },
  summary: { bar: 'summary', tone: 'plain', top: -3 },
  soft: { bar: 'planned', tone: 'plain', top: -2 },
}
