import { App, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ContractChange } from '../../../../db/domain/contract.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import { ContingencyLine } from './ContingencyLine.tsx'
import type { ReadContract } from './ContractFacts.tsx'

interface ChangeFormProps {
  readonly contract: ReadContract
  /** A pending one to put right; null: a new one. */
  readonly change: ContractChange | null
  readonly onClose: () => void
}

interface ChangeDraft {
  readonly number?: string
  readonly title?: string
  readonly amount?: string
  readonly budgetLineId?: string
  readonly drawsOnContingency?: boolean
  readonly reason?: string
}

/** 变更签证, 拟: it commits nothing before it is approved. */
export function ChangeForm({ contract, change, onClose }: ChangeFormProps) {
  const { t } = useTranslation('money')
  return (
    <EntryModal
      title={change === null ? t('recordChange') : t('correctNamed', { number: change.number })}
      isOpen
      onClose={onClose}
    >
      <ChangeFields contract={contract} change={change} onClose={onClose} />
    </EntryModal>
  )
}

function ChangeFields({ contract, change, onClose }: ChangeFormProps) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ChangeDraft>()
  const leaves = useLeaves(contract.projectId)
  const options = {
    form,
    names: { amountFen: 'amount' },
    onSaved: (saved: ContractChange) => {
      void message.info(t('changeSaved', { number: saved.number }))
      onClose()
    },
  }
  const recording = useEntry('recordContractChange', options)
  const correcting = useEntry('correctContractChange', options)
  const entry = change === null ? recording : correcting
  return (
    <Form<ChangeDraft>
      form={form}
      name="change"
      layout="vertical"
      initialValues={{
        number: change?.number ?? '',
        title: change?.title ?? '',
        amount: change === null ? '' : formatFen(change.amountFen, 'yuan').replaceAll(',', ''),
        budgetLineId: change?.budgetLineId ?? '',
        drawsOnContingency: change?.drawsOnContingency ?? false,
      }}
      onFinish={(draft) => {
        const amount = typedAmount(draft.amount, 'yuan', 'any', language)
        const faults = amount.fault === null ? [] : [{ field: 'amountFen', message: amount.fault }]
        const typed = {
          number: draft.number ?? '',
          title: draft.title ?? '',
          amountFen: amount.fen ?? 0,
          drawsOnContingency: draft.drawsOnContingency ?? false,
          ...(draft.budgetLineId === undefined || draft.budgetLineId === ''
            ? {}
            : { budgetLineId: draft.budgetLineId }),
        }
        if (change === null) recording.save({ contractId: contract.id, ...typed }, faults)
        else correcting.save({ changeId: change.id, ...typed, reason: draft.reason ?? '' }, faults)
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
      <ContingencyLine projectId={contract.projectId} />
      {change !== null && (
        <Form.Item label={t('terms:reason')} name="reason" required>
          <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
        </Form.Item>
      )}
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
