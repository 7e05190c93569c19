import { Button, Input } from 'antd'
import { type ChangeEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { AmountInput, AmountSpelled } from './AmountInput.tsx'
import { DayInput } from './DayInput.tsx'
import { EntryField, entryControl, selectRecalled } from './EntryField.tsx'
import { type KnownPayee, PayeeInput } from './PayeeInput.tsx'
import { ProjectPicker } from './ProjectPicker.tsx'
import { type DraftContent, type DraftField, type PaymentDraft, withContent } from './paymentDraft.ts'
import type { SetDraft } from './usePaymentDraft.ts'
import type { FieldMessages } from './useSaveDraft.ts'

interface Props {
  readonly projects: readonly ProjectRow[]
  readonly draft: PaymentDraft
  readonly setDraft: SetDraft
  readonly messages: FieldMessages
  readonly isSaving: boolean
  /** The field was typed in: its message is out of date. */
  readonly onTyped: (field: DraftField) => void
  /** The field was left: what is wrong with it may be said now. */
  readonly onLeft: (draft: PaymentDraft, field: DraftField) => void
  readonly onChosen: (field: DraftField) => void
  readonly listOf: (field: DraftField) => (isOpen: boolean) => void
}

/** The seven fields that every payment has; a payee paid before brings its last purpose, and a project where none is chosen. */
export function RecordFields({
  projects,
  draft,
  setDraft,
  messages,
  isSaving,
  onTyped,
  onLeft,
  onChosen,
  listOf,
}: Props) {
  const { t } = useTranslation('payment')
  const [known, setKnown] = useState<KnownPayee | null>(null)
  const { content } = draft
  const today = localDay(new Date())
  const lastProject = projects.find((project) => project.id === known?.lastProjectId)
  const isElsewhere =
    known?.payee === content.payee && lastProject !== undefined && lastProject.id !== content.projectId

  useEffect(() => {
    selectRecalled('purpose', known?.lastPurpose ?? '')
  }, [known])

  function type(field: DraftField, change: Partial<DraftContent>) {
    if (isSaving) return
    setDraft((before) => withContent(before, change))
    onTyped(field)
  }

  function recall(payee: KnownPayee) {
    setKnown(payee)
    setDraft((before) => {
      const { purpose, projectId, kind, contractId } = before.content
      const isSameProject = projectId === '' || projectId === payee.lastProjectId
      const isPurposeFree = purpose === '' || purpose === known?.lastPurpose
      return withContent(before, {
        payee: payee.payee,
        purpose: isPurposeFree ? (payee.lastPurpose ?? '') : purpose,
        projectId: projectId === '' ? (payee.lastProjectId ?? '') : projectId,
        ...(isSameProject && contractId === '' ? { contractId: payee.lastContractId ?? '' } : {}),
        ...(kind === '' ? { kind: payee.lastKind ?? '' } : {}),
      })
    })
    onTyped('purpose')
  }

  function line(field: 'purpose' | 'voucherNo' | 'memo') {
    return {
      ...entryControl(field, messages[field]),
      value: content[field],
      readOnly: isSaving,
      autoComplete: 'off',
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        type(field, { [field]: event.target.value })
      },
    }
  }

  return (
    <>
      <EntryField field="projectId" label={t('project')} isRequired error={messages.projectId}>
        <ProjectPicker
          projects={projects}
          value={projects.some((project) => project.id === content.projectId) ? content.projectId : ''}
          onChange={(projectId) => {
            type('projectId', { projectId })
          }}
          onChosen={() => {
            onChosen('projectId')
          }}
          onOpen={listOf('projectId')}
          select={entryControl('projectId', messages.projectId)}
        />
      </EntryField>
      <EntryField field="paidOn" label={t('paidOn')} isRequired error={messages.paidOn} hint={t('dateHint')}>
        <DayInput
          value={content.paidOn}
          onChange={(paidOn) => {
            type('paidOn', { paidOn })
          }}
          onDone={(paidOn) => {
            if (paidOn !== '') onLeft(withContent(draft, { paidOn }), 'paidOn')
          }}
          latest={today}
          input={{ ...entryControl('paidOn', messages.paidOn), readOnly: isSaving }}
        />
      </EntryField>
      <EntryField
        field="amountFen"
        label={t('amount')}
        isRequired
        error={messages.amountFen}
        hint={<AmountSpelled text={content.amount} unit={content.unit} />}
      >
        <AmountInput
          value={content.amount}
          unit={content.unit}
          onChange={(amount) => {
            type('amountFen', { amount })
          }}
          onUnit={(unit) => {
            type('amountFen', { unit })
          }}
          onLeft={() => {
            if (content.amount !== '') onLeft(draft, 'amountFen')
          }}
          input={{ ...entryControl('amountFen', messages.amountFen), readOnly: isSaving }}
        />
      </EntryField>
      <EntryField
        field="payee"
        label={t('payee')}
        isRequired
        error={messages.payee}
        hint={
          isElsewhere && (
            <Button
              type="link"
              size="small"
              title={lastProject.name}
              onClick={() => {
                type('projectId', { projectId: lastProject.id })
              }}
            >
              {t('lastProject', { project: lastProject.name })}
            </Button>
          )
        }
      >
        <PayeeInput
          value={content.payee}
          onChange={(payee) => {
            type('payee', { payee })
          }}
          onChosen={(payee) => {
            recall(payee)
            onChosen('payee')
          }}
          onLeft={(payee) => {
            if (payee !== null && payee.payee !== known?.payee) recall(payee)
          }}
          input={{ ...entryControl('payee', messages.payee), onOpenChange: listOf('payee') }}
        />
      </EntryField>
      <EntryField field="purpose" label={t('purpose')} isRequired error={messages.purpose}>
        <Input {...line('purpose')} />
      </EntryField>
      <EntryField field="voucherNo" label={t('voucherNo')} error={messages.voucherNo}>
        <Input {...line('voucherNo')} placeholder={t('optional')} />
      </EntryField>
      <EntryField field="memo" label={t('memo')} error={messages.memo}>
        <Input {...line('memo')} placeholder={t('optional')} />
      </EntryField>
    </>
  )
}
