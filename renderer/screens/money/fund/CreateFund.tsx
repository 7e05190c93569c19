import { App, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Fund, fundKinds } from '../../../../db/domain/fund.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'

interface CreateFundProps {
  readonly isOpen: boolean
  /** What the name begins with. */
  readonly name?: string
  readonly onCreated?: (fund: Fund) => void
  readonly onClose: () => void
}

export function CreateFund({ isOpen, onClose, ...form }: CreateFundProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal title={t('createFund')} isOpen={isOpen} onClose={onClose}>
      <FundForm onClose={onClose} {...form} />
    </EntryModal>
  )
}

interface FundDraft {
  readonly kind?: Fund['kind']
  readonly name?: string
  readonly documentNo?: string
  readonly note?: string
}

function FundForm({ name = '', onCreated, onClose }: Omit<CreateFundProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<FundDraft>()
  const entry = useEntry('createFund', {
    form,
    onSaved: (fund) => {
      void message.info(t('fundCreated', { name: fund.name }))
      onCreated?.(fund)
      onClose()
    },
  })
  return (
    <Form<FundDraft>
      form={form}
      name="fund"
      layout="vertical"
      initialValues={{ kind: 'district', name }}
      onFinish={(draft) =>
        entry.save({
          kind: draft.kind ?? 'other',
          name: draft.name ?? '',
          documentNo: draft.documentNo ?? null,
          note: draft.note ?? null,
        })
      }
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('fundKindTitle')} name="kind" required>
        <Select options={fundKinds.map((value) => ({ value, label: t(`fundKind.${value}`) }))} />
      </Form.Item>
      <Form.Item label={t('fundName')} name="name" required>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('documentNo')} name="documentNo">
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('note')} name="note">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
