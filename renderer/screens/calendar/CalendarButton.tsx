import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarBoard } from './CalendarBoard.tsx'

interface CalendarButtonProps {
  readonly projectId: string
  readonly projectName: string
}

/** 日历…: the calendars of a project, beside its schedule. */
export function CalendarButton({ projectId, projectName }: CalendarButtonProps) {
  const { t } = useTranslation(['calendar', 'task', 'terms'])
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('task:calendarButton')}</Button>
      <Drawer
        title={`${t('title')} · ${projectName}`}
        size={720}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        closable={{ 'aria-label': t('terms:close') }}
        destroyOnHidden
      >
        <p className="grey">{t('lead')}</p>
        <CalendarBoard projectId={projectId} isNarrow />
      </Drawer>
    </>
  )
}
