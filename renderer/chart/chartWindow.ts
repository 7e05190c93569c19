import { rowHeight } from './drawRow.ts'

/** The part of the chart that is drawn: rows `fromRow` up to `toRow`, pixels `left` to `right` across. */
export interface ChartWindow {
  readonly fromRow: number
  readonly toRow: number
  readonly left: number
  readonly right: number
}

interface View {
  readonly scrollTop: number
  readonly scrollLeft: number
  readonly height: number
  readonly width: number
}

/** What is in view and some around it, in whole steps: a scroll within a step draws nothing anew. */
export function windowOf(view: View, rowCount: number): ChartWindow {
  const step = rowStep * rowHeight
  const fromRow = Math.max(0, Math.floor(view.scrollTop / step) - 1) * rowStep
  const toRow = (Math.ceil((view.scrollTop + view.height) / step) + 1) * rowStep
  return {
    fromRow: Math.min(fromRow, Math.max(0, Math.floor((rowCount - 1) / rowStep) * rowStep)),
    toRow: Math.min(rowCount, toRow),
    left: Math.max(0, Math.floor(view.scrollLeft / sideStep) - 1) * sideStep,
    right: (Math.ceil((view.scrollLeft + view.width) / sideStep) + 1) * sideStep,
  }
}

export function isSameWindow(a: ChartWindow, b: ChartWindow): boolean {
  return a.fromRow === b.fromRow && a.toRow === b.toRow && a.left === b.left && a.right === b.right
}

const rowStep = 8
const sideStep = 240
