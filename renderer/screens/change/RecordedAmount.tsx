import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AmountUnit, Fen } from '../../../db/domain/fen.ts'
import { Amount } from '../../parts/Amount.tsx'
import { ChangeDrawer } from './ChangeDrawer.tsx'

interface RecordedAmountProps {
  readonly fen: Fen
  readonly entityId: string
  /** What the record is called. */
  readonly subject: string
  readonly unit?: AmountUnit
}

/** A figure as it was typed into its record, in 元 where nothing else is said: it opens who recorded it, when, and what it was before. */
export function RecordedAmount({ fen, entityId, subject, unit = 'yuan' }: RecordedAmountProps) {
  const { t } = useTranslation('change')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Amount
        fen={fen}
        unit={unit}
        origin={{ open: () => setIsOpen(true) }}
        originName={t('of', { subject })}
      />
      {isOpen && <ChangeDrawer entityId={entityId} subject={subject} onClose={() => setIsOpen(false)} />}
    </>
  )
}
