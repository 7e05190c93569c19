import '../schedule.css'
import './print.css'
import { Progress, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChartScale, chartScale, widthOf } from '../../../chart/chartScale.ts'
import { rowHeight } from '../../../chart/drawRow.ts'
import { headerHeight } from '../../../chart/ganttDrawing.ts'
import { LoadState } from '../../../parts/LoadState.tsx'
import { scaleOf, type Zoom, zooms } from '../gantt/scheduleView.ts'
import { Unread } from '../Unread.tsx'
import { type ScheduleSources, useScheduleSources } from '../useScheduleSources.ts'
import { type Sheet, SheetPage } from './SheetPage.tsx'
import { SheetTools } from './SheetTools.tsx'
import {
  footHeight,
  type SheetPage as Page,
  type Paper,
  paperSizes,
  sheetPages,
  titleHeight,
} from './sheetPages.ts'
import { useSheet } from './useSheet.ts'
import { useSheetTitle } from './useSheetTitle.ts'

/** 打印: the pages as they will be, before they are printed or saved. */
export function SchedulePrint() {
  const { t } = useTranslation('schedule')
  const { sources, answers } = useScheduleSources()
  if (sources === null) return <Unread title={t('preview')} answers={answers} />
  return <ReadSheet sources={sources} />
}

function ReadSheet({ sources }: { readonly sources: ScheduleSources }) {
  const { t } = useTranslation('schedule')
  const { sheet, span, isRead } = useSheet(sources)
  if (!isRead) return <LoadState kind="loading" />
  if (sheet.rows.length === 0) return <LoadState kind="empty" text={t('empty')} />
  return <Preview sheet={sheet} span={span} />
}

interface PreviewProps {
  readonly sheet: Sheet
  readonly span: { readonly first: string; readonly last: string }
}

function Preview({ sheet, span }: PreviewProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const [paper, setPaper] = useState<Paper>('A4')
  const [zoom, setZoom] = useState<Zoom>('fit')
  const { pages, size } = useMemo(() => layout(sheet, span, paper, zoom), [sheet, span, paper, zoom])
  const placed = usePlaced(pages.length, `${paper} ${zoom}`)
  const isReady = placed >= pages.length
  useSheetTitle(sheet.title)
  const isTooTall = paper === 'sheet' && (size.height > mostPixels || size.width > mostPixels)

  return (
    <section className="screen sheet-screen" aria-label={t('preview')}>
      <SheetTools paper={paper} onPaper={setPaper} isReady={isReady} isTooTall={isTooTall}>
        <Segmented<Zoom>
          aria-label={t('zoom')}
          value={zoom}
          options={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
          onChange={setZoom}
        />
        {isReady ? (
          <span className="grey">{t('pages', { pages: pages.length })}</span>
        ) : (
          <Progress
            className="sheet-progress"
            size="small"
            percent={Math.floor((placed / pages.length) * 100)}
            aria-label={t('placing')}
          />
        )}
      </SheetTools>
      {isTooTall && (
        <div className="notice" role="alert">
          {t('sheetTooTall')}
        </div>
      )}
      <div className="sheet-pages">
        {!isTooTall &&
          pages
            .slice(0, placed)
            .map((page) => (
              <SheetPage
                key={`${paper} ${zoom} ${String(page.number)}`}
                sheet={sheet}
                page={page}
                pageCount={pages.length}
                size={size}
              />
            ))}
      </div>
    </section>
  )
}

/** A picture of more pixels is refused by Chromium. */
const mostPixels = 8_000

function layout(sheet: Sheet, span: PreviewProps['span'], paper: Paper, zoom: Zoom) {
  const sideWidth = sheet.columns.reduce((sum, { width }) => sum + width, 0)
  if (paper === 'sheet') {
    const scale = scaleOf(zoom, span.first, span.last, paperSizes.A3.width - sideWidth)
    const width = Math.ceil(sideWidth + widthOf(scale)) + 2
    const height = headerHeight + sheet.rows.length * rowHeight + titleHeight + footHeight
    const page: Page = { number: 1, fromRow: 0, toRow: sheet.rows.length, scale, end: widthOf(scale) }
    return { pages: [page], size: { width, height } }
  }
  const size = paperSizes[paper]
  const chartWidth = Math.max(120, size.width - sideWidth)
  const whole = narrowed(scaleOf(zoom, span.first, span.last, chartWidth), zoom === 'fit' ? chartWidth : null)
  const rowsPerPage = Math.max(
    1,
    Math.floor((size.height - titleHeight - footHeight - headerHeight) / rowHeight),
  )
  // Whole columns fill a page's width.
  const perPage = Math.max(1, Math.floor((chartWidth + 0.5) / whole.columnWidth))
  const scale =
    zoom === 'fit' ? whole : chartScale(whole.step, span.first, span.last, chartWidth / perPage, 0)
  return { pages: sheetPages({ rowCount: sheet.rows.length, scale, rowsPerPage, chartWidth }), size }
}

/** 适合宽度 goes on one page across, however narrow its years become. */
function narrowed(scale: ChartScale, room: number | null): ChartScale {
  if (room === null || widthOf(scale) <= room) return scale
  return { ...scale, columnWidth: room / scale.columnCount }
}

/** How many pages are laid out: some in each frame, so that hundreds do not hold the window. */
function usePlaced(count: number, of: string) {
  const [placed, setPlaced] = useState({ of, count: 0 })
  const now = placed.of === of ? placed.count : 0
  useEffect(() => {
    if (now >= count) return undefined
    const frame = requestAnimationFrame(() => setPlaced({ of, count: Math.min(count, now + 4) }))
    return () => cancelAnimationFrame(frame)
  }, [now, count, of])
  return now
}
