import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'

interface AddLineProps {
  readonly versionId: string
  /** Null: at the top. */
  readonly parent: BudgetLineRow | null
  readonly onClose: () => void
}

interface LineDraft {
  readonly code?: string
  readonly name?: string
}

export function AddLine({ versionId, parent, onClose }: AddLineProps) {
  const { t } = useTranslation(['money', 'terms'])
  const [form] = Form.useForm<LineDraft>()
  const entry = useEntry('setBudgetLine', { form, onSaved: onClose })
  return (
    <EntryModal
      title={parent === null ? t('addLine') : t('addBelowNamed', { name: parent.name })}
      isOpen
      onClose={onClose}
    >
      <Form<LineDraft>
        form={form}
        name="line"
        layout="vertical"
        initialValues={{ code: parent === null ? '' : `${parent.code}.` }}
        onFinish={(draft) =>
          entry.save({
            versionId,
            parentId: parent?.id ?? null,
            code: draft.code ?? '',
            name: draft.name ?? '',
          })
        }
      >
        <EntryNotices entry={entry} />
        <Form.Item label={t('lineCode')} name="code" required>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('lineName')} name="name" required>
          <Input autoComplete="off" />
        </Form.Item>
        <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}
