import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { ImportKind } from '../../../db/domain/import/field.ts'
import { useMay } from '../../state.tsx'
import { importAddress } from './importAddress.ts'
import { pastedCells } from './pastedCells.ts'

/** Cells pasted on a list, where no field takes them, are looked at as a file would be before they come in. */
export function usePasteImport(kind: ImportKind, projectId: string | null): void {
  const navigate = useNavigate()
  const mayImport = useMay('applyImport')
  useEffect(() => {
    if (!mayImport) return
    const take = (event: ClipboardEvent) => {
      if (event.defaultPrevented || event.clipboardData === null || isTaken(event.target)) return
      const pasted = pastedCells(event.clipboardData)
      // One word or figure is no row of a ledger.
      if (!/[\t\n\r]|<t[dr][\s>]/i.test(pasted.trim())) return
      event.preventDefault()
      void navigate(importAddress(kind, projectId), { state: { pasted } })
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [kind, projectId, mayImport, navigate])
}

/** A field takes what is pasted into it, and over an open dialog nothing else happens. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  )
}
