import './recordPayment.css'
import { Button, Input } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { DropArea } from '../attachment/DropArea.tsx'
import { ContractFields } from './ContractFields.tsx'
import { Duplicates } from './Duplicates.tsx'
import { EntryField, entryControl, focusEntry } from './EntryField.tsx'
import { EntryFiles } from './EntryFiles.tsx'
import { PayStandingPanel } from './PayStandingPanel.tsx'
import { amountOf, isUntouched, type PaymentDraft, withContent } from './paymentDraft.ts'
import { RecordFields } from './RecordFields.tsx'
import { SaveDoubt } from './SaveDoubt.tsx'
import { SavedLine } from './SavedLine.tsx'
import { useContractSide } from './useContractSide.ts'
import { useEntryFiles } from './useEntryFiles.ts'
import { focusLater, useEntryKeys } from './useEntryKeys.ts'
import { nextDraft, type SetDraft } from './usePaymentDraft.ts'
import { usePayStanding } from './usePayStanding.ts'
import { useSaveDraft } from './useSaveDraft.ts'

interface Props {
  /** Another text whenever the person asks for the form, null while they do something else. */
  readonly askedFor: string | null
  readonly projects: readonly ProjectRow[]
  readonly draft: PaymentDraft
  readonly setDraft: SetDraft
  readonly onSaved: (payment: PaymentRow) => void
  readonly onShow: (payment: PaymentRow) => void
  readonly onReverse: (payment: PaymentRow) => void
  readonly onClose: () => void
}

/** 记一笔支付: stays open, so that a pile of vouchers is entered without the mouse. */
export function RecordPayment({
  askedFor,
  projects,
  draft,
  setDraft,
  onSaved,
  onShow,
  onReverse,
  onClose,
}: Props) {
  const { t } = useTranslation('payment')
  const side = useContractSide(draft.content)
  const standing = usePayStanding(draft.content, amountOf(draft.content))
  const [saved, setSaved] = useState<readonly PaymentRow[]>([])
  const files = useEntryFiles()
  const saving = useSaveDraft({
    setDraft,
    onSaved: (payment, of) => {
      setSaved((before) => [payment, ...before])
      onSaved(payment)
      void files.attachTo(payment, of.idempotencyKey)
      startNext(of)
    },
    onFieldWrong: focusLater,
  })
  // A reason typed for what was mended since is neither shown nor sent.
  const isReasonAsked = standing.warnings.length > 0 || saving.messages.overrideReason !== undefined
  const save = (filled: PaymentDraft) =>
    void saving.save(
      isReasonAsked ? filled : { ...filled, content: { ...filled.content, overrideReason: '' } },
    )
  const isProjectChosen = projects.some((project) => project.id === draft.content.projectId)
  const { keys, chosen, listOf } = useEntryKeys({
    onSave: () => {
      save(draft)
    },
    onClose,
    isProjectChosen,
  })

  const isOpened = useRef(false)
  // Not when a project is chosen later: the person is somewhere in the form then.
  const focusFirst = useEffectEvent(() => {
    focusEntry(isProjectChosen ? 'amountFen' : 'projectId')
  })
  useEffect(() => {
    if (askedFor === null && isOpened.current) return
    isOpened.current = true
    focusFirst()
  }, [askedFor])

  function startNext(before: PaymentDraft) {
    setDraft(nextDraft(before))
    saving.reset()
    focusLater('amountFen')
  }

  function saveChanged(changed: PaymentDraft) {
    setDraft(changed)
    save(changed)
  }

  return (
    <section className="block record-payment is-screen-only" aria-label={t('record')} {...keys}>
      <div className="block-head">
        <h2>{t('record')}</h2>
        <span className="grey">{t('keys')}</span>
        <div className="block-head-actions">
          <Button
            size="small"
            type="text"
            aria-expanded={side.isOpen}
            disabled={side.isFilled}
            onClick={side.toggle}
          >
            {t('contractSide')}
          </Button>
          <Button size="small" type="text" onClick={onClose} title="Esc">
            {t('close')}
          </Button>
        </div>
      </div>
      <SaveDoubt
        draft={draft}
        projects={projects}
        onRestore={(content) => {
          setDraft({ ...draft, content })
        }}
        onSaveAnother={() => {
          saveChanged({
            ...draft,
            idempotencyKey: crypto.randomUUID(),
            unknownOutcome: null,
            isKeyUsed: false,
          })
        }}
        onNext={() => {
          startNext(draft)
        }}
      />
      {saving.outcome.kind === 'refused' && (
        <div className="notice is-broken" role="alert">
          {t('notSaved', { message: saving.outcome.message })}
        </div>
      )}
      <DropArea onDrop={(dropped) => void files.choose(dropped)}>
        <div className={side.isOpen ? 'record-body has-contract-side' : 'record-body'}>
          <div className="record-fields">
            <RecordFields
              projects={projects}
              draft={draft}
              setDraft={setDraft}
              messages={saving.messages}
              isSaving={saving.isSaving}
              onTyped={saving.forget}
              onLeft={saving.check}
              onChosen={chosen}
              listOf={listOf}
            />
            {side.isOpen && (
              <ContractFields
                contracts={side.contracts}
                lines={side.lines}
                draft={draft}
                setDraft={setDraft}
                messages={saving.messages}
                isSaving={saving.isSaving}
                onTyped={saving.forget}
                onChosen={chosen}
                listOf={listOf}
              />
            )}
            {isReasonAsked && (
              <EntryField
                field="overrideReason"
                label={t('overrideReason')}
                isRequired
                error={saving.messages.overrideReason}
                hint={<span className="amber">{standing.warnings.join('；')}</span>}
              >
                <Input
                  {...entryControl('overrideReason', saving.messages.overrideReason)}
                  value={draft.content.overrideReason}
                  readOnly={saving.isSaving}
                  autoComplete="off"
                  placeholder={t('overrideReasonHint')}
                  onChange={(event) => {
                    setDraft((before) => withContent(before, { overrideReason: event.target.value }))
                    saving.forget('overrideReason')
                  }}
                />
              </EntryField>
            )}
            <div className="record-buttons">
              <Button
                type="primary"
                loading={saving.isSaving}
                disabled={draft.isKeyUsed}
                title="Ctrl+Enter"
                onClick={() => {
                  save(draft)
                }}
              >
                {t('save')}
              </Button>
              <Button
                disabled={isUntouched(draft) || saving.isSaving}
                onClick={() => {
                  startNext(draft)
                }}
              >
                {t('clear')}
              </Button>
            </div>
          </div>
          {side.isOpen && <PayStandingPanel standing={standing} />}
        </div>
        <EntryFiles entry={files} />
      </DropArea>
      <SavedLine saved={saved} onShow={onShow} onReverse={onReverse} />
      {saving.outcome.kind === 'duplicate' && (
        <Duplicates
          entry={saving.outcome.input}
          projects={projects}
          isSaving={saving.isSaving}
          onBack={() => {
            saving.closeQuestion()
            focusLater('amountFen')
          }}
          onConfirm={() => {
            saveChanged({ ...draft, isDuplicateConfirmed: true })
          }}
        />
      )}
    </section>
  )
}
