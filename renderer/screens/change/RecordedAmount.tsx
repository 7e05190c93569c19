import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { ChangeDrawer } from './ChangeDrawer.tsx'

interface RecordedAmountProps {
  readonly fen: Fen
  readonly entityId: string
  /** What the record is called. */
  readonly subject: string
}

/** A figure as it was typed into its record, in 元: it opens who recorded it, when, and what it was before. */
export function RecordedAmount({ fen, entityId, subject }: RecordedAmountProps) {
  const { t } = useTranslation('change')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Amount
        fen={fen}
        unit="yuan"
        origin={{ open: () => setIsOpen(true) }}
        originName={t('of', { subject })}
      />
      {isOpen && <ChangeDrawer entityId={entityId} subject={subject} onClose={() => setIsOpen(false)} />}
    </>
  )
}
