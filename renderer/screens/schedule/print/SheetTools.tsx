import '../schedule.css'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Paper, papers } from './sheetPages.ts'
import { usePrint } from './usePrint.ts'

interface SheetToolsProps {
  readonly paper: Paper
  readonly onPaper: (paper: Paper) => void
  readonly isReady?: boolean
  /** A picture that is too large is not made. */
  readonly isTooTall?: boolean
  /** What else can be chosen of the sheet. */
  readonly children?: ReactNode
}

/** The way back, the paper, and to the printer or into a file. */
export function SheetTools({ paper, onPaper, isReady = true, isTooTall = false, children }: SheetToolsProps) {
  const { t } = useTranslation('schedule')
  const navigate = useNavigate()
  const print = usePrint()
  return (
    <>
      <style>{`@page { size: ${paper === 'sheet' ? 'A3' : paper} landscape; margin: 10mm; }`}</style>
      <div className="sheet-tools" role="toolbar" aria-label={t('preview')}>
        <Button onClick={() => void navigate(-1)}>{t('back')}</Button>
        <h1>{t('preview')}</h1>
        <Segmented<Paper>
          aria-label={t('paper')}
          value={paper}
          options={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
          onChange={onPaper}
        />
        {children}
        <span className="schedule-tools-gap" />
        {paper === 'sheet' ? (
          <Button type="primary" disabled={!isReady || isTooTall} onClick={() => void print('png')}>
            {t('savePng')}
          </Button>
        ) : (
          <>
            <Button disabled={!isReady} onClick={() => void print('printer')}>
              {t('toPrinter')}
            </Button>
            <Button type="primary" disabled={!isReady} onClick={() => void print('pdf')}>
              {t('savePdf')}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
