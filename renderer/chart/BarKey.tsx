import { useLayoutEffect, useRef } from 'react'
import { drawBar, softFills } from './drawBar.ts'

interface BarKeyProps {
  readonly kind: 'planned' | 'actual'
  readonly isSoft?: boolean
}

/** A bar as the chart draws it, for the legend. */
export function BarKey({ kind, isSoft = false }: BarKeyProps) {
  const element = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    const [solidFrom, solidTo] = isSoft ? ['2021-06-01', '2021-07-01'] : ['2021-01-01', '2021-12-31']
    const span = { kind: 'bar', first: '2021-01-01', solidFrom, solidTo, last: '2021-12-31' } as const
    const scale = { step: 'year', start: '2021-01-01', columnCount: 1, columnWidth: 34 } as const
    const bar = drawBar(
      { kind, span, isOpenEnded: false, title: '' },
      scale,
      kind === 'planned' ? -2 : -12,
      'key',
    )
    element.current?.replaceChildren(softFills('key'), bar)
  }, [kind, isSoft])
  return <svg ref={element} width={34} height={16} className="gantt gantt-key is-inline" aria-hidden="true" />
}
