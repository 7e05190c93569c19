import './batch.css'
import { useTranslation } from 'react-i18next'
import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useWhyNot } from '../../state.tsx'
import { BatchDesk } from './BatchDesk.tsx'
import { useKeptBatch } from './useBatchDraft.ts'

/** 连续录入: many payments in a grid, without the mouse, saved as one. */
export function BatchPage() {
  const { t } = useTranslation('batch')
  const whyNot = useWhyNot('recordPayments')
  const kept = useKeptBatch()
  if (whyNot !== null)
    return (
      <ScreenFrame title={t('title')}>
        <LoadState kind="empty" text={whyNot} />
      </ScreenFrame>
    )
  if (kept === undefined)
    return (
      <ScreenFrame title={t('title')}>
        <LoadState kind="loading" />
      </ScreenFrame>
    )
  return <BatchDesk kept={kept} />
}
