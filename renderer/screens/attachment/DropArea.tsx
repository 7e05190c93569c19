import './attachment.css'
import { type DragEvent, type ReactNode, useState } from 'react'

interface DropAreaProps {
  /** Without it nothing can be dropped here. */
  readonly onDrop: ((files: readonly File[]) => void) | null
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the screen that files can be dropped on. */
export function DropArea({ onDrop, className = '', children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  if (onDrop === null) return <div className={className}>{children}</div>
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setIsOver(true)
  }
  return (
    // Dropping is a second way to the button beside it, which the keyboard reaches.
    <div
      className={`drop-area ${isOver ? 'is-over' : ''} ${className}`}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        onDrop([...event.dataTransfer.files])
      }}
    >
      {children}
    </div>
  )
}
