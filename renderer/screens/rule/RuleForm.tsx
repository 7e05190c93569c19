import { App, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseDay } from '../../../db/domain/day.ts'
import { nationwide, type Rule, ruleCodes } from '../../../db/domain/rule.ts'
import { shippedRules } from '../../../db/domain/shippedRules.ts'
import { DialogButtons } from '../../parts/DialogButtons.tsx'
import { isThresholdName } from '../../text/rule.ts'
import { DayField } from '../money/DayField.tsx'
import { EntryModal } from '../money/EntryModal.tsx'
import { EntryNotices } from '../money/EntryNotices.tsx'
import { useEntry } from '../money/useEntry.ts'

interface RuleFormProps {
  /** The row that is edited, or that a new one starts as. */
  readonly rule: Rule
  readonly isAdding: boolean
  readonly onSaved: (ruleId: string) => void
  readonly onClose: () => void
}

interface RuleDraft {
  readonly code?: Rule['code']
  readonly text?: string
  readonly basis?: string
  readonly clause?: string
  readonly region?: string
  readonly effectiveFrom?: string
  readonly status?: Rule['status']
  readonly threshold?: Readonly<Record<string, string>>
  readonly reason?: string
}

/** A rule's words and numbers, with the reason for changing them. */
export function RuleForm({ rule, isAdding, onSaved, onClose }: RuleFormProps) {
  const { t } = useTranslation('rule')
  return (
    <EntryModal title={t(isAdding ? 'add' : 'edit')} isOpen onClose={onClose}>
      <Fields rule={rule} isAdding={isAdding} onSaved={onSaved} onClose={onClose} />
    </EntryModal>
  )
}

function Fields({ rule, isAdding, onSaved, onClose }: RuleFormProps) {
  const { t } = useTranslation(['rule', 'terms'])
  const { message } = App.useApp()
  const [form] = Form.useForm<RuleDraft>()
  const code = Form.useWatch('code', form) ?? rule.code
  const numbers = isAdding
    ? (shippedRules.find((shipped) => shipped.code === code)?.threshold ?? {})
    : rule.threshold
  const saved = ({ id, effectiveFrom }: Rule) => {
    const isBeside = !isAdding && id !== rule.id
    void message.info(isBeside ? t('savedBeside', { from: effectiveFrom }) : t('saved'))
    onSaved(id)
  }
  const edit = useEntry('editRule', { form, onSaved: saved })
  const add = useEntry('addRule', { form, onSaved: saved })
  const entry = isAdding ? add : edit

  function save(draft: RuleDraft) {
    const content = {
      text: draft.text ?? '',
      basis: draft.basis ?? '',
      clause: blank(draft.clause),
      region: draft.region ?? '',
      effectiveFrom: dayOf(draft.effectiveFrom),
      status: draft.status ?? ('unchecked' as const),
      threshold: Object.fromEntries(
        Object.keys(numbers).map((name) => [name, Number((draft.threshold?.[name] ?? '').normalize('NFKC'))]),
      ),
      reason: draft.reason ?? '',
    }
    if (isAdding) add.save({ code, ...content })
    else edit.save({ ruleId: rule.id, ...content })
  }

  return (
    <Form<RuleDraft>
      form={form}
      name="rule"
      layout="vertical"
      initialValues={{
        code: rule.code,
        text: rule.text,
        basis: isAdding ? '' : rule.basis,
        clause: isAdding ? '' : (rule.clause ?? ''),
        region: isAdding && rule.region === nationwide ? '' : rule.region,
        effectiveFrom: rule.effectiveFrom ?? '',
        status: isAdding ? 'unchecked' : rule.status,
        threshold: Object.fromEntries(
          Object.entries(rule.threshold).map(([name, value]) => [name, String(value)]),
        ),
      }}
      onFinish={save}
    >
      <EntryNotices entry={entry} />
      {isAdding && (
        <Form.Item label={t('code')} name="code" required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={ruleCodes.map((value) => ({ value, label: t(`names.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item label={t('text')} name="text" required>
        <Input.TextArea rows={2} autoFocus />
      </Form.Item>
      <div className="rule-pair">
        <Form.Item label={t('basis')} name="basis" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('clause')} name="clause">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <div className="rule-pair">
        <Form.Item label={t('region')} name="region" required tooltip={t('regionHint')}>
          <Input autoComplete="off" placeholder={t('regionHint')} />
        </Form.Item>
        <Form.Item
          label={t('effectiveFrom')}
          name="effectiveFrom"
          {...(isAdding ? {} : { extra: t('laterHint') })}
        >
          <DayField isAnyDay />
        </Form.Item>
      </div>
      <div className="rule-numbers">
        {Object.keys(numbers).map((name) => (
          <Form.Item
            key={`${code} ${name}`}
            label={isThresholdName(name) ? t(`number.${name}`) : name}
            name={['threshold', name]}
            initialValue={String(numbers[name] ?? '')}
          >
            <Input autoComplete="off" inputMode="decimal" />
          </Form.Item>
        ))}
      </div>
      <Form.Item label={t('status')} name="status">
        <Select
          options={(['checked', 'unchecked'] as const).map((value) => ({
            value,
            label: t(`statuses.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

function blank(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text
}

/** What is no day stays as typed, for the schema to refuse. */
function dayOf(text: string | undefined): string | null {
  const typed = blank(text)
  return typed === null ? null : (parseDay(typed) ?? typed)
}
