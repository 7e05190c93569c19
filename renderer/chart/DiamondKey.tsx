import './gantt.css'
import { useLayoutEffect, useRef } from 'react'
import type { DiamondLook } from './chartRow.ts'
import { diamondShape } from './drawDiamond.ts'

/** A diamond as the chart draws it, for legends and table cells. */
export function DiamondKey({ look }: { readonly look: DiamondLook }) {
  const group = useRef<SVGGElement>(null)
  useLayoutEffect(() => {
    group.current?.replaceChildren(...diamondShape(look, 7, 7))
  }, [look])
  return (
    <svg width={14} height={14} className="gantt-key" aria-hidden="true">
      <g ref={group} className={`milestone is-${look}`} />
    </svg>
  )
}
