import type { ChartFlag } from './chartRow.ts'
import { type ChartScale, xOf } from './chartScale.ts'
import { svgElement, svgTitle } from './svg.ts'

/** A deadline: a flag standing at the evening of its day; `y` is the top of its row. */
export function drawFlag(flag: ChartFlag, scale: ChartScale, y: number): SVGGElement {
  const group = flagShape(flag.isMissed, xOf(scale, flag.day, 'evening'), y + 2, 24)
  group.prepend(svgTitle(flag.title))
  return group
}

/** The shape alone, for the legend too. A missed one is filled. */
export function flagShape(isMissed: boolean, x: number, top: number, height: number): SVGGElement {
  const [left, high] = [String(x), String(top)]
  const path = `M ${left} ${high} V ${String(top + height)} M ${left} ${high} h -7 l 2 3 l -2 3 h 7`
  return svgElement('g', { class: isMissed ? 'deadline is-missed' : 'deadline' }, [
    svgElement('path', { d: path }),
  ])
}
