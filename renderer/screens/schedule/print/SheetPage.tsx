import '../../../chart/gantt.css'
import { memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartLink, ChartRow } from '../../../chart/chartRow.ts'
import { type ChartScale, widthOf } from '../../../chart/chartScale.ts'
import { rowHeight } from '../../../chart/drawRow.ts'
import { type ChartLine, drawGantt, headerHeight } from '../../../chart/ganttDrawing.ts'
import type { GridColumn } from '../../../parts/grid/gridColumn.ts'
import { useLanguage } from '../../../state.tsx'
import { ScheduleLegend } from '../gantt/ScheduleLegend.tsx'
import type { ScheduleRow } from '../gantt/scheduleRows.ts'
import type { SheetPage as Page } from './sheetPages.ts'

export interface Sheet {
  readonly title: string
  /** As of which day, by whom. */
  readonly lead: string
  readonly rows: readonly ScheduleRow[]
  readonly columns: readonly GridColumn<ScheduleRow>[]
  readonly drawn: (row: ScheduleRow) => ChartRow
  readonly links: readonly ChartLink[]
  readonly lines: readonly ChartLine[]
  readonly offDays: (scale: ChartScale) => readonly (readonly [string, string])[]
}

interface SheetPageProps {
  readonly sheet: Sheet
  readonly page: Page
  readonly pageCount: number
  readonly size: { readonly width: number; readonly height: number }
}

/** One page: the columns and the time scale again, its rows and its stretch of time, the legend, page x of y. */
export const SheetPage = memo(DrawnPage)

function DrawnPage({ sheet, page, pageCount, size }: SheetPageProps) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const element = useRef<HTMLDivElement>(null)
  const { rows, drawn, links, lines, offDays } = sheet
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    return drawGantt(element.current, {
      rows: rows.slice(page.fromRow, page.toRow).map(drawn),
      firstRow: page.fromRow,
      links,
      scale: page.scale,
      end: page.end,
      lines,
      offDays: offDays(page.scale),
      language,
    })
  }, [rows, drawn, links, lines, offDays, page, language])
  const height = headerHeight + (page.toRow - page.fromRow) * rowHeight
  return (
    <section
      className="sheet-page"
      style={size}
      aria-label={t('pageOf', { page: page.number, pages: pageCount })}
    >
      <header>
        <strong>{sheet.title}</strong>
        <span>{sheet.lead}</span>
      </header>
      <div className="sheet-body">
        <SheetTable sheet={sheet} page={page} />
        <div className="gantt-chart" style={{ width: widthOf(page.scale), height }}>
          <div ref={element} className="gantt-drawn" />
        </div>
      </div>
      <footer>
        <ScheduleLegend />
        <span className="figure">{t('pageOf', { page: page.number, pages: pageCount })}</span>
      </footer>
    </section>
  )
}

function SheetTable({ sheet, page }: Pick<SheetPageProps, 'sheet' | 'page'>) {
  const { columns, rows } = sheet
  return (
    <table className="sheet-table" style={{ width: columns.reduce((sum, { width }) => sum + width, 0) }}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title, isFigure }) => (
            <th key={key} scope="col" className={isFigure === true ? 'is-figure' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(page.fromRow, page.toRow).map((row) => (
          <tr key={row.id} className={`is-${row.kind}`}>
            {columns.map((column) => (
              <td
                key={column.key}
                data-column={column.key}
                className={column.isFigure === true ? 'is-figure' : ''}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
