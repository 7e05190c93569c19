import { App, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import type { ReadContract } from './ContractFacts.tsx'

interface RecordChangeProps {
  readonly contract: ReadContract
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function RecordChange({ contract, isOpen, onClose }: RecordChangeProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal title={t('recordChange')} isOpen={isOpen} onClose={onClose}>
      <ChangeForm contract={contract} onClose={onClose} />
    </EntryModal>
  )
}

interface ChangeDraft {
  readonly number?: string
  readonly title?: string
  readonly amount?: string
  readonly budgetLineId?: string
  readonly drawsOnContingency?: boolean
}

function ChangeForm({ contract, onClose }: Omit<RecordChangeProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ChangeDraft>()
  const leaves = useLeaves(contract.projectId)
  const entry = useEntry('recordContractChange', {
    form,
    names: { amountFen: 'amount' },
    onSaved: (change) => {
      void message.info(t('changeSaved', { number: change.number }))
      onClose()
    },
  })
  return (
    <Form<ChangeDraft>
      form={form}
      name="change"
      layout="vertical"
      initialValues={{ budgetLineId: '', drawsOnContingency: false }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'any', language)
        entry.save(
          {
            contractId: contract.id,
            number: draft.number ?? '',
            title: draft.title ?? '',
            amountFen: amount.fen ?? 0,
            drawsOnContingency: draft.drawsOnContingency ?? false,
            ...(draft.budgetLineId === undefined || draft.budgetLineId === ''
              ? {}
              : { budgetLineId: draft.budgetLineId }),
          },
          amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }],
        )
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('number')} name="number" required>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('changeTitle')} name="title" required>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label={t('changeAmountHint')} name="amount" required>
        <MoneyInput sign="any" />
      </Form.Item>
      <Form.Item label={t('line')} name="budgetLineId">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: '', label: t('lineOfContract') }, ...leaves]}
        />
      </Form.Item>
      <Form.Item name="drawsOnContingency" valuePropName="checked">
        <Checkbox>{t('drawsOnContingency')}</Checkbox>
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
