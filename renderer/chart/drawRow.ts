import type { ChartRow } from './chartRow.ts'
import { type ChartScale, widthOf, xOf } from './chartScale.ts'
import { drawBar } from './drawBar.ts'
import { drawDiamond } from './drawDiamond.ts'
import { svgElement } from './svg.ts'

/** A row of the table beside the chart is as high. */
export const rowHeight = 28

/** All marks of a row and its label; `y` is the row's top. */
export function drawRow(row: ChartRow, scale: ChartScale, y: number, gradientPrefix: string): SVGGElement {
  const whole = svgElement('rect', {
    x: 0,
    y,
    width: widthOf(scale),
    height: rowHeight,
    class: 'row-hit',
  })
  const marks = [
    ...row.bars.map((bar) => drawBar(bar, scale, y, gradientPrefix)),
    ...row.diamonds.map((diamond) => drawDiamond(diamond, scale, y)),
  ]
  const label = row.label === null ? [] : [drawLabel(row, row.label, scale, y)]
  return svgElement('g', { class: `bar-wrapper is-${row.kind}`, 'data-id': row.id }, [
    whole,
    ...marks,
    ...label,
  ])
}

/** Right of the marks; left of them where there is no room. */
function drawLabel(row: ChartRow, text: string, scale: ChartScale, y: number) {
  const spans = [...row.bars.map((bar) => bar.span), ...row.diamonds]
  const right = Math.max(...spans.map((span) => xOf(scale, span.last, 'evening')))
  const left = Math.min(...spans.map((span) => xOf(scale, span.first, 'morning')))
  const width = widthOfText(text)
  const fitsRight = right + labelGap + width < widthOf(scale)
  const place = fitsRight ? { x: right + labelGap } : { x: left - labelGap, 'text-anchor': 'end' }
  const isOnPlanned =
    row.bars.some((bar) => bar.kind === 'planned') ||
    row.diamonds.every((diamond) => diamond.line === 'planned')
  return svgElement('text', { ...place, y: y + (isOnPlanned ? 11 : 19.5), class: 'bar-label' }, [text])
}

const labelGap = 10

/** Near enough to choose a side: Chinese signs are square, others about half as wide. */
function widthOfText(text: string) {
  const wide = text.match(/[\u2e80-\uffff]/g)?.length ?? 0
  return wide * 11 + (text.length - wide) * 6.5
}
