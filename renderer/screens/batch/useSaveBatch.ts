import { useState } from 'react'
import type { BatchEntry } from '../../../db/domain/paymentBatch.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { RequestFailed, useCommand } from '../../api.ts'

/** How the last attempt to save went. */
export type BatchOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly count: number; readonly amountFen: number }
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer was lost: the batch may have been saved. */
  | { readonly kind: 'unknown' }
  /** It was saved then, and the rows were changed since. */
  | { readonly kind: 'keyUsed' }

interface Batch {
  readonly rows: readonly BatchEntry[]
  readonly controlFen: number | null
  readonly idempotencyKey: string
}

/** Saves a batch at most once. */
export function useSaveBatch(on: {
  readonly saved: () => void
  readonly refused: (error: RequestError) => void
}) {
  const record = useCommand('recordPayments')
  const [outcome, setOutcome] = useState<BatchOutcome>({ kind: 'none' })

  async function save({ rows, controlFen, idempotencyKey }: Batch): Promise<void> {
    if (record.isPending) return
    setOutcome({ kind: 'none' })
    try {
      const posted = await record.mutateAsync({ rows: [...rows], controlFen, idempotencyKey })
      setOutcome({ kind: 'saved', count: posted.paymentIds.length, amountFen: posted.amountFen })
      on.saved()
    } catch (failed) {
      // Without a coded answer nobody knows either.
      if (!(failed instanceof RequestFailed) || failed.error.code === 'dbProcessDied')
        setOutcome({ kind: 'unknown' })
      else if (failed.error.code === 'idempotencyKeyReused') setOutcome({ kind: 'keyUsed' })
      else {
        setOutcome({ kind: 'refused', message: failed.error.message })
        on.refused(failed.error)
      }
    }
  }

  return { outcome, setOutcome, save, isSaving: record.isPending }
}
