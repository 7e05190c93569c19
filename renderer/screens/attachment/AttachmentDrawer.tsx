import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { AttachmentBlock } from './AttachmentBlock.tsx'
import type { AttachedTo } from './useAttach.ts'

interface AttachmentDrawerProps extends AttachedTo {
  readonly title: string
  readonly onClose: () => void
}

/** The attachments of a record that stands in a row of a table. */
export function AttachmentDrawer({ title, onClose, ...record }: AttachmentDrawerProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  return (
    <Drawer
      title={t('of', { title })}
      size={560}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <AttachmentBlock {...record} />
    </Drawer>
  )
}
