import '../money/money.css'
import { App, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type DocumentRequirement,
  documentSituations,
  requirementStatuses,
} from '../../../db/domain/documentRequirement.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { useEntry } from '../money/useEntry.ts'

interface RequirementFormProps {
  /** Null: a new row. */
  readonly requirement: DocumentRequirement | null
  readonly onClose: () => void
}

export function RequirementForm(props: RequirementFormProps) {
  const { t } = useTranslation('attachment')
  return (
    <EntryModal title={t('table')} isOpen onClose={props.onClose}>
      <Fields {...props} />
    </EntryModal>
  )
}

type Draft = Partial<
  Pick<DocumentRequirement, 'situation' | 'document' | 'basis' | 'status' | 'isActive'> & {
    clause: string
    reason: string
  }
>

function Fields({ requirement, onClose }: RequirementFormProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const entry = useEntry('setDocumentRequirement', {
    form,
    onSaved: () => {
      void message.info(t('requirementSaved'))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="requirement"
      layout="vertical"
      initialValues={{
        situation: requirement?.situation ?? 'payment',
        document: requirement?.document ?? '',
        basis: requirement?.basis ?? t('status.internal'),
        clause: requirement?.clause ?? '',
        status: requirement?.status ?? 'internal',
        isActive: requirement?.isActive ?? true,
      }}
      onFinish={(draft) =>
        entry.save({
          ...(requirement === null ? {} : { requirementId: requirement.id }),
          situation: draft.situation ?? 'payment',
          document: draft.document ?? '',
          basis: draft.basis ?? '',
          clause: draft.clause ?? null,
          status: draft.status ?? 'internal',
          isActive: draft.isActive ?? true,
          reason: draft.reason ?? '',
        })
      }
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('situationTitle')} name="situation">
        <Select options={documentSituations.map((value) => ({ value, label: t(`situation.${value}`) }))} />
      </Form.Item>
      <Form.Item label={t('document')} name="document" required>
        <Input autoComplete="off" />
      </Form.Item>
      <div className="money-columns">
        <Form.Item label={t('basis')} name="basis" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('clause')} name="clause">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item label={t('statusTitle')} name="status">
        <Select options={requirementStatuses.map((value) => ({ value, label: t(`status.${value}`) }))} />
      </Form.Item>
      <Form.Item name="isActive" valuePropName="checked">
        <Checkbox>{t('isActive')}</Checkbox>
      </Form.Item>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
