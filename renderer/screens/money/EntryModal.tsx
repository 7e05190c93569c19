import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface EntryModalProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A short form over the screen. */
export function EntryModal({ title, isOpen, onClose, children }: EntryModalProps) {
  const { t } = useTranslation('terms')
  return (
    <Modal
      title={title}
      open={isOpen}
      onCancel={onClose}
      closable={{ 'aria-label': t('close') }}
      footer={null}
      destroyOnHidden
    >
      {children}
    </Modal>
  )
}
