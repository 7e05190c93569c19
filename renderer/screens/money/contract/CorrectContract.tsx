import { App, Drawer, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../../db/domain/fen.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { EntryNotices } from '../EntryNotices.tsx'
import { useEntry } from '../useEntry.ts'
import type { ReadContract } from './ContractFacts.tsx'
import { ContractFields } from './ContractFields.tsx'
import { type ContractDraft, readContract } from './contractDraft.ts'

interface CorrectContractProps {
  readonly contract: ReadContract
  readonly onClose: () => void
}

interface CorrectDraft extends ContractDraft {
  readonly reason?: string
}

/** 更正录入: a typed slip, with its reason; what the parties agreed anew is a 变更签证. */
export function CorrectContract({ contract, onClose }: CorrectContractProps) {
  const { t } = useTranslation(['money', 'terms'])
  return (
    <Drawer
      title={t('correctNamed', { number: contract.number })}
      size={680}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
    >
      <CorrectForm contract={contract} onClose={onClose} />
    </Drawer>
  )
}

function CorrectForm({ contract, onClose }: CorrectContractProps) {
  const { t } = useTranslation(['money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<CorrectDraft>()
  const leaves = useLeaves(contract.projectId)
  const known = contract.lines.flatMap(({ budgetLineId: value, code, name }) =>
    value === null || leaves.some((leaf) => leaf.value === value)
      ? []
      : [{ value, label: `${code ?? ''} ${name ?? ''}`.trim() }],
  )
  const entry = useEntry('correctContract', {
    form,
    names: { amountFen: 'amount' },
    onSaved: (corrected) => {
      void message.info(t('contractCorrected', { number: corrected.number }))
      onClose()
    },
  })
  return (
    <Form<CorrectDraft>
      form={form}
      name="correct-contract"
      layout="vertical"
      initialValues={draftOf(contract)}
      onFinish={(draft) => {
        const { input, faults } = readContract(draft, language)
        entry.save(
          {
            contractId: contract.id,
            ...input,
            reason: draft.reason ?? '',
            ...entry.reasonOf(draft.overrideReason),
          },
          faults,
        )
      }}
    >
      <p className="money-lead grey">{t('correctWhy')}</p>
      <EntryNotices entry={entry} />
      <ContractFields leaves={[...leaves, ...known]} />
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('terms:save')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

/** As it was typed; a price that is not split shows no parts. */
function draftOf(contract: ReadContract): CorrectDraft {
  const yuan = (fen: number) => formatFen(fen, 'yuan').replaceAll(',', '')
  const signed = contract.lines.filter(({ isSettlement }) => !isSettlement)
  const isSplit = signed.some(({ budgetLineId }) => budgetLineId !== null)
  return {
    number: contract.number,
    name: contract.name,
    counterparty: contract.counterparty,
    kind: contract.kind,
    signedOn: contract.signedOn,
    amount: yuan(contract.amountFen),
    advancePct: contract.advancePct === null ? '' : String(contract.advancePct),
    progressPct: typeof contract.progressPct === 'number' ? String(contract.progressPct) : '',
    retentionPct: contract.retentionPct === null ? '' : String(contract.retentionPct),
    isSme: contract.isSme,
    paymentDays: contract.paymentDays === null ? '' : String(contract.paymentDays),
    paymentTerms: contract.paymentTerms ?? '',
    lines: isSplit
      ? signed.map(({ budgetLineId, amountFen }) => ({
          budgetLineId: budgetLineId ?? '',
          amount: yuan(amountFen),
        }))
      : [],
  }
}
