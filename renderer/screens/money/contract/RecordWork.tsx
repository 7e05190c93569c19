import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../../db/domain/day.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { LineSplitFields } from '../LineSplitFields.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedMonth } from '../period/typedMonth.ts'
import { readSplit, type SplitDraft } from '../splitDraft.ts'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import type { ReadContract } from './ContractFacts.tsx'

interface RecordWorkProps {
  readonly contract: ReadContract
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function RecordWork({ contract, isOpen, onClose }: RecordWorkProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal title={t('recordWork')} isOpen={isOpen} onClose={onClose}>
      <WorkForm contract={contract} onClose={onClose} />
    </EntryModal>
  )
}

interface WorkDraft {
  readonly month?: string
  readonly amount?: string
  readonly lines?: readonly SplitDraft[]
  readonly note?: string
  readonly overrideReason?: string
}

function WorkForm({ contract, onClose }: Omit<RecordWorkProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<WorkDraft>()
  const entry = useEntry('recordProgressValue', {
    form,
    names: { amountFen: 'amount', split: 'lines' },
    onSaved: () => {
      void message.info(t('workSaved'))
      onClose()
    },
  })
  const options = contract.lines.flatMap(({ budgetLineId, code, name }) =>
    budgetLineId === null ? [] : [{ value: budgetLineId, label: `${code ?? ''} ${name ?? ''}`.trim() }],
  )
  const lines = [...new Map(options.map((option) => [option.value, option])).values()]
  return (
    <Form<WorkDraft>
      form={form}
      name="work"
      layout="vertical"
      initialValues={{ month: localDay(new Date()).slice(0, 7), lines: [] }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'any', language)
        const split = readSplit(draft.lines, amount.fen, 'any', language)
        entry.save(
          {
            contractId: contract.id,
            month: typedMonth(draft.month),
            amountFen: amount.fen ?? 0,
            note: draft.note ?? null,
            ...(split.lines.length === 0 ? {} : { split: split.lines }),
            ...entry.reasonOf(draft.overrideReason),
          },
          [
            ...(amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }]),
            ...split.faults,
          ],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <div className="money-columns">
        <Form.Item label={t('month')} name="month" required>
          <Input autoFocus autoComplete="off" placeholder="2024-03" />
        </Form.Item>
        <Form.Item label={t('workAmount')} name="amount" required extra={t('workAmountHint')}>
          <MoneyInput sign="any" />
        </Form.Item>
      </div>
      {lines.length > 1 && <LineSplitFields options={lines} sign="any" />}
      <Form.Item label={t('note')} name="note">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
