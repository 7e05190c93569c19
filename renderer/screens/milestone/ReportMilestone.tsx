import './milestone.css'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MilestoneStatus } from '../../../db/domain/milestone.ts'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import { useLanguage } from '../../state.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReportList } from './ReportList.tsx'
import type { Reportable } from './useReporting.ts'

interface ReportMilestoneProps {
  /** Null: closed. */
  readonly milestone: Reportable | null
  /** The status with which the form begins; null: that of the last report. */
  readonly status: MilestoneStatus | null
  readonly onClose: () => void
  readonly onSaved: () => void
  /** After it has gone from the screen. */
  readonly onClosed: () => void
}

/** 填报: the form, and below it what was reported before. */
export function ReportMilestone({ milestone, status, onClose, onSaved, onClosed }: ReportMilestoneProps) {
  const { t } = useTranslation(['milestone', 'terms'])
  const language = useLanguage()
  return (
    <Drawer
      title={milestone === null ? t('report') : t('reportTitle', { name: milestone.name })}
      size={480}
      open={milestone !== null}
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        if (!isOpen) onClosed()
      }}
      // The form takes the focus itself, and whoever opened it gives it on afterwards.
      autoFocus={false}
      focusable={{ focusTriggerAfterClose: false }}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      {milestone !== null && (
        <>
          <p className="grey report-of">
            {t('current', {
              project: milestone.projectName,
              due: milestone.due === null ? t('terms:undated') : planDateInWords(milestone.due, language),
            })}
          </p>
          <ReportForm milestone={milestone} status={status} onSaved={onSaved} onClose={onClose} />
          <h3 className="report-before">{t('before')}</h3>
          <ReportList milestoneId={milestone.id} />
        </>
      )}
    </Drawer>
  )
}
