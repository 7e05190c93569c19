import { FileZipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryModal } from '../money/EntryModal.tsx'
import { DossierForm } from './DossierForm.tsx'

interface DossierButtonProps {
  /** What the dialog begins with; both can be changed there. */
  readonly projectId?: string
  readonly period?: string
  /** Names the button where several stand in a table. */
  readonly label?: string
  readonly look: 'button' | 'small' | 'link'
}

/** 资料包 of a project, a year, a month or any other period: a dialog asks which. */
export function DossierButton({ projectId = '', period = '', label, look }: DossierButtonProps) {
  const { t } = useTranslation('attachment')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        size={look === 'button' ? 'medium' : 'small'}
        type={look === 'link' ? 'link' : 'default'}
        {...(look === 'link' ? {} : { icon: <FileZipOutlined aria-hidden /> })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setIsOpen(true)}
      >
        {t('dossierOf')}
      </Button>
      <EntryModal title={t('dossier')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <DossierForm projectId={projectId} period={period} />
      </EntryModal>
    </>
  )
}
