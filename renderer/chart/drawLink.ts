import type { ChartLink, LinkEnd } from './chartRow.ts'
import { type ChartScale, xOf } from './chartScale.ts'
import { rowHeight } from './drawRow.ts'
import { svgElement, svgTitle } from './svg.ts'

/** An arrow between two rows; `top` is the y of row 0 in this drawing, which may lie above it. */
export function drawLink(link: ChartLink, scale: ChartScale, top: number): SVGGElement {
  const path = linkPath(
    { x: xOf(scale, link.from.day, link.from.edge), row: link.fromRow, edge: link.from.edge },
    { x: xOf(scale, link.to.day, link.to.edge), row: link.toRow, edge: link.to.edge },
    top,
  )
  return svgElement('g', { class: link.isCritical ? 'link is-critical' : 'link' }, [
    svgTitle(link.title),
    svgElement('path', { d: path.line, class: 'link-line' }),
    svgElement('path', { d: path.head, class: 'link-head' }),
  ])
}

/** Whether any of an arrow lies among these rows. */
export function touchesRows(link: ChartLink, fromRow: number, toRow: number): boolean {
  return Math.min(link.fromRow, link.toRow) < toRow && Math.max(link.fromRow, link.toRow) >= fromRow
}

interface Joint {
  readonly x: number
  readonly row: number
  readonly edge: LinkEnd['edge']
}

/** Leaves a start to the left and a finish to the right, and comes in from the same sides. */
function linkPath(from: Joint, to: Joint, top: number) {
  const out = from.edge === 'evening' ? 1 : -1
  const into = to.edge === 'morning' ? 1 : -1
  const y1 = top + from.row * rowHeight + barMiddle
  const y2 = top + to.row * rowHeight + barMiddle
  const turn = from.x + out * stub
  const before = to.x - into * (stub + headSize)
  const tip = to.x - into * 1
  const isStraight = into === 1 ? turn <= before : turn >= before
  const sameSide = out !== into
  const middle = y2 > y1 ? y1 + (rowHeight - barMiddle) : y1 - barMiddle
  const column = sameSide ? (out === 1 ? Math.max(turn, before) : Math.min(turn, before)) : turn
  const line =
    sameSide || isStraight
      ? `M ${n(from.x)} ${n(y1)} H ${n(column)} V ${n(y2)} H ${n(tip)}`
      : `M ${n(from.x)} ${n(y1)} H ${n(turn)} V ${n(middle)} H ${n(before)} V ${n(y2)} H ${n(tip)}`
  const back = tip - into * headSize
  const head = `M ${n(tip)} ${n(y2)} L ${n(back)} ${n(y2 - 3.5)} V ${n(y2 + 3.5)} Z`
  return { line, head }
}

const stub = 5
const headSize = 5
/** The middle of a planned bar within its row. */
const barMiddle = 9.5

function n(figure: number) {
  return String(Math.round(figure * 10) / 10)
}
