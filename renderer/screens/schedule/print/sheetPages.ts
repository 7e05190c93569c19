import { type ChartScale, cutScale, widthOf } from '../../../chart/chartScale.ts'

export const papers = ['A4', 'A3', 'sheet'] as const
/** sheet: one picture of all, for a PNG. */
export type Paper = (typeof papers)[number]

/** Inside the margins, in CSS pixels at 96 to the inch, a little less so that no page spills over. */
export const paperSizes: Readonly<Record<'A4' | 'A3', { readonly width: number; readonly height: number }>> =
  {
    A4: { width: 1044, height: 708 },
    A3: { width: 1508, height: 1036 },
  }

export const titleHeight = 30
export const footHeight = 44

export interface SheetPage {
  /** 1 for the first. */
  readonly number: number
  readonly fromRow: number
  readonly toRow: number
  readonly scale: ChartScale
  /** From the left of its columns to the end of the whole chart. */
  readonly end: number
}

interface Layout {
  readonly rowCount: number
  readonly scale: ChartScale
  readonly rowsPerPage: number
  /** Pixels for the chart beside the columns. */
  readonly chartWidth: number
}

/** The pages of a chart, in both directions: first across the time, then down the rows. */
export function sheetPages({ rowCount, scale, rowsPerPage, chartWidth }: Layout): readonly SheetPage[] {
  const columnsPerPage = Math.max(1, Math.floor((chartWidth + 0.5) / scale.columnWidth))
  const across = Math.max(1, Math.ceil(scale.columnCount / columnsPerPage))
  const down = Math.max(1, Math.ceil(rowCount / rowsPerPage))
  return Array.from({ length: across * down }, (_page, index) => {
    const column = (index % across) * columnsPerPage
    const fromRow = Math.floor(index / across) * rowsPerPage
    const from = (column + 0.01) * scale.columnWidth
    const to = Math.min(widthOf(scale), (column + columnsPerPage - 0.01) * scale.columnWidth)
    const cut = cutScale(scale, from, to)
    return {
      number: index + 1,
      fromRow,
      toRow: Math.min(rowCount, fromRow + rowsPerPage),
      scale: cut.scale,
      end: widthOf(scale) - cut.left,
    }
  })
}
