import './milestone.css'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MilestoneRow } from '../../../db/domain/milestone.ts'
import { ReportList } from './ReportList.tsx'

/** The day of the newest report; opens all of them. */
export function ReportHistory({ milestone }: { readonly milestone: MilestoneRow }) {
  const { t } = useTranslation(['milestone', 'terms'])
  const [isOpen, setIsOpen] = useState(false)
  if (milestone.reportCount === 0 || milestone.reportedOn === null)
    return <span className="grey">{t('terms:notReported')}</span>
  const subject = t('historyOf', { name: milestone.name })
  return (
    <>
      <button
        type="button"
        className="figure-origin"
        aria-label={`${milestone.reportedOn}，${subject}`}
        onClick={() => setIsOpen(true)}
      >
        {milestone.reportedOn}
      </button>{' '}
      <span className="grey">{milestone.reportedBy}</span>
      <Drawer
        title={subject}
        size={480}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        closable={{ 'aria-label': t('terms:close') }}
        destroyOnHidden
      >
        <ReportList milestoneId={milestone.id} />
      </Drawer>
    </>
  )
}
