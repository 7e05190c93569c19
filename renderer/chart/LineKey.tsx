import './gantt.css'
import { useLayoutEffect, useRef } from 'react'
import { flagShape } from './drawFlag.ts'
import { svgElement } from './svg.ts'

/** What else the chart draws, for the legend. */
export const lineKeys = [
  'deadline',
  'missed',
  'link',
  'criticalLink',
  'today',
  'dataDate',
  'offDays',
] as const
export type LineKeyKind = (typeof lineKeys)[number]

/** A line, a flag or a shade as the chart draws it. */
export function LineKey({ kind }: { readonly kind: LineKeyKind }) {
  const element = useRef<SVGSVGElement>(null)
  useLayoutEffect(() => {
    element.current?.replaceChildren(shapeOf(kind))
  }, [kind])
  return <svg ref={element} width={20} height={16} className="gantt gantt-key is-inline" aria-hidden="true" />
}

function shapeOf(kind: LineKeyKind): SVGElement {
  switch (kind) {
    case 'deadline':
    case 'missed':
      return flagShape(kind === 'missed', 12, 2, 13)
    case 'link':
    case 'criticalLink':
      return svgElement('g', { class: kind === 'link' ? 'link' : 'link is-critical' }, [
        svgElement('path', { d: 'M 1 8 H 14', class: 'link-line' }),
        svgElement('path', { d: 'M 19 8 l -6 -3 v 6 Z', class: 'link-head' }),
      ])
    case 'today':
    case 'dataDate':
      return svgElement('line', { x1: 10, y1: 0, x2: 10, y2: 16, class: `day-line is-${kind}` })
    case 'offDays':
      return svgElement('rect', { x: 2, y: 0, width: 16, height: 16, class: 'off-days' })
  }
}
