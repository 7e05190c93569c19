import { App, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { EntryNotices } from '../EntryNotices.tsx'
import { ProjectField } from '../ProjectField.tsx'
import { useEntry } from '../useEntry.ts'
import { ContractFields } from './ContractFields.tsx'
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
        entry.save(
          { projectId: draft.projectId ?? '', ...input, ...entry.reasonOf(draft.overrideReason) },
          faults,
        )
      }}
      onValuesChange={(changed: Partial<ContractDraft>) => {
        if (changed.projectId !== undefined) form.setFieldsValue({ lines: [] })
      }}
    >
      <EntryNotices entry={entry} />
      <Form.Item label={t('project')} name="projectId" required>
        <ProjectField projects={projects.filter(({ state }) => state === 'open')} />
      </Form.Item>
      <ContractFields leaves={leaves} />
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}
