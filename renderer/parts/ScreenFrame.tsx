import type { ReactNode } from 'react'

interface ScreenFrameProps {
  readonly title: string
  /** One quiet line beside the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** The children fill the height and scroll by themselves (tables with a fixed head, the Gantt). */
  readonly isFilled?: boolean
  readonly children: ReactNode
}

/** A screen: its head stays, its body scrolls. */
export function ScreenFrame({ title, lead, actions, isFilled = false, children }: ScreenFrameProps) {
  return (
    <section className="screen" aria-label={title}>
      <header className="screen-head">
        <h1>{title}</h1>
        <div className="screen-head-lead">{lead}</div>
        {actions !== undefined && <div className="screen-head-actions">{actions}</div>}
      </header>
      <div className={isFilled ? 'screen-body is-filled' : 'screen-body'}>{children}</div>
    </section>
  )
}
