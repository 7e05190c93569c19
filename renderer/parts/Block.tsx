import { type ReactNode, useId } from 'react'

interface BlockProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a screen under a ruled heading. Blocks do not stand inside blocks. */
export function Block({ title, lead, actions, children }: BlockProps) {
  const id = useId()
  return (
    <section className="block" aria-labelledby={id}>
      <header className="block-head">
        <h2 id={id}>{title}</h2>
        {lead !== undefined && <div className="grey">{lead}</div>}
        {actions !== undefined && <div className="block-head-actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
