import { App, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDay, parseDay } from '../../../../db/domain/day.ts'
import { formatFen } from '../../../../db/domain/fen.ts'
import { useRequest } from '../../../api.ts'
import { DialogButtons } from '../../../parts/DialogButtons.tsx'
import { useLanguage } from '../../../state.tsx'
import { useLeaves } from '../budget/useLeaves.ts'
import { DayField } from '../DayField.tsx'
import { EntryModal } from '../EntryModal.tsx'
import { EntryNotices } from '../EntryNotices.tsx'
import { LineSplitFields } from '../LineSplitFields.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { RuleCited } from '../RuleCited.tsx'
import { readSplit, type SplitDraft } from '../splitDraft.ts'
import { typedAmount } from '../typedAmount.ts'
import { useEntry } from '../useEntry.ts'
import type { ReadContract } from './ContractFacts.tsx'

interface Props {
  readonly contract: ReadContract
  readonly onClose: () => void
}

interface Draft {
  readonly submitted?: string
  readonly amount?: string
  readonly settledOn?: string
  readonly lines?: readonly SplitDraft[]
  readonly reason?: string
  readonly overrideReason?: string
}

/** 结算: the audited price, what was asked for, and what follows for retention and payments. */
export function SettleContract({ contract, onClose }: Props) {
  const { t } = useTranslation('holding')
  return (
    <EntryModal title={t('settleTitle')} isOpen onClose={onClose}>
      <SettleForm contract={contract} onClose={onClose} />
    </EntryModal>
  )
}

function SettleForm({ contract, onClose }: Props) {
  const { t } = useTranslation(['holding', 'money', 'terms'])
  const language = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Draft>()
  const leaves = useLeaves(contract.projectId)
  const draft = typedSoFar(Form.useWatch([], form))
  const price = typedAmount(draft.amount, 'yuan', 'positive', language).fen
  const asked = typedAmount(draft.submitted, 'yuan', 'positive', language).fen
  const entry = useEntry('settleContract', {
    form,
    names: { settlementFen: 'amount', submittedFen: 'submitted' },
    onSaved: ({ number }) => {
      void message.info(t('contractSettled', { number }))
      onClose()
    },
  })

  function save(typed: Draft) {
    const amount = typedAmount(typed.amount, 'yuan', 'positive', language)
    const isAsked = (typed.submitted ?? '').trim() !== ''
    const submitted = typedAmount(typed.submitted, 'yuan', 'positive', language)
    const split = readSplit(typed.lines, amount.fen, 'positive', language)
    entry.save(
      {
        contractId: contract.id,
        settlementFen: amount.fen ?? 1,
        submittedFen: isAsked ? (submitted.fen ?? 1) : null,
        settledOn: parseDay(typed.settledOn ?? '') ?? typed.settledOn ?? '',
        ...(split.lines.length === 0 ? {} : { lines: split.lines }),
        reason: typed.reason ?? '',
        ...entry.reasonOf(typed.overrideReason),
      },
      [
        ...(amount.fault === null ? [] : [{ field: 'settlementFen', message: amount.fault }]),
        ...(isAsked && submitted.fault !== null ? [{ field: 'submittedFen', message: submitted.fault }] : []),
        ...split.faults,
      ],
    )
  }

  return (
    <Form<Draft>
      form={form}
      name="settle"
      layout="vertical"
      initialValues={{
        settledOn: contract.settledOn ?? localDay(new Date()),
        amount: figure(contract.settlementFen),
        submitted: figure(contract.submittedFen ?? null),
      }}
      onFinish={save}
    >
      <EntryNotices entry={entry} />
      <div className="holding-pair">
        <Form.Item label={t('submittedFen')} name="submitted">
          <MoneyInput autoFocus />
        </Form.Item>
        <Form.Item label={t('settlementFen')} name="amount" required>
          <MoneyInput />
        </Form.Item>
        <Form.Item label={t('settledOn')} name="settledOn" required>
          <DayField />
        </Form.Item>
        <Form.Item label={t('cutFen')}>
          <output>
            {price === null || asked === null
              ? '—'
              : `${formatFen(asked - price, 'yuan')} ${t('terms:yuan')}`}
          </output>
        </Form.Item>
      </div>
      <LineSplitFields options={leaves} />
      <p className="grey">{t('settleSplitHint')}</p>
      {price !== null && (
        <Effect
          contract={contract}
          settlementFen={price}
          settledOn={parseDay(draft.settledOn ?? '') ?? localDay(new Date())}
        />
      )}
      <Form.Item label={t('terms:reason')} name="reason" required>
        <Input.TextArea rows={2} placeholder={t('terms:reasonHint')} />
      </Form.Item>
      <DialogButtons okText={t('settle')} isBusy={entry.isBusy} onClose={onClose} />
    </Form>
  )
}

/** What follows, before it is done. */
function Effect({
  contract,
  settlementFen,
  settledOn,
}: {
  readonly contract: ReadContract
  readonly settlementFen: number
  readonly settledOn: string
}) {
  const { t } = useTranslation('holding')
  const effect = useRequest(
    'previewSettlement',
    { contractId: contract.id, settlementFen, settledOn },
    { keepsPrevious: true },
  ).data
  if (effect === undefined) return null
  const pending = contract.changes.filter(({ state }) => state === 'pending')
  const yuan = (fen: number) => formatFen(fen, 'yuan')
  return (
    <section className="settle-effect" aria-label={t('settleWhat')}>
      <strong>{t('settleWhat')}</strong>
      <ul>
        <li>{t('settleCommitted', { before: yuan(effect.committedFen) })}</li>
        {pending.length > 0 && (
          <li className="amber">
            {t('settlePending', { count: pending.length, amount: yuan(contract.pendingChangeFen) })}
          </li>
        )}
        <li>
          {t('settleRetention', { amount: yuan(effect.retentionDueFen) })}{' '}
          <span className="grey">
            <RuleCited rule={effect.retentionRule} />
          </span>
        </li>
        {effect.overpaidDueOn === null ? (
          <li>{t('settleLeft', { amount: yuan(effect.leftFen) })}</li>
        ) : (
          <li className="red">
            {t('settleOverpaid', { amount: yuan(effect.overpaidFen), due: effect.overpaidDueOn })}{' '}
            <RuleCited rule={effect.overpaidRule} />
          </li>
        )}
      </ul>
    </section>
  )
}

function figure(fen: number | null): string {
  return fen === null ? '' : formatFen(fen, 'yuan').replaceAll(',', '')
}

/** Nothing until the form stands on the screen, whatever its type says. */
function typedSoFar(draft: Draft | undefined): Draft {
  return draft ?? {}
}
