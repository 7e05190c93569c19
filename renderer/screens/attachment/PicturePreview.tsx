import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import type { AttachmentRow } from './AttachmentItem.tsx'

interface PicturePreviewProps {
  readonly attachment: AttachmentRow
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A photo or scan in the window itself. */
export function PicturePreview({ attachment, onOpen, onClose }: PicturePreviewProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  const preview = useRequest('previewAttachment', { attachmentId: attachment.id })
  return (
    <Modal
      title={attachment.name}
      open
      width={860}
      onCancel={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      footer={
        <Button
          onClick={() => {
            onOpen()
            onClose()
          }}
        >
          {t('openOutside')}
        </Button>
      }
    >
      <Loaded answer={preview}>
        {({ picture }) =>
          picture === null ? (
            <p className="grey">{t('noPreview')}</p>
          ) : (
            <img className="attachment-picture" src={picture} alt={attachment.name} />
          )
        }
      </Loaded>
    </Modal>
  )
}
