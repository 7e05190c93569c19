import { App, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay, parseDay } from '../../../../db/domain/day.ts'
import type { PaymentDue } from '../../../../db/domain/paymentDue.ts'
import { useAllPages } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'

interface Props {
  readonly projectId: string | null
  readonly onClose: () => void
}

interface Draft {
  readonly contractId?: string
  readonly basis?: PaymentDue['basis']
  readonly happenedOn?: string
  readonly amount?: string
  readonly documentNo?: string
}

/** 登记应付款: from the day of acceptance, delivery or settlement the term runs. */
export function RecordDue({ projectId, onClose }: Props) {
  const { t } = useTranslation('holding')
  return (
    <EntryModal title={t('recordDue')} isOpen onClose={onClose}>
      <DueForm projectId={projectId} onClose={onClose} />
    </EntryModal>
  )
}

function DueForm({ projectId, onClose }: Props) {
  const { t } = useTranslation(['holding', 'money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const contracts = useAllPages('listContracts', projectId === null ? {} : { projectId }).data ?? []
  const entry = useEntry('recordPaymentDue', {
    form,
    names: { amountFen: 'amount' },
    onSaved: ({ dueOn }) => {
      void message.info(t('dueSaved', { dueOn }))
      onClose()
    },
  })
  return (
    <Form<Draft>
      form={form}
      name="due"
      layout="vertical"
      initialValues={{ basis: 'acceptance', happenedOn: localDay(new Date()) }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'positive', language)
        entry.save(
          {
            contractId: draft.contractId ?? '',
            basis: draft.basis ?? 'acceptance',
            happenedOn: parseDay(draft.happenedOn ?? '') ?? draft.happenedOn ?? '',
            amountFen: amount.fen ?? 1,
            documentNo: draft.documentNo ?? null,
            memo: null,
          },
          amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('chooseContract')} name="contractId" required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={contracts.map(({ id, number, name, counterparty, isSme }) => ({
            value: id,
            label: `${number} ${name} · ${counterparty}${isSme ? ` · ${t('money:sme')}` : ''}`,
          }))}
        />
      </Form.Item>
      <div className="holding-pair">
        <Form.Item label={t('dueBasisTitle')} name="basis">
          <Select
            options={(['acceptance', 'delivery', 'settlement', 'application'] as const).map((value) => ({
              value,
              label: t(`dueBasis.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t('happenedOn')} name="happenedOn" required>
          <DayField />
        </Form.Item>
        <Form.Item label={t('dueAmount')} name="amount" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('documentNoOfDue')} name="documentNo">
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
