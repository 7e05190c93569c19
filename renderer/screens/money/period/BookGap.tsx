import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { monthPaymentsAddress } from '../books/monthAddress.ts'

interface BookGapProps {
  readonly month: string
  readonly bookFen: Fen
  readonly ledgerFen: Fen
}

/** 差额: what the finance ledger shows, less what this one holds; it opens both. */
export function BookGap({ month, bookFen, ledgerFen }: BookGapProps) {
  const { t } = useTranslation('holding')
  return (
    <>
      {t('differs')}{' '}
      <FormulaFigure
        label={t('differs')}
        fen={bookFen - ledgerFen}
        unit="yuan"
        withUnit
        parts={[
          { name: t('bookFen'), sign: '+', fen: bookFen, isEntered: true },
          { name: t('ledgerPaid'), sign: '−', fen: ledgerFen, to: monthPaymentsAddress(month) },
        ]}
      />
    </>
  )
}
