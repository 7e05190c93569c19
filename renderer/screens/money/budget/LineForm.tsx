import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BudgetLineRow } from '../../../../db/domain/budget.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'

interface LineFormProps {
  readonly versionId: string
  readonly lines: readonly BudgetLineRow[]
  /** The line to edit; left out: a new one. */
  readonly line?: BudgetLineRow
  /** Where a new one goes; null: at the top. */
  readonly parent: BudgetLineRow | null
  readonly onClose: () => void
}

interface LineDraft {
  readonly code?: string
  readonly name?: string
  readonly parentId?: string
}

/** A line's code, name and place in the tree; its amount is typed in the table. */
export function LineForm({ versionId, lines, line, parent, onClose }: LineFormProps) {
  const { t } = useTranslation(['money', 'terms'])
  const [form] = Form.useForm<LineDraft>()
  const entry = useEntry('setBudgetLine', { form, onSaved: onClose })
  const title =
    line === undefined
      ? parent === null
        ? t('addLine')
        : t('addBelowNamed', { name: parent.name })
      : t('editLineNamed', { name: line.name })
  const places = lines.filter((other) => other.amountFen === null && other.id !== line?.id)
  return (
    <EntryModal title={title} isOpen onClose={onClose}>
      <Form<LineDraft>
        form={form}
        name="line"
        layout="vertical"
        initialValues={{
          code: line?.code ?? (parent === null ? '' : nextCode(lines, parent)),
          name: line?.name ?? '',
          parentId: line?.parentId ?? parent?.id ?? '',
        }}
        onFinish={(draft) =>
          entry.save({
            versionId,
            ...(line === undefined ? {} : { lineId: line.id }),
            parentId: draft.parentId === undefined || draft.parentId === '' ? null : draft.parentId,
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
        <Form.Item label={t('lineParent')} name="parentId">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: t('atTop') },
              ...places.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
            ]}
          />
        </Form.Item>
        <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
      </Form>
    </EntryModal>
  )
}

/** 2.19 → 2.20: the code behind the last of those below, so that mostly only the name is typed. */
function nextCode(lines: readonly BudgetLineRow[], parent: BudgetLineRow) {
  const last = lines.findLast(({ parentId }) => parentId === parent.id)
  const [, stem = '', digits = ''] = /^(.*\.)(\d+)$/.exec(last?.code ?? '') ?? []
  if (digits === '') return `${parent.code}.1`
  return `${stem}${String(Number(digits) + 1).padStart(digits.length, '0')}`
}
