import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { useAppState } from '../../state.tsx'
import { emptyDraft, type PaymentDraft, paymentDraft } from './paymentDraft.ts'

export type SetDraft = Dispatch<SetStateAction<PaymentDraft>>

/**
 * The form that is being filled in. It outlives a look at another screen and a reload of the window, its key with
 * it: an entry whose saving is in doubt can still be sent again without being doubled.
 */
export function usePaymentDraft(today: string): readonly [PaymentDraft, SetDraft] {
  const place = `paymentDraft:${useAppState().library.file ?? ''}`
  const [draft, setDraft] = useState(() => keptDraft(place) ?? newDraft(today))
  useEffect(() => {
    sessionStorage.setItem(place, JSON.stringify(draft))
  }, [place, draft])
  return [draft, setDraft]
}

/** An empty form after `before`: the project, the day and the unit stay for the next entry. */
export function nextDraft(before: PaymentDraft): PaymentDraft {
  return emptyDraft(before.content, crypto.randomUUID())
}

function newDraft(today: string) {
  return emptyDraft({ projectId: '', paidOn: today, unit: 'yuan' }, crypto.randomUUID())
}

function keptDraft(place: string): PaymentDraft | null {
  const kept = sessionStorage.getItem(place)
  if (kept === null) return null
  const parsed = paymentDraft.safeParse(JSON.parse(kept))
  return parsed.success ? parsed.data : null
}
