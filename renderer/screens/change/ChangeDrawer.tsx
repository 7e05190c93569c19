import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { entered } from '../../parts/Amount.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { ExportChanges } from './ExportChanges.tsx'

interface ChangeDrawerProps {
  readonly entityId: string
  /** What the record is called. */
  readonly subject: string
  readonly onClose: () => void
}

/** The 变更记录 of one record. */
export function ChangeDrawer({ entityId, subject, onClose }: ChangeDrawerProps) {
  const { t } = useTranslation(['change', 'terms'])
  return (
    <Drawer
      title={<span {...entered}>{t('of', { subject })}</span>}
      size={820}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      extra={<ExportChanges entityId={entityId} subject={subject} />}
      destroyOnHidden
    >
      <ChangeTable entityId={entityId} />
    </Drawer>
  )
}
