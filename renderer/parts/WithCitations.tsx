import { type ReactNode, useState } from 'react'
import type { Citation } from '../../db/domain/citation.ts'
import { CitationDrawer } from './CitationDrawer.tsx'

interface WithCitationsProps {
  /** What the quotes are of, for the drawer's title. */
  readonly subject: string
  readonly citations: readonly Citation[]
  /** What opens them. */
  readonly children: (open: () => void) => ReactNode
}

/** Something with the quotes that it opens. */
export function WithCitations({ subject, citations, children }: WithCitationsProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {children(() => setIsOpen(true))}
      <CitationDrawer
        subject={subject}
        citations={citations}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
