import { Popover } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'

interface ReckoningPopoverProps {
  readonly title: string
  readonly content: ReactNode
  /** The figure that opens it. */
  readonly children: ReactNode
}

/** What a figure is reckoned from, opened over it. Esc takes it away, and not the form or the drawer below. */
export function ReckoningPopover({ title, content, children }: ReckoningPopoverProps) {
  const [isOpen, setIsOpen] = useState(false)
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setIsOpen(false)
  }
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setIsOpen} title={title} content={content}>
      <span onKeyDown={closeOnEscape}>{children}</span>
    </Popover>
  )
}
