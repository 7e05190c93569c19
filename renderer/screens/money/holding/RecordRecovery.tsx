import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AdvanceRow } from '../../../../db/domain/advance.ts'
import { localDay, parseDay } from '../../../../db/domain/day.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import { RecoveryEntries } from './RecoveryEntries.tsx'

interface Props {
  readonly advance: AdvanceRow
  readonly onClose: () => void
}

interface Draft {
  readonly recoveredOn?: string
  readonly amount?: string
  readonly memo?: string
}

/** 登记扣回: what a progress payment held back of the advance; those recorded so far stand below. */
export function RecordRecovery({ advance, onClose }: Props) {
  const { t } = useTranslation('holding')
  return (
    <EntryModal title={`${t('recordRecovery')} · ${advance.number}`} isOpen onClose={onClose}>
      <RecoveryForm advance={advance} onClose={onClose} />
      <RecoveryEntries contractId={advance.contractId} number={advance.number} to={null} />
    </EntryModal>
  )
}

function RecoveryForm({ advance, onClose }: Props) {
  const { t } = useTranslation(['holding', 'money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const entry = useEntry('recordAdvanceRecovery', {
    form,
    names: { amountFen: 'amount' },
    onSaved: () => {
      void message.info(t('recoverySaved'))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="recovery"
      layout="vertical"
      initialValues={{ recoveredOn: localDay(new Date()) }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'any', language)
        entry.save(
          {
            contractId: advance.contractId,
            recoveredOn: parseDay(draft.recoveredOn ?? '') ?? draft.recoveredOn ?? '',
            amountFen: amount.fen ?? 1,
            memo: draft.memo ?? null,
          },
          amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }],
        )
      }}
    >
      <p className="money-lead grey">{t('recoverWhy')}</p>
      <EntryNotices entry={entry} />
      <Form.Item label={t('recoveredOn')} name="recoveredOn" required>
        <DayField />
      </Form.Item>
      <Form.Item label={t('money:entryAmount')} name="amount" required>
        <MoneyInput sign="any" autoFocus />
      </Form.Item>
      <Form.Item label={t('memo')} name="memo">
        <Input autoComplete="off" />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
