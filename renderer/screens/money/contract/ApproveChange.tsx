import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContractChange } from '../../../../db/domain/contract.ts'
import { localDay } from '../../../../db/domain/day.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { typedDay } from '../../payment/typedDay.ts'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'

interface ApproveChangeProps {
  readonly change: ContractChange
  readonly onClose: () => void
}

interface ApproveDraft {
  readonly approvedOn?: string
  readonly overrideReason?: string
}

export function ApproveChange({ change, onClose }: ApproveChangeProps) {
  const { t } = useTranslation(['money', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<ApproveDraft>()
  const entry = useEntry('approveContractChange', {
    form,
    onSaved: () => {
      void message.info(t('changeApproved', { number: change.number }))
      onClose()
    },
  })
  return (
    <EntryModal title={t('approveNamed', { name: change.number })} isOpen onClose={onClose}>
      <Form<ApproveDraft>
        form={form}
        name="approve-change"
        layout="vertical"
        initialValues={{ approvedOn: localDay(new Date()) }}
        onFinish={(draft) =>
          entry.save({
            changeId: change.id,
            approvedOn: typedDay(draft.approvedOn ?? '', localDay(new Date())) ?? draft.approvedOn ?? '',
            ...entry.reasonOf(draft.overrideReason),
          })
        }
      >
        <p className="money-lead">
          {change.title} <Amount fen={change.amountFen} unit="yuan" withUnit />
        </p>
        <EntryNotices entry={entry} />
        <Form.Item label={t('approvedOn')} name="approvedOn" required>
          <DayField />
        </Form.Item>
        <DialogButtons okText={t('approve')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}
