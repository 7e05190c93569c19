import type { BarTone, ChartBar } from './chartRow.ts'
import { type ChartScale, xOf } from './chartScale.ts'
import { svgElement, svgTitle } from './svg.ts'

/** Fills of the soft ends, to be put once into each drawing. */
export function softFills(idPrefix: string): SVGDefsElement {
  const fills = softKinds.flatMap((kind) => [
    softFill(`${idPrefix}-${kind}-start`, kind, [0.08, 0.9]),
    softFill(`${idPrefix}-${kind}-end`, kind, [0.9, 0.08]),
  ])
  return svgElement('defs', {}, fills)
}

/** A bar whose sure part is solid and whose doubtful ends fade; `y` is the top of its row. */
export function drawBar(bar: ChartBar, scale: ChartScale, y: number, idPrefix: string): SVGGElement {
  const { span, tone = 'plain' } = bar
  const left = xOf(scale, span.first, 'morning')
  const right = Math.max(xOf(scale, span.last, 'evening'), left + narrowest)
  if (bar.kind === 'term') return drawTerm(left, right, y, bar.title)
  if (bar.kind === 'summary') return drawBracket(left, right, y, bar)
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
  const soft = `${idPrefix}-${softKindOf(bar.kind, tone)}`
  return svgElement('g', { class: `bar-group is-${bar.kind} is-${tone}` }, [
    svgTitle(bar.title),
    ...(span.first === span.solidFrom ? [] : piece(left, middle, `${soft}-start`)),
    ...piece(middle, Math.max(solidRight, middle), null),
    ...(span.solidTo === span.last ? [] : piece(Math.max(solidRight, middle), right, `${soft}-end`)),
    outline,
    ...drawDone(left, right, y + top, height, bar.donePct ?? 0),
    ...(tone === 'late' && bar.kind === 'planned' ? [drawLateSign(right, y + top + height / 2)] : []),
    ...(bar.isOpenEnded ? [drawGoesOn(right, y + top + height / 2)] : []),
  ])
}

/** Top and height of the lines within a row of 28 px. */
const lines = {
  planned: { top: 4, height: 11 },
  ghost: { top: 2, height: 15 },
  actual: { top: 17, height: 5 },
  forecast: { top: 17, height: 5 },
  baseline: { top: 24, height: 3 },
} as const
const narrowest = 3

const softKinds = ['planned', 'actual', 'forecast', 'critical', 'late', 'baseline', 'ghost'] as const
type SoftKind = (typeof softKinds)[number]

function softKindOf(kind: keyof typeof lines, tone: BarTone): SoftKind {
  return kind === 'planned' && tone !== 'plain' ? tone : kind
}

/** The part that is done: a dark line within the bar. */
function drawDone(left: number, right: number, top: number, height: number, donePct: number) {
  const width = ((right - left) * Math.min(Math.max(donePct, 0), 100)) / 100
  if (width < 0.5) return []
  return [svgElement('rect', { x: left, y: top + height / 2 - 1.5, width, height: 3, class: 'bar-done' })]
}

/** Says late without colour. */
function drawLateSign(x: number, middle: number) {
  return svgElement('path', {
    d: `M ${String(x + 5)} ${String(middle - 5)} v 6 m 0 2 v 2`,
    class: 'late-sign',
  })
}

/** A summary: a bracket over what it holds. */
function drawBracket(left: number, right: number, y: number, bar: ChartBar) {
  const [top, low] = [String(y + 7), String(y + 15)]
  const tip = Math.min(5, (right - left) / 2)
  const path = `M ${String(left)} ${top} H ${String(right)} V ${low} L ${String(right - tip)} ${String(y + 11)} H ${String(left + tip)} L ${String(left)} ${low} Z`
  const isSoft = bar.span.first !== bar.span.solidFrom || bar.span.last !== bar.span.solidTo
  return svgElement('g', { class: `bar-group is-summary is-${bar.tone ?? 'plain'}` }, [
    svgTitle(bar.title),
    svgElement('path', { d: path, class: isSoft ? 'bracket is-soft' : 'bracket' }),
    ...drawDone(left, right, y + 7, 4, bar.donePct ?? 0),
  ])
}

function softFill(id: string, kind: SoftKind, opacities: readonly [number, number]) {
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
