import { type KeyboardEvent, useRef } from 'react'
import { canFocus, focusEntry } from './EntryField.tsx'
import { type DraftField, draftFields } from './paymentDraft.ts'

interface Use {
  readonly onSave: () => void
  readonly onClose: () => void
  /** Whether Enter leaves the project field (it holds one) instead of opening its list. */
  readonly isProjectChosen: boolean
}

/** The keys of the form: Enter goes on and saves in the last field, Ctrl+Enter saves, Esc closes. */
export function useEntryKeys({ onSave, onClose, isProjectChosen }: Use) {
  const openLists = useRef(new Set<DraftField>())
  const hasChosen = useRef(false)

  function moveOn(from: DraftField, focus: (field: DraftField) => void) {
    const next = draftFields.slice(draftFields.indexOf(from) + 1).find(canFocus)
    if (next === undefined) onSave()
    else focus(next)
  }

  /** Before the fields see a key: a closed list would open on Enter. */
  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || !isOwnKey(event)) return
    hasChosen.current = false
    const from = fieldOf(event.target)
    const isLeft = from === 'projectId' ? isProjectChosen : from !== undefined && isPicked(from)
    if (event.ctrlKey || event.metaKey) onSave()
    else if (from !== undefined && isLeft && !openLists.current.has(from)) moveOn(from, focusEntry)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!isOwnKey(event)) return
    if (event.key === 'Escape' && openLists.current.size === 0) {
      event.stopPropagation()
      onClose()
    }
    const field = fieldOf(event.target)
    if (event.key !== 'Enter' || field === undefined || isPicked(field) || hasChosen.current) return
    event.preventDefault()
    // At once: a fast hand's next key is already under way.
    moveOn(field, focusEntry)
  }

  return {
    keys: { onKeyDownCapture, onKeyDown },
    /** After an item of a field's list was chosen: that Enter has been used. */
    chosen: (field: DraftField) => {
      hasChosen.current = true
      moveOn(field, (next) => {
        // Before the next key of a fast hand; and again where the list took the focus back.
        queueMicrotask(() => focusEntry(next))
        setTimeout(() => {
          if (document.activeElement?.id === `entry-${field}`) focusEntry(next)
        })
      })
    },
    listOf: (field: DraftField) => (isOpen: boolean) => {
      if (isOpen) openLists.current.add(field)
      // The Esc that closes a list is still on its way up to the form.
      else setTimeout(() => openLists.current.delete(field))
    },
  }
}

/** Chosen from a list, not typed. */
function isPicked(field: DraftField) {
  return pickedFields.has(field)
}

const pickedFields: ReadonlySet<DraftField> = new Set([
  'projectId',
  'kind',
  'contractId',
  'budgetLineId',
  'refundOf',
  'fundSplit',
])

/** Once the field that is left has done its own work. */
export function focusLater(field: DraftField): void {
  setTimeout(() => {
    focusEntry(field)
  })
}

/** Not of a dialog above the form, nor one that picks a Chinese candidate. */
function isOwnKey(event: KeyboardEvent<HTMLElement>) {
  return (
    !event.nativeEvent.isComposing &&
    event.target instanceof Node &&
    event.currentTarget.contains(event.target)
  )
}

function fieldOf(target: EventTarget): DraftField | undefined {
  const id = target instanceof HTMLElement ? target.id : ''
  return draftFields.find((field) => id === `entry-${field}`)
}
