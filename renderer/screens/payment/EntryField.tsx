import type { ReactNode } from 'react'
import type { DraftField } from './paymentDraft.ts'

interface Props {
  readonly field: DraftField
  readonly label: string
  readonly isRequired?: boolean
  readonly error: string | undefined
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** A labelled field of the form, with its error, or else a hint, below it. */
export function EntryField({ field, label, isRequired = false, error, hint, children }: Props) {
  return (
    <div className={`entry-field entry-${field}`}>
      <label htmlFor={entryId(field)}>
        {label}
        {isRequired && (
          <span className="entry-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      <div className="entry-note" id={noteId(field)} aria-live="polite">
        {error === undefined ? hint : <span className="entry-error">{error}</span>}
      </div>
    </div>
  )
}

function entryId(field: DraftField): string {
  return `entry-${field}`
}

/** What a control of the form carries so that its label, error and hint belong to it. */
export function entryControl(field: DraftField, error: string | undefined) {
  return {
    id: entryId(field),
    'aria-describedby': noteId(field),
    'aria-invalid': error !== undefined,
    ...(error === undefined ? {} : { status: 'error' as const }),
  }
}

export function focusEntry(field: DraftField): void {
  const control = document.getElementById(entryId(field))
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
}

/** Not while the field is folded away, or has nothing to choose from. */
export function canFocus(field: DraftField): boolean {
  const control = document.getElementById(entryId(field))
  return control !== null && !control.matches(':disabled')
}

/** A recalled text comes a moment after its field was entered: what is typed next replaces it. */
export function selectRecalled(field: DraftField, recalled: string): void {
  const control = document.activeElement
  if (control instanceof HTMLInputElement && control.id === entryId(field) && control.value === recalled)
    control.select()
}

function noteId(field: DraftField) {
  return `${entryId(field)}-note`
}
