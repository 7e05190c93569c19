import type { RefObject } from 'react'
import { createPortal } from 'react-dom'

interface Props {
  readonly id: string
  readonly label: string
  readonly choices: readonly string[]
  /** Which Enter would take; none below zero. */
  readonly marked: number
  readonly anchor: RefObject<HTMLElement | null>
  readonly onChoose: (choice: string) => void
}

/** The list under a cell; outside the grid, which would cut it off. */
export function CellChoices({ id, label, choices, marked, anchor, onChoose }: Props) {
  return createPortal(
    <ul id={id} className="batch-choices" role="listbox" aria-label={label} ref={placed(anchor)}>
      {choices.map((choice, index) => (
        <li
          key={choice}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === marked}
          title={choice}
          onMouseDown={(event) => {
            // The cell keeps the focus.
            event.preventDefault()
            onChoose(choice)
          }}
        >
          {choice}
        </li>
      ))}
    </ul>,
    document.body,
  )
}

/** Below the cell, or above it where there is no room. */
function placed(anchor: RefObject<HTMLElement | null>) {
  return (list: HTMLElement | null) => {
    const cell = anchor.current?.getBoundingClientRect()
    if (list === null || cell === undefined) return
    const { height } = list.getBoundingClientRect()
    const isRoomBelow = cell.bottom + height < window.innerHeight
    list.style.left = `${String(cell.left)}px`
    list.style.top = `${String(isRoomBelow ? cell.bottom : cell.top - height)}px`
    list.style.minWidth = `${String(cell.width)}px`
  }
}
