import { useTranslation } from 'react-i18next'
import { type Fen, sumKnown } from '../../../../db/domain/fen.ts'
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
  readonly allottedFen: Fen | null
  readonly receivedFen: Fen | null
  readonly paidFen: Fen
  readonly balanceFen?: Fen | null
}

/** A sum over sources: it opens what each of them adds to it, and that its entries. */
export function FundTotal({ book, funds, projectId, year }: FundTotalProps) {
  const { t } = useTranslation('money')
  const parts = funds.flatMap((fund) => {
    const fen = fund[`${book}Fen`] ?? 0
    return fen === 0 ? [] : [{ name: fund.name, sign: '+' as const, fen, to: addressOf(fund.id) }]
  })
  const fen = sumKnown(funds.map((fund) => fund[`${book}Fen`] ?? null))
  return <FormulaFigure label={t(book)} fen={fen} parts={parts} />

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
