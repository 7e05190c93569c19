import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetVersionRow } from '../../../../db/domain/budget.ts'
import { localDay } from '../../../../db/domain/day.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { typedDay } from '../../payment/typedDay.ts'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'

interface ApproveVersionProps {
  readonly version: BudgetVersionRow
  readonly onClose: () => void
}

interface ApprovalDraft {
  readonly approvalNo?: string
  readonly approvalBody?: string
  readonly approvedOn?: string
  readonly overrideReason?: string
}

/** 批准: the version is locked from then on. */
export function ApproveVersion({ version, onClose }: ApproveVersionProps) {
  const { t } = useTranslation('money')
  const { message } = App.useApp()
  const [form] = Form.useForm<ApprovalDraft>()
  const entry = useEntry('approveBudgetVersion', {
    form,
    onSaved: () => {
      void message.info(t('versionApproved'))
      onClose()
    },
  })
  return (
    <EntryModal title={t('approveVersion')} isOpen onClose={onClose}>
      <Form<ApprovalDraft>
        form={form}
        name="approval"
        layout="vertical"
        initialValues={{
          approvalNo: version.approvalNo ?? '',
          approvalBody: version.approvalBody ?? '',
          approvedOn: '',
        }}
        onFinish={(draft) =>
          entry.save({
            versionId: version.id,
            approvalNo: draft.approvalNo ?? '',
            approvalBody: draft.approvalBody ?? '',
            approvedOn: typedDay(draft.approvedOn ?? '', localDay(new Date())) ?? draft.approvedOn ?? '',
            ...entry.reasonOf(draft.overrideReason),
          })
        }
      >
        <p className="money-lead grey">{t('approveWhy')}</p>
        <EntryNotices entry={entry} />
        <Form.Item label={t('approvalNo')} name="approvalNo" required>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('approvalBody')} name="approvalBody" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('approvedOn')} name="approvedOn" required>
          <DayField />
        </Form.Item>
        <DialogButtons okText={t('approve')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}
