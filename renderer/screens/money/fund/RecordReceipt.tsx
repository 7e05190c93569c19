import { App, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import type { ProjectRow } from '../../../../db/domain/project.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { typedDay } from '../../payment/typedDay.ts'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { ProjectField } from '../ProjectField.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import type { FundRow } from './FundTable.tsx'

interface RecordReceiptProps {
  readonly isOpen: boolean
  readonly funds: readonly FundRow[]
  readonly fundId: string | null
  readonly projects: readonly ProjectRow[]
  readonly projectId: string | null
  readonly onClose: () => void
}

/** 记下达 or 到位. */
export function RecordReceipt({ isOpen, ...form }: RecordReceiptProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal title={t('recordReceipt')} isOpen={isOpen} onClose={form.onClose}>
      <ReceiptForm {...form} />
    </EntryModal>
  )
}

interface ReceiptDraft {
  readonly fundId?: string
  readonly projectId?: string
  readonly kind?: 'allotment' | 'receipt'
  readonly amount?: string
  readonly enteredOn?: string
  readonly documentNo?: string
  readonly memo?: string
}

function ReceiptForm({ funds, fundId, projects, projectId, onClose }: Omit<RecordReceiptProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ReceiptDraft>()
  const today = localDay(new Date())
  const entry = useEntry('recordFundReceipt', {
    form,
    names: { amountFen: 'amount' },
    onSaved: ({ kind }) => {
      void message.info(t('entrySaved', { kind: t(`entryKind.${kind}`) }))
      onClose()
    },
  })
  return (
    <Form<ReceiptDraft>
      form={form}
      name="receipt"
      layout="vertical"
      initialValues={{
        fundId: fundId ?? funds[0]?.id ?? '',
        projectId: projectId ?? '',
        kind: 'receipt',
        enteredOn: today,
      }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'any', language)
        entry.save(
          {
            fundId: draft.fundId ?? '',
            projectId: draft.projectId ?? '',
            kind: draft.kind ?? 'receipt',
            amountFen: amount.fen ?? 0,
            enteredOn: typedDay(draft.enteredOn ?? '', today) ?? draft.enteredOn ?? '',
            documentNo: draft.documentNo ?? null,
            memo: draft.memo ?? null,
          },
          amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('entryKindTitle')} name="kind">
        <Radio.Group
          optionType="button"
          options={(['allotment', 'receipt'] as const).map((value) => ({
            value,
            label: t(`entryKind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item label={t('fund')} name="fundId" required>
        <Select options={funds.map((fund) => ({ value: fund.id, label: fund.name }))} />
      </Form.Item>
      <Form.Item label={t('project')} name="projectId" required>
        <ProjectField projects={projects.filter(({ state }) => state === 'open')} />
      </Form.Item>
      <div className="money-columns">
        <Form.Item label={t('entryAmount')} name="amount" required extra={t('entryAmountHint')}>
          <MoneyInput sign="any" />
        </Form.Item>
        <Form.Item label={t('enteredOn')} name="enteredOn" required>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item label={t('documentNo')} name="documentNo">
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('note')} name="memo">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
