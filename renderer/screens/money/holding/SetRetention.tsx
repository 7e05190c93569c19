import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseDay } from '../../../../db/domain/day.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import type { RetentionRow } from '../../../../db/domain/retention.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'

interface Props {
  readonly row: RetentionRow
  readonly onClose: () => void
}

interface Draft {
  readonly defectsFrom?: string
  readonly defectsTo?: string
  readonly guarantee?: string
  readonly guaranteeIssuer?: string
  readonly guaranteeNo?: string
  readonly guaranteeExpiresOn?: string
  readonly reason?: string
  readonly overrideReason?: string
}

/** 缺陷责任期 and 保函 of a contract. */
export function SetRetention({ row, onClose }: Props) {
  const { t } = useTranslation('holding')
  return (
    <EntryModal title={`${t('setRetention')} · ${row.number}`} isOpen onClose={onClose}>
      <RetentionForm row={row} onClose={onClose} />
    </EntryModal>
  )
}

function RetentionForm({ row, onClose }: Props) {
  const { t } = useTranslation(['holding', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const known = row.retention
  const entry = useEntry('setRetention', {
    form,
    names: { guaranteeFen: 'guarantee' },
    onSaved: () => {
      void message.info(t('retentionSaved'))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="retention"
      layout="vertical"
      initialValues={{
        defectsFrom: known?.defectsFrom ?? '',
        defectsTo: known?.defectsTo ?? '',
        guarantee:
          known === null || known.guaranteeFen === null
            ? ''
            : formatFen(known.guaranteeFen, 'yuan').replaceAll(',', ''),
        guaranteeIssuer: known?.guaranteeIssuer ?? '',
        guaranteeNo: known?.guaranteeNo ?? '',
        guaranteeExpiresOn: known?.guaranteeExpiresOn ?? '',
      }}
      onFinish={(draft) => {
        const isGiven = (draft.guarantee ?? '').trim() !== ''
        const amount = typedAmount(draft.guarantee, 'yuan', 'positive', language)
        entry.save(
          {
            contractId: row.contractId,
            defectsFrom: dayOf(draft.defectsFrom),
            defectsTo: dayOf(draft.defectsTo),
            guaranteeFen: isGiven ? (amount.fen ?? 1) : null,
            guaranteeIssuer: draft.guaranteeIssuer ?? null,
            guaranteeNo: draft.guaranteeNo ?? null,
            guaranteeExpiresOn: dayOf(draft.guaranteeExpiresOn),
            note: known?.note ?? null,
            reason: draft.reason ?? '',
            ...entry.reasonOf(draft.overrideReason),
          },
          isGiven && amount.fault !== null ? [{ field: 'guaranteeFen', message: amount.fault }] : [],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <div className="holding-pair">
        <Form.Item label={t('defectsFrom')} name="defectsFrom">
          <DayField isAnyDay />
        </Form.Item>
        <Form.Item label={t('defectsTo')} name="defectsTo">
          <DayField isAnyDay />
        </Form.Item>
        <Form.Item label={t('guaranteeFen')} name="guarantee">
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('guaranteeExpiresOn')} name="guaranteeExpiresOn">
          <DayField isAnyDay />
        </Form.Item>
        <Form.Item label={t('guaranteeIssuer')} name="guaranteeIssuer">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('guaranteeNo')} name="guaranteeNo">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

/** Null where nothing was typed; what is no day stays as typed, for the schema to refuse. */
function dayOf(text: string | undefined): string | null {
  const typed = (text ?? '').trim()
  return typed === '' ? null : (parseDay(typed) ?? typed)
}
