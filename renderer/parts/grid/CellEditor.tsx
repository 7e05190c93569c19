import { type KeyboardEvent, useEffect, useRef } from 'react'

interface CellEditorProps {
  readonly edit: { readonly text: string }
  readonly label: string
  readonly fault: string | null
  readonly onChange: (text: string) => void
  readonly onDone: (text: string) => void
  readonly onCancel: () => void
}

/** Enter or Tab takes what was typed, Esc leaves what was there. */
export function CellEditor({ edit, label, fault, onChange, onDone, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
  }, [])
  const press = (event: KeyboardEvent) => {
    // The last Enter of an input method chooses its word.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Tab') onDone(edit.text)
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="cell-editor">
      <input
        ref={input}
        value={edit.text}
        aria-label={label}
        aria-invalid={fault !== null}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
        onClick={(event) => event.stopPropagation()}
      />
      {fault !== null && (
        <span className="cell-fault" role="alert">
          {fault}
        </span>
      )}
    </span>
  )
}
