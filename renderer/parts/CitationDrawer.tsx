import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import { CitationPanel } from './CitationPanel.tsx'

interface CitationDrawerProps {
  readonly subject: string
  readonly citations: readonly Citation[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function CitationDrawer({ subject, citations, isOpen, onClose }: CitationDrawerProps) {
  const { t } = useTranslation('terms')
  return (
    <Drawer
      title={t('citationOf', { subject })}
      size={480}
      open={isOpen}
      onClose={onClose}
      closable={{ 'aria-label': t('close') }}
      destroyOnHidden
    >
      <CitationPanel citations={citations} />
    </Drawer>
  )
}
