import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'
import { CitationDrawer } from './CitationDrawer.tsx'

interface CitedAmountProps {
  readonly fen: Fen | null
  /** What the figure is, for the drawer's title. */
  readonly subject: string
  readonly citations: readonly Citation[]
  readonly isApproximate?: boolean
  readonly withUnit?: boolean
}

/** A figure that opens the quote it was taken from; without one a person typed it. */
export function CitedAmount({
  fen,
  subject,
  citations,
  isApproximate = false,
  withUnit = false,
}: CitedAmountProps) {
  const { t } = useTranslation('terms')
  const [isOpen, setIsOpen] = useState(false)
  if (citations.length === 0)
    return <Amount fen={fen} isApproximate={isApproximate} withUnit={withUnit} origin="entered" />
  return (
    <>
      <Amount
        fen={fen}
        isApproximate={isApproximate}
        withUnit={withUnit}
        origin={{ open: () => setIsOpen(true) }}
        originName={t('citationOpen')}
      />
      <CitationDrawer
        subject={subject}
        citations={citations}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
