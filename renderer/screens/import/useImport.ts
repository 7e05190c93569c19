import { useCallback, useState, useTransition } from 'react'
import type { ImportKind } from '../../../db/domain/import/field.ts'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import type { ImportMapping } from '../../../db/domain/import/importMapping.ts'
import type { ImportPreview } from '../../../db/domain/import/importPreview.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { useTask } from '../../task.ts'
import { pastedInput } from './pastedCells.ts'

/** An import on its way: the preview in view, what made it and what became of it. The file is asked for once. */
export function useImport(first: ImportMapping) {
  const reading = useTask('previewImport')
  const mending = useTask('correctImportRow')
  const applying = useTask('applyImport')
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [done, setDone] = useState<ImportBatch | null>(null)
  /** What was read is being drawn: what stands on the screen is of before. */
  const [isDrawing, startDrawing] = useTransition()
  const { run: read } = reading
  const { run: correct } = mending
  const { run: enter } = applying

  /** The screen of a preview is a large one: it is drawn in pieces, so that the window answers meanwhile. */
  const show = useCallback((value: ImportPreview) => {
    startDrawing(() => {
      setDone(null)
      setPreview(value)
    })
  }, [])

  async function begin(kind: ImportKind, pasted?: string) {
    const value = await read({
      kind,
      mapping: first,
      ...(pasted === undefined ? {} : pastedInput(pasted, kind)),
    })
    if (value !== null) show(value)
  }

  /** The same sheet read otherwise; another sheet is looked through afresh. */
  const readAgain = useCallback(
    async (changes: Partial<ImportMapping> | string) => {
      if (preview === null) return
      const { previewId, mapping } = preview
      const next = typeof changes === 'string' ? changes : defined({ ...mapping, ...changes })
      const value = await read({ previewId, mapping: next })
      if (value !== null) show(value)
    },
    [preview, read, show],
  )

  const mend = useCallback(
    async (correction: Omit<RequestInput<'correctImportRow'>, 'previewId'>) => {
      if (preview === null) return false
      const value = await correct({ previewId: preview.previewId, ...correction })
      if (value !== null) show(value)
      return value !== null
    },
    [preview, correct, show],
  )

  const apply = useCallback(
    async (choices: Pick<RequestInput<'applyImport'>, 'leavesErrors' | 'overrideReason'>) => {
      if (preview === null) return
      const { previewId } = preview
      const batch = await enter({ previewId, ...choices, idempotencyKey: previewId })
      if (batch === null) return
      startDrawing(() => {
        setDone(batch)
        setPreview(null)
      })
    },
    [preview, enter],
  )

  function leave() {
    setPreview(null)
    setDone(null)
  }

  const task = [reading, mending, applying].find(({ state }) => state.kind === 'running')
  return {
    preview,
    done,
    reading,
    applying,
    /** What is under way, of the three. */
    task,
    isBusy: task !== undefined || isDrawing,
    mendError: mending.state.kind === 'failed' ? mending.state.error : null,
    begin,
    readAgain,
    mend,
    apply,
    leave,
  }
}

export type Import = ReturnType<typeof useImport>

/** Without what is to be found in the sheet again. */
function defined(mapping: Partial<ImportMapping>): ImportMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== undefined))
}
