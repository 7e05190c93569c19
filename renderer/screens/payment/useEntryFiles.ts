import { useState } from 'react'
import type { Payment } from '../../../db/domain/payment.ts'
import type { RequestError } from '../../../db/requests/wire.ts'
import { useAllPages } from '../../api.ts'
import { documentFor } from '../attachment/documentFor.ts'
import { type StagedFile, useAttach } from '../attachment/useAttach.ts'
import { useChosenFiles } from '../attachment/useChosenFiles.ts'

export interface EntryFile {
  readonly file: StagedFile
  readonly document: string | null
}

/** A payment that is saved while some of its files are not attached: they can be tried again. */
interface Unattached {
  readonly payment: Payment
  readonly key: string
  readonly files: readonly EntryFile[]
  readonly errors: readonly RequestError[]
}

/** Files chosen before the payment is saved: attached right after it, under its own key, so that none comes twice. */
export function useEntryFiles() {
  const [files, setFiles] = useState<readonly EntryFile[]>([])
  const [unattached, setUnattached] = useState<Unattached | null>(null)
  const chosen = useChosenFiles()
  const { attachAll } = useAttach()
  const requirements = useAllPages('listDocumentRequirements', {}).data ?? []
  const documents = requirements
    .filter(({ isActive, situation }) => isActive && situation === 'payment')
    .map(({ document }) => document)

  async function choose(dropped: readonly File[] | null) {
    const staged = await chosen.choose(dropped)
    const added = staged.map((file) => ({ file, document: documentFor(file.name, documents, null) }))
    setFiles((before) => [...before, ...added])
  }

  async function attachTo(payment: Payment, key: string, given: readonly EntryFile[] = files) {
    if (given === files) setFiles([])
    const failed: EntryFile[] = []
    const errors: RequestError[] = []
    for (const one of given) {
      const record = { subject: 'payment', subjectId: payment.id } as const
      for (const { error } of await attachAll(record, [one.file], one.document, key)) {
        failed.push(one)
        errors.push(error)
      }
    }
    setUnattached(failed.length === 0 ? null : { payment, key, files: failed, errors })
  }

  return {
    files,
    documents,
    chosen,
    unattached,
    choose,
    attachTo,
    retry: () => {
      if (unattached !== null) void attachTo(unattached.payment, unattached.key, unattached.files)
    },
    setDocument: (index: number, document: string) => {
      setFiles((before) =>
        before.map((one, at) => (at === index ? { ...one, document: document.trim() || null } : one)),
      )
    },
    drop: (index: number) => {
      setFiles((before) => before.filter((_, at) => at !== index))
    },
  }
}
