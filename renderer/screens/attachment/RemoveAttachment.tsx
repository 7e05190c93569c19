import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api.ts'
import { ReasonModal } from '../../parts/ReasonModal.tsx'
import type { AttachmentRow } from './AttachmentItem.tsx'

interface RemoveAttachmentProps {
  readonly attachment: AttachmentRow
  readonly onClose: () => void
}

export function RemoveAttachment({ attachment, onClose }: RemoveAttachmentProps) {
  const { t } = useTranslation('attachment')
  const remove = useCommand('removeAttachment')
  return (
    <ReasonModal
      title={t('removeTitle', { name: attachment.name })}
      isOpen
      okText={t('remove')}
      isBusy={remove.isPending}
      error={remove.error?.error ?? null}
      onOk={(reason) =>
        remove.mutate({ attachmentId: attachment.id, reason }, { onSuccess: () => onClose() })
      }
      onClose={onClose}
    >
      <p className="dialog-lead">{t('removeWhat')}</p>
    </ReasonModal>
  )
}
