import type { ChartBar } from './chartRow.ts'
import { type ChartScale, xOf } from './chartScale.ts'
import { svgElement, svgTitle } from './svg.ts'

/** Fills of the soft ends, to be put once into each drawing. */
export function softFills(idPrefix: string): SVGDefsElement {
  const fills = (['planned', 'actual'] as const).flatMap((kind) => [
    softFill(`${idPrefix}-${kind}-start`, kind, [0.08, 0.9]),
    softFill(`${idPrefix}-${kind}-end`, kind, [0.9, 0.08]),
  ])
  return svgElement('defs', {}, fills)
}

/** A bar whose sure part is solid and whose doubtful ends fade; `y` is the top of its row. */
export function drawBar(bar: ChartBar, scale: ChartScale, y: number, idPrefix: string): SVGGElement {
  const { span } = bar
  const left = xOf(scale, span.first, 'morning')
  const right = Math.max(xOf(scale, span.last, 'evening'), left + narrowest)
  if (bar.kind === 'term') return drawTerm(left, right, y, bar.title)
  const isExact = span.first === span.solidFrom && span.solidTo === span.last
  const solidLeft = span.first === span.solidFrom ? left : xOf(scale, span.solidFrom, 'evening')
  const solidRight = span.solidTo === span.last ? right : xOf(scale, span.solidTo, 'morning')
  const { top, height } = lines[bar.kind]
  const piece = (from: number, to: number, fill: string | null) =>
    to - from < 0.5
      ? []
      : [
          svgElement('rect', {
            x: from,
            y: y + top,
            width: to - from,
            height,
            ...(fill === null ? { class: 'bar-solid' } : { fill: `url(#${fill})` }),
          }),
        ]
  const outline = svgElement('rect', {
    x: left + 0.5,
    y: y + top + 0.5,
    width: Math.max(right - left - 1, 1),
    height: height - 1,
    class: isExact ? 'bar-outline' : 'bar-outline is-soft',
  })
  const middle = Math.min(Math.max(solidLeft, left), right)
  return svgElement('g', { class: `bar-group is-${bar.kind}` }, [
    svgTitle(bar.title),
    ...(span.first === span.solidFrom ? [] : piece(left, middle, `${idPrefix}-${bar.kind}-start`)),
    ...piece(middle, Math.max(solidRight, middle), null),
    ...(span.solidTo === span.last
      ? []
      : piece(Math.max(solidRight, middle), right, `${idPrefix}-${bar.kind}-end`)),
    outline,
    ...(bar.isOpenEnded ? [drawGoesOn(right, y + top + height / 2)] : []),
  ])
}

/** Top and height of the two lines within a row of 28 px. */
const lines = { planned: { top: 5, height: 10 }, actual: { top: 18, height: 5 } } as const
const narrowest = 3

function softFill(id: string, kind: 'planned' | 'actual', opacities: readonly [number, number]) {
  const stops = opacities.map((opacity, index) =>
    svgElement('stop', { offset: index, 'stop-opacity': opacity, class: `stop-${kind}` }),
  )
  return svgElement('linearGradient', { id }, stops)
}

function drawTerm(left: number, right: number, y: number, title: string) {
  const middle = y + 14
  const path = `M ${String(left + 0.5)} ${String(middle - 4)} v 8 M ${String(left)} ${String(middle)} H ${String(right)} M ${String(right - 0.5)} ${String(middle - 4)} v 8`
  return svgElement('g', { class: 'bar-group is-term' }, [
    svgTitle(title),
    svgElement('path', { d: path, class: 'term' }),
  ])
}

function drawGoesOn(x: number, middle: number) {
  const [left, tip] = [String(x + 2), String(x + 7)]
  return svgElement('path', {
    d: `M ${left} ${String(middle - 4)} L ${tip} ${String(middle)} L ${left} ${String(middle + 4)}`,
    class: 'goes-on',
  })
}
