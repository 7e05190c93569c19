import type { ChartGrip, ChartRow } from './chartRow.ts'
import { type ChartScale, widthOf, xOf } from './chartScale.ts'
import { drawBar } from './drawBar.ts'
import { drawDiamond } from './drawDiamond.ts'
import { drawFlag } from './drawFlag.ts'
import { svgElement } from './svg.ts'

/** A row of the table beside the chart is as high. */
export const rowHeight = 28

interface RowFrame {
  readonly scale: ChartScale
  /** Pixels from the drawing's left edge to the end of the whole chart: a label may reach that far. */
  readonly end: number
  readonly gradientPrefix: string
}

/** All marks of a row and its label; `y` is the row's top. */
export function drawRow(row: ChartRow, frame: RowFrame, y: number): SVGGElement {
  const { scale } = frame
  const whole = svgElement('rect', {
    x: 0,
    y,
    width: widthOf(scale),
    height: rowHeight,
    class: 'row-hit',
  })
  const marks = [
    ...row.bars.map((bar) => drawBar(bar, scale, y, frame.gradientPrefix)),
    ...row.diamonds.map((diamond) => drawDiamond(diamond, scale, y)),
    ...(row.flags ?? []).map((flag) => drawFlag(flag, scale, y)),
  ]
  const grip = row.grip === undefined || row.grip === null ? [] : drawGrip(row.grip, scale, y)
  const label = row.label === null ? [] : [drawLabel(row, row.label, frame, y)]
  return svgElement('g', { class: `bar-wrapper is-${row.kind}`, 'data-id': row.id }, [
    whole,
    ...marks,
    ...label,
    ...grip,
  ])
}

/** Where the pointer takes a bar: its middle moves it, its ends pull it. Drawn last, so it lies on top. */
function drawGrip(grip: ChartGrip, scale: ChartScale, y: number) {
  const left = xOf(scale, grip.start, 'morning')
  const right = Math.max(xOf(scale, grip.finish, 'evening'), left + 3)
  const end = Math.min(6, (right - left) / 3)
  const area = (kind: string, x: number, width: number) =>
    svgElement('rect', {
      x,
      y: y + 2,
      width,
      height: 15,
      class: `grip is-${kind}`,
      'data-grip': kind,
      'data-start': grip.start,
      'data-finish': grip.finish,
    })
  if (!grip.canResize) return [area('move', (left + right) / 2 - 7, 14)]
  return [
    area('move', left, right - left),
    area('start', left - 3, end + 3),
    area('finish', right - end, end + 3),
  ]
}

/** Right of the marks; left of them where there is no room. */
function drawLabel(row: ChartRow, text: string, { scale, end }: RowFrame, y: number) {
  const spans = [...row.bars.map((bar) => bar.span), ...row.diamonds]
  const right = Math.max(...spans.map((span) => xOf(scale, span.last, 'evening')))
  const left = Math.min(...spans.map((span) => xOf(scale, span.first, 'morning')))
  const width = widthOfText(text)
  const fitsRight = right + labelGap + width < end
  const place = fitsRight ? { x: right + labelGap } : { x: left - labelGap, 'text-anchor': 'end' }
  const isOnPlanned =
    row.bars.some((bar) => bar.kind === 'planned' || bar.kind === 'summary') ||
    row.diamonds.every((diamond) => diamond.line === 'planned')
  return svgElement('text', { ...place, y: y + (isOnPlanned ? 10 : 19.5), class: 'bar-label' }, [text])
}

const labelGap = 10

/** Near enough to choose a side: Chinese signs are square, others about half as wide. */
function widthOfText(text: string) {
  const wide = text.match(/[\u2e80-\uffff]/g)?.length ?? 0
  return wide * 11 + (text.length - wide) * 6.5
}
