import { middleDay } from '../../db/domain/softSpan.ts'
import type { ChartDiamond, DiamondLook } from './chartRow.ts'
import { type ChartScale, xOf } from './chartScale.ts'
import { svgElement, svgTitle } from './svg.ts'

/** A milestone's diamond in the middle of its possible days; `y` is the top of its row. */
export function drawDiamond(diamond: ChartDiamond, scale: ChartScale, y: number): SVGGElement {
  const x =
    (xOf(scale, middleDay(diamond.first, diamond.last), 'morning') +
      xOf(scale, middleDay(diamond.first, diamond.last), 'evening')) /
    2
  const middle = y + middles[diamond.line]
  const whisker =
    diamond.hasWhisker && diamond.first !== diamond.last
      ? [drawWhisker(xOf(scale, diamond.first, 'morning'), xOf(scale, diamond.last, 'evening'), middle)]
      : []
  const count =
    diamond.count > 1
      ? [svgElement('text', { x: x + 6, y: middle - 2, class: 'diamond-count' }, [String(diamond.count)])]
      : []
  return svgElement(
    'g',
    { class: `milestone is-${diamond.look}${diamond.isCritical === true ? ' is-critical' : ''}` },
    [svgTitle(diamond.title), ...whisker, ...diamondShape(diamond.look, x, middle), ...count],
  )
}

/** The shape alone, for the legend too: each look differs in form, not in colour only. */
export function diamondShape(look: DiamondLook, x: number, y: number): readonly SVGElement[] {
  const outer = svgElement('path', { d: diamondPath(x, y, 5), class: 'diamond' })
  switch (look) {
    case 'done':
    case 'planned':
    case 'forecast':
      return [outer]
    case 'silent':
      return [outer, svgElement('path', { d: diamondPath(x, y, 1.5), class: 'diamond-core' })]
    case 'late':
      return [
        outer,
        svgElement('path', {
          d: `M ${String(x)} ${String(y - 2.6)} v 3 m 0 1.2 v 1.2`,
          class: 'diamond-sign',
        }),
      ]
  }
}

const middles = { planned: 10, actual: 20.5 } as const

function diamondPath(x: number, y: number, half: number) {
  return `M ${String(x)} ${String(y - half)} L ${String(x + half)} ${String(y)} L ${String(x)} ${String(y + half)} L ${String(x - half)} ${String(y)} Z`
}

function drawWhisker(left: number, right: number, y: number) {
  return svgElement('path', {
    d: `M ${String(left + 0.5)} ${String(y - 3)} v 6 M ${String(left)} ${String(y)} H ${String(right)} M ${String(right - 0.5)} ${String(y - 3)} v 6`,
    class: 'whisker',
  })
}
