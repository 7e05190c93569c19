import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react'

interface PaperDeskProps {
  readonly paper: 'A4' | 'A3'
  readonly label: string
  readonly children: ReactNode
}

/** Where the paper lies on screen: it is drawn smaller where the window is narrower, so that no column is out of sight. */
export function PaperDesk({ paper, label, children }: PaperDeskProps) {
  const desk = useRef<HTMLElement>(null)
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const measured = desk.current
    if (measured === null) return undefined
    const follow = new ResizeObserver(() => setWidth(measured.clientWidth))
    follow.observe(measured)
    return () => follow.disconnect()
  }, [])
  // Below half its size nothing could be read: then the desk scrolls.
  const zoom = width === undefined ? 1 : Math.max(0.5, Math.min(1, width / widths[paper]))
  const style: CSSProperties & Record<'--paper-zoom', number> = { '--paper-zoom': zoom }
  return (
    <section ref={desk} className="report-desk" aria-label={label} tabIndex={0} style={style}>
      {children}
    </section>
  )
}

/** In CSS pixels: 297 mm and 420 mm, with the line around. */
const widths = { A4: 1125, A3: 1590 }
