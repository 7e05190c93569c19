import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeDrawer } from './ChangeDrawer.tsx'

interface ChangeHistoryProps {
  readonly entityId: string
  /** What the record is called, for the drawer's title and the accessible name. */
  readonly subject: string
  /** An icon alone, for rows of a table. */
  readonly isSmall?: boolean
}

/** A button that opens the 变更记录 of one record. */
export function ChangeHistory({ entityId, subject, isSmall = false }: ChangeHistoryProps) {
  const { t } = useTranslation('change')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {isSmall ? (
        // A plain button: fifty of the library's own take longer to draw than the fifty rows they stand in.
        <button
          type="button"
          className="plain-button"
          title={t('title')}
          aria-label={t('of', { subject })}
          onClick={() => setIsOpen(true)}
        >
          <HistoryOutlined aria-hidden />
        </button>
      ) : (
        <Button icon={<HistoryOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
          {t('title')}
        </Button>
      )}
      {isOpen && <ChangeDrawer entityId={entityId} subject={subject} onClose={() => setIsOpen(false)} />}
    </>
  )
}
