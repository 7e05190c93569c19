import { useState } from 'react'
import type { ImportKind } from '../../../db/domain/import/field.ts'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import type { ImportMapping } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { useTask } from '../../task.ts'

/** An import on its way: the preview in view, what made it and what became of it. The file is asked for once. */
export function useImport(first: ImportMapping) {
  const reading = useTask('previewImport')
  const mending = useTask('correctImportRow')
  const applying = useTask('applyImport')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [done, setDone] = useState<ImportBatch | null>(null)

  async function begin(kind: ImportKind, pasted?: string) {
    const value = await reading.run({ kind, mapping: first, ...(pasted === undefined ? {} : { pasted }) })
    if (value === null) return
    setDone(null)
    setPreview(value)
  }

  /** The same sheet read otherwise; another sheet is looked through afresh. */
  async function readAgain(changes: Partial<ImportMapping> | string) {
    if (preview === null) return
    const { previewId, mapping } = preview
    const next = typeof changes === 'string' ? changes : defined({ ...mapping, ...changes })
    const value = await reading.run({ previewId, mapping: next })
    if (value !== null) setPreview(value)
  }

  async function mend(correction: Omit<RequestInput<'correctImportRow'>, 'previewId'>) {
    if (preview === null) return false
    const value = await mending.run({ previewId: preview.previewId, ...correction })
    if (value !== null) setPreview(value)
    return value !== null
  }

  async function apply(choices: Pick<RequestInput<'applyImport'>, 'leavesErrors' | 'overrideReason'>) {
    if (preview === null) return
    const { previewId } = preview
    const batch = await applying.run({ previewId, ...choices, idempotencyKey: previewId })
    if (batch === null) return
    setDone(batch)
    setPreview(null)
  }

  function leave() {
    setPreview(null)
    setDone(null)
  }

  return { preview, done, reading, mending, applying, begin, readAgain, mend, apply, leave }
}

export type Import = ReturnType<typeof useImport>

/** Without what is to be found in the sheet again. */
function defined(mapping: Partial<ImportMapping>): ImportMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined))
}
