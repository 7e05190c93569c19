import './attachment.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentDrawer } from './AttachmentDrawer.tsx'
import { FileMark } from './FileMark.tsx'
import type { AttachedTo } from './useAttach.ts'

interface AttachmentButtonProps extends AttachedTo {
  /** What the record is called, for the drawer's title and the accessible name. */
  readonly title: string
  /** How many files it has: useAttachmentCounts of the whole page. */
  readonly count?: number
  /** Shown in place of the paper clip. */
  readonly children?: ReactNode
}

/** Opens the attachments of a record that stands in a row of a table. */
export function AttachmentButton({ title, count = 0, children, ...record }: AttachmentButtonProps) {
  const { t } = useTranslation('attachment')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={children === undefined ? 'plain-button' : 'name-button'}
        title={count === 0 ? t('title') : t('files', { count })}
        aria-label={count === 0 ? t('of', { title }) : t('ofCounted', { title, files: count })}
        onClick={() => setIsOpen(true)}
      >
        {children ?? <FileMark count={count} />}
      </button>
      {isOpen && <AttachmentDrawer {...record} title={title} onClose={() => setIsOpen(false)} />}
    </>
  )
}
