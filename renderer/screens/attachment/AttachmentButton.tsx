import { PaperClipOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentBlock } from './AttachmentBlock.tsx'
import type { AttachedTo } from './useAttach.ts'

interface AttachmentButtonProps extends AttachedTo {
  /** What the record is called, for the drawer's title and the accessible name. */
  readonly title: string
  /** Shown in place of the paper clip. */
  readonly children?: ReactNode
}

/** Opens the attachments of a record that stands in a row of a table. */
export function AttachmentButton({ title, children, ...record }: AttachmentButtonProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="plain-button"
        title={t('title')}
        aria-label={t('of', { title })}
        onClick={() => setIsOpen(true)}
      >
        {children ?? <PaperClipOutlined aria-hidden />}
      </button>
      {isOpen && (
        <Drawer
          title={t('of', { title })}
          size={560}
          open
          onClose={() => setIsOpen(false)}
          closable={{ 'aria-label': t('terms:close') }}
          destroyOnHidden
        >
          <AttachmentBlock {...record} />
        </Drawer>
      )}
    </>
  )
}
