import { App, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { contractKinds } from '../../../../db/domain/contract.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { DayField } from '../DayField.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { LineSplitFields } from '../LineSplitFields.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { ProjectField } from '../ProjectField.tsx'
import { useEntry } from '../useEntry.ts'
import { type ContractDraft, readContract } from './contractDraft.ts'
import type { RecordContractProps } from './RecordContract.tsx'

/** 新增合同: what was signed, and its split over 科目, which must add up to the price. */
export function ContractForm({
  projects,
  projectId,
  onClose,
  onRecorded,
}: Omit<RecordContractProps, 'isOpen'>) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<ContractDraft>()
  const chosen: unknown = Form.useWatch('projectId', form)
  const leaves = useLeaves(typeof chosen === 'string' ? chosen : '')
  const entry = useEntry('recordContract', {
    form,
    names: { amountFen: 'amount' },
    onSaved: (contract) => {
      void message.info(t('contractSaved', { number: contract.number }))
      onRecorded(contract)
    },
  })
  return (
    <Form<ContractDraft>
      form={form}
      name="contract"
      layout="vertical"
      initialValues={{ projectId: projectId ?? '', kind: 'construction', isSme: false, lines: [] }}
      onFinish={(draft) => {
        const { input, faults } = readContract(draft, language)
        entry.save({ ...input, ...entry.reasonOf(draft.overrideReason) }, faults)
      }}
      onValuesChange={(changed: Partial<ContractDraft>) => {
        if (changed.projectId !== undefined) form.setFieldsValue({ lines: [] })
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('project')} name="projectId" required>
        <ProjectField projects={projects.filter(({ state }) => state === 'open')} />
      </Form.Item>
      <div className="money-columns">
        <Form.Item label={t('number')} name="number" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('kind')} name="kind" required>
          <Select options={contractKinds.map((value) => ({ value, label: t(`contractKind.${value}`) }))} />
        </Form.Item>
        <Form.Item label={t('contractName')} name="name" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('counterparty')} name="counterparty" required>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('signedOn')} name="signedOn" required>
          <DayField />
        </Form.Item>
        <Form.Item label={t('amount')} name="amount" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('advancePct')} name="advancePct">
          <Input autoComplete="off" inputMode="decimal" suffix="%" placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('retentionPct')} name="retentionPct">
          <Input autoComplete="off" inputMode="decimal" suffix="%" placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('paymentDays')} name="paymentDays">
          <Input autoComplete="off" inputMode="numeric" suffix={t('day')} placeholder={t('none')} />
        </Form.Item>
        <Form.Item label={t('smeLabel')} name="isSme" valuePropName="checked">
          <Checkbox>{t('isSme')}</Checkbox>
        </Form.Item>
      </div>
      <LineSplitFields options={leaves} />
      <Form.Item label={t('paymentTerms')} name="paymentTerms">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
