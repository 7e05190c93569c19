import './progress.css'
import '../schedule/print/print.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { useAppState } from '../../state.tsx'
import { SheetTools } from '../schedule/print/SheetTools.tsx'
import { type Paper, paperSizes } from '../schedule/print/sheetPages.ts'
import { useSheetTitle } from '../schedule/print/useSheetTitle.ts'

interface TablePaperProps {
  readonly title: string
  /** The table with its title as the first line of its head: Chromium draws a head again on each page. */
  readonly children: (above: ReactNode) => ReactNode
}

/** One table for paper, under a title with the day, who printed it and the file. */
export function TablePaper({ title, children }: TablePaperProps) {
  const { t } = useTranslation('schedule')
  const { library, settings } = useAppState()
  const [paper, setPaper] = useState<Paper>('A4')
  useSheetTitle(title)
  const lead = [
    t('asOf', { day: localDay(new Date()) }),
    settings.actor?.name ?? '',
    library.file?.split(/[\\/]/).at(-1) ?? '',
  ].filter((part) => part !== '')
  return (
    <section className="screen sheet-screen" aria-label={t('preview')}>
      <SheetTools paper={paper} onPaper={setPaper} />
      <div className="sheet-pages" tabIndex={0} role="group" aria-label={title}>
        <div className="board-paper" style={{ width: paperSizes[paper === 'A4' ? 'A4' : 'A3'].width }}>
          {children(
            <div className="board-title">
              <strong>{title}</strong>
              <span>{lead.join(' · ')}</span>
            </div>,
          )}
        </div>
      </div>
    </section>
  )
}
