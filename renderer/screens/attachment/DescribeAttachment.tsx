import { AutoComplete, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { useEntry } from '../money/useEntry.ts'
import type { AttachmentRow } from './AttachmentItem.tsx'

interface DescribeAttachmentProps {
  readonly attachment: AttachmentRow
  readonly onClose: () => void
}

/** Which document it is, and a note. */
export function DescribeAttachment({ attachment, onClose }: DescribeAttachmentProps) {
  const { t } = useTranslation('attachment')
  return (
    <EntryModal title={t('describeTitle', { name: attachment.name })} isOpen onClose={onClose}>
      <DescribeForm attachment={attachment} onClose={onClose} />
    </EntryModal>
  )
}

function DescribeForm({ attachment, onClose }: DescribeAttachmentProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  const [form] = Form.useForm<{ document?: string; note?: string }>()
  const { subject, subjectId } = attachment
  const standings = useRequest('documentsOf', { subject, subjectId }).data?.items ?? []
  const entry = useEntry('describeAttachment', { form, onSaved: onClose })
  return (
    <Form
      form={form}
      name="describe"
      layout="vertical"
      initialValues={{ document: attachment.document ?? '', note: attachment.note ?? '' }}
      onFinish={({ document, note }) =>
        entry.save({ attachmentId: attachment.id, document: document ?? null, note: note ?? null })
      }
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('document')} name="document">
        <AutoComplete options={standings.map((one) => ({ value: one.document }))} />
      </Form.Item>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
