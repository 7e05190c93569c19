import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPicture } from '../../../db/domain/mediaType.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { instantInTable } from '../../parts/instant.ts'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useMay } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { DescribeAttachment } from './DescribeAttachment.tsx'
import { fileSize } from './fileSize.ts'
import { PicturePreview } from './PicturePreview.tsx'
import { RemoveAttachment } from './RemoveAttachment.tsx'

export type AttachmentRow = RequestOutput<'listAttachments'>['items'][number]

/** One attachment: its name opens a copy, a picture opens in the window. */
export function AttachmentItem({ attachment }: { readonly attachment: AttachmentRow }) {
  const { t } = useTranslation(['attachment', 'terms'])
  const { message } = App.useApp()
  const mayDescribe = useMay('describeAttachment')
  const mayRemove = useMay('removeAttachment')
  const save = useTask('copyAttachment')
  const [shown, setShown] = useState<'picture' | 'describe' | 'remove' | null>(null)
  const { id, name, document, mediaType, removedAt } = attachment
  const close = () => setShown(null)

  async function open() {
    const answer = await window.api.openAttachment(id)
    if (!answer.ok) void message.warning(answer.error.message)
  }

  return (
    <li className={removedAt === null ? 'attachment' : 'attachment is-removed'}>
      <div className="attachment-what">
        <button
          type="button"
          className="name-button attachment-name"
          title={t('openCopy')}
          onClick={() => (isPicture(mediaType) ? setShown('picture') : void open())}
        >
          {name}
        </button>
        {document !== null && <StatusTag tone="accent">{document}</StatusTag>}
        {removedAt !== null && <StatusTag tone="grey">{t('removed')}</StatusTag>}
      </div>
      <div className="attachment-facts grey">
        <span className="figure">{fileSize(attachment.byteCount)}</span>
        <span>{attachment.actorName}</span>
        <span className="figure">{instantInTable(attachment.recordedAt)}</span>
        {attachment.note !== null && <span>{attachment.note}</span>}
        {removedAt !== null && (
          <span>{t('removedWhy', { by: attachment.removedBy, reason: attachment.removeReason })}</span>
        )}
        {save.state.kind === 'failed' && (
          <span className="red" role="alert">
            {save.state.error.message}
          </span>
        )}
      </div>
      <div className="attachment-actions">
        <Button
          type="link"
          size="small"
          aria-label={`${t('saveAs')} ${name}`}
          disabled={save.state.kind === 'running'}
          onClick={() => void save.run({ attachmentId: id })}
        >
          {t('saveAs')}
        </Button>
        {removedAt === null && mayDescribe && (
          <Button
            type="link"
            size="small"
            aria-label={`${t('describe')} ${name}`}
            onClick={() => setShown('describe')}
          >
            {t('describe')}
          </Button>
        )}
        {removedAt === null && mayRemove && (
          <Button
            type="link"
            size="small"
            aria-label={`${t('remove')} ${name}`}
            onClick={() => setShown('remove')}
          >
            {t('remove')}
          </Button>
        )}
        <ChangeHistory entityId={id} subject={name} isSmall />
      </div>
      {shown === 'picture' && (
        <PicturePreview attachment={attachment} onOpen={() => void open()} onClose={close} />
      )}
      {shown === 'describe' && <DescribeAttachment attachment={attachment} onClose={close} />}
      {shown === 'remove' && <RemoveAttachment attachment={attachment} onClose={close} />}
    </li>
  )
}
