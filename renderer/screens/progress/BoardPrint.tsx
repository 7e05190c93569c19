import './progress.css'
import '../schedule/print/print.css'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { useAppState } from '../../state.tsx'
import { type Paper, paperSizes, papers } from '../schedule/print/sheetPages.ts'
import { usePrint } from '../schedule/print/usePrint.ts'
import { useSheetTitle } from '../schedule/print/useSheetTitle.ts'
import { BoardTable, useFurther } from './BoardTable.tsx'

/** 到期看板 for paper: one table, whose head and legend Chromium draws again on each page. */
export function BoardPrint() {
  const { t } = useTranslation(['schedule', 'progress'])
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const { library, settings } = useAppState()
  const [paper, setPaper] = useState<Paper>('A4')
  const planId = query.get('planId') ?? ''
  const board = useRequest('dueBoard', planId === '' ? {} : { planId })
  const plans = useAllPages('listPlans', {}).data ?? []
  const print = usePrint()
  const furtherOf = useFurther()
  const plan = plans.find(({ id }) => id === planId)?.name ?? t('progress:allPlans')
  const title = t('progress:boardTitle', { plan })
  useSheetTitle(title)
  const lead = [
    t('asOf', { day: localDay(new Date()) }),
    settings.actor?.name ?? '',
    library.file?.split(/[\\/]/).at(-1) ?? '',
  ].filter((part) => part !== '')
  return (
    <section className="screen sheet-screen" aria-label={t('preview')}>
      <style>{`@page { size: ${paper === 'sheet' ? 'A3' : paper} landscape; margin: 10mm; }`}</style>
      <div className="sheet-tools" role="toolbar" aria-label={t('preview')}>
        <Button onClick={() => void navigate(-1)}>{t('back')}</Button>
        <h1>{t('preview')}</h1>
        <Segmented<Paper>
          aria-label={t('paper')}
          value={paper}
          options={papers.map((value) => ({ value, label: t(`papers.${value}`) }))}
          onChange={setPaper}
        />
        <span className="schedule-tools-gap" />
        {paper === 'sheet' ? (
          <Button type="primary" onClick={() => void print('png')}>
            {t('savePng')}
          </Button>
        ) : (
          <>
            <Button onClick={() => void print('printer')}>{t('toPrinter')}</Button>
            <Button type="primary" onClick={() => void print('pdf')}>
              {t('savePdf')}
            </Button>
          </>
        )}
      </div>
      <div className="sheet-pages" tabIndex={0} role="group" aria-label={title}>
        <Loaded answer={board}>
          {(value) => (
            <div className="board-paper" style={{ width: paperSizes[paper === 'A4' ? 'A4' : 'A3'].width }}>
              <BoardTable
                board={value}
                above={
                  <div className="board-title">
                    <strong>{title}</strong>
                    <span>{lead.join(' · ')}</span>
                  </div>
                }
                below={
                  <span>
                    {t('progress:boardLegend')} {furtherOf(value)}
                  </span>
                }
              />
            </div>
          )}
        </Loaded>
      </div>
    </section>
  )
}
