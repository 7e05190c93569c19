import { useRef, useState } from 'react'
import { localDay } from '../../../db/domain/day.ts'
import type { PaymentRow, RecordPayment } from '../../../db/domain/payment.ts'
import { ruleText } from '../../../db/domain/ruleText.ts'
import { RequestFailed, useCommand } from '../../api.ts'
import { useLanguage } from '../../state.tsx'
import {
  type DraftErrors,
  type DraftField,
  draftFields,
  type PaymentDraft,
  readDraft,
} from './paymentDraft.ts'
import type { SetDraft } from './usePaymentDraft.ts'

export type FieldMessages = Readonly<Partial<Record<DraftField, string>>>

/** How the last attempt to save went. */
export type SaveOutcome =
  | { readonly kind: 'none' }
  /** A message that belongs to no field. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'duplicate'; readonly input: RecordPayment; readonly message: string }

interface Use {
  readonly setDraft: SetDraft
  readonly onSaved: (payment: PaymentRow, draft: PaymentDraft) => void
  readonly onFieldWrong: (field: DraftField) => void
}

/** Saves a filled form at most once, and says at which field it is wrong. */
export function useSaveDraft({ setDraft, onSaved, onFieldWrong }: Use) {
  const language = useLanguage()
  const record = useCommand('recordPayment')
  const isSending = useRef(false)
  const [messages, setMessages] = useState<FieldMessages>({})
  const [outcome, setOutcome] = useState<SaveOutcome>({ kind: 'none' })

  function show(wrong: FieldMessages) {
    setMessages(wrong)
    const first = draftFields.find((field) => wrong[field] !== undefined)
    if (first !== undefined) onFieldWrong(first)
  }

  function check(draft: PaymentDraft, field: DraftField) {
    const reading = readDraft(draft, localDay(new Date()))
    const wrong = reading.ok ? {} : inWords(reading.errors, language)
    setMessages((before) => withMessage(before, field, wrong[field]))
  }

  async function save(draft: PaymentDraft): Promise<void> {
    if (isSending.current || draft.isKeyUsed) return
    const reading = readDraft(draft, localDay(new Date()))
    if (!reading.ok) {
      show(inWords(reading.errors, language))
      return
    }
    isSending.current = true
    setMessages({})
    setOutcome({ kind: 'none' })
    try {
      onSaved(await record.mutateAsync(reading.input), draft)
    } catch (failed) {
      fail(failed, draft, reading.input)
    } finally {
      isSending.current = false
    }
  }

  function fail(failed: unknown, draft: PaymentDraft, input: RecordPayment) {
    // Without a coded answer nobody knows either: the entry may have been saved before the answer got lost.
    if (!(failed instanceof RequestFailed) || failed.error.code === 'dbProcessDied') {
      setDraft({ ...draft, unknownOutcome: draft.unknownOutcome ?? draft.content })
      return
    }
    const { code, fields, message } = failed.error
    if (code === 'possibleDuplicate') {
      setOutcome({ kind: 'duplicate', input, message })
      return
    }
    if (code === 'idempotencyKeyReused' && draft.unknownOutcome !== null) {
      setDraft({ ...draft, isKeyUsed: true })
      return
    }
    const own = draftFields.filter((field) => fields.includes(field))
    if (own.length === 0) setOutcome({ kind: 'refused', message })
    else show(Object.fromEntries(own.map((field) => [field, message])))
  }

  return {
    messages,
    outcome,
    isSaving: record.isPending,
    save,
    check,
    forget: (field: DraftField) => {
      // What asked for a reason was the entry as it was before.
      setMessages((before) => withMessage(withMessage(before, field, undefined), 'overrideReason', undefined))
    },
    reset: () => {
      setMessages({})
      setOutcome({ kind: 'none' })
    },
    closeQuestion: () => {
      setOutcome({ kind: 'none' })
    },
  }
}

function inWords(errors: DraftErrors, language: 'zh-CN' | 'en'): FieldMessages {
  const words: Partial<Record<DraftField, string>> = {}
  for (const field of draftFields) {
    const broken = errors[field]
    if (broken !== undefined) words[field] = ruleText(broken.code, broken.params, language)
  }
  return words
}

function withMessage(messages: FieldMessages, field: DraftField, message: string | undefined): FieldMessages {
  const others = draftFields.filter((other) => other !== field && messages[other] !== undefined)
  const kept = Object.fromEntries(others.map((other) => [other, messages[other]]))
  return message === undefined ? kept : { ...kept, [field]: message }
}
