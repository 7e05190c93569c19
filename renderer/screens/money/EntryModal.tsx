import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface EntryModalProps {
  readonly title: string
  readonly isOpen: boolean
  /** For a form of two columns. */
  readonly isWide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form over the screen; in the middle of it, so that the whole height is its own. */
export function EntryModal({ title, isOpen, isWide = false, onClose, children }: EntryModalProps) {
  const { t } = useTranslation('terms')
  return (
    <Modal
      title={title}
      open={isOpen}
      centered
      {...(isWide ? { width: 880 } : {})}
      onCancel={onClose}
      closable={{ 'aria-label': t('close') }}
      footer={null}
      destroyOnHidden
    >
      {children}
    </Modal>
  )
}
