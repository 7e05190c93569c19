import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'
import { VersionFields } from './VersionFields.tsx'

interface EditVersionProps {
  readonly version: BudgetVersionRow
  readonly onClose: () => void
}

interface EditDraft {
  readonly approvalNo?: string
  readonly approvalBody?: string
  readonly note?: string
}

/** What stands on a draft besides its lines. */
export function EditVersion({ version, onClose }: EditVersionProps) {
  const { t } = useTranslation(['money', 'terms'])
  const [form] = Form.useForm<EditDraft>()
  const entry = useEntry('editBudgetVersion', { form, onSaved: onClose })
  return (
    <EntryModal title={t('editVersion')} isOpen onClose={onClose}>
      <Form<EditDraft>
        form={form}
        name="edit-version"
        layout="vertical"
        initialValues={{
          approvalNo: version.approvalNo ?? '',
          approvalBody: version.approvalBody ?? '',
          note: version.note ?? '',
        }}
        onFinish={({ approvalNo = null, approvalBody = null, note = null }) =>
          entry.save({ versionId: version.id, approvalNo, approvalBody, note })
        }
      >
        <EntryNotices entry={entry} />
        <VersionFields />
        <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}
