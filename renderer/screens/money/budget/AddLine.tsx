import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type BudgetLineRow, type CostClass, costClasses } from '../../../../db/domain/budget.ts'
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
  readonly costClass?: CostClass | ''
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
        initialValues={{ code: parent === null ? '' : `${parent.code}.`, costClass: parent?.costClass ?? '' }}
        onFinish={(draft) =>
          entry.save({
            versionId,
            parentId: parent?.id ?? null,
            code: draft.code ?? '',
            name: draft.name ?? '',
            costClass: draft.costClass === undefined || draft.costClass === '' ? null : draft.costClass,
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
        <Form.Item label={t('costClassTitle')} name="costClass">
          <Select
            options={[
              { value: '', label: t('none') },
              ...costClasses.map((value) => ({ value, label: t(`costClass.${value}`) })),
            ]}
          />
        </Form.Item>
        <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}
