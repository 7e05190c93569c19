import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { fundEntriesAddress, fundPaymentsAddress } from './fundAddress.ts'

interface FundTotalProps {
  readonly book: 'allotted' | 'received' | 'paid' | 'balance'
  readonly funds: readonly FundAmounts[]
  readonly projectId: string | null
  /** YYYY: of one year. */
  readonly year?: string
}

interface FundAmounts {
  readonly id: string
  readonly name: string
  readonly allottedFen: Fen
  readonly receivedFen: Fen
  readonly paidFen: Fen
  readonly balanceFen?: Fen
}

/** A sum over sources: it opens what each of them adds to it, and that its entries. */
export function FundTotal({ book, funds, projectId, year }: FundTotalProps) {
  const { t } = useTranslation('money')
  const parts = funds
    .map((fund) => ({
      name: fund.name,
      sign: '+' as const,
      fen: fund[`${book}Fen`] ?? 0,
      to: addressOf(fund.id),
    }))
    .filter(({ fen }) => fen !== 0)
  return <FormulaFigure label={t(book)} fen={parts.reduce((sum, { fen }) => sum + fen, 0)} parts={parts} />

  function addressOf(fundId: string): string {
    const ofYear = year === undefined ? {} : { year }
    if (book === 'paid') return fundPaymentsAddress(fundId, projectId, year)
    if (book === 'balance') return fundEntriesAddress(fundId, projectId)
    return fundEntriesAddress(fundId, projectId, {
      entryKind: book === 'allotted' ? 'allotment' : 'receipt',
      ...ofYear,
    })
  }
}
