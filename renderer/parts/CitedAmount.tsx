import { useTranslation } from 'react-i18next'
import type { Citation } from '../../db/domain/citation.ts'
import type { Fen } from '../../db/domain/fen.ts'
import { Amount } from './Amount.tsx'
import { WithCitations } from './WithCitations.tsx'

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
  if (citations.length === 0)
    return <Amount fen={fen} isApproximate={isApproximate} withUnit={withUnit} origin="entered" />
  return (
    <WithCitations subject={subject} citations={citations}>
      {(open) => (
        <Amount
          fen={fen}
          isApproximate={isApproximate}
          withUnit={withUnit}
          origin={{ open }}
          originName={t('citationOpen')}
        />
      )}
    </WithCitations>
  )
}
