import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../../db/domain/import/importBatch.ts'
import { Amount, type FigureOrigin } from '../../parts/Amount.tsx'

interface BatchSumProps {
  readonly batch: Pick<ImportBatch, 'kind' | 'amountFen' | 'allottedFen' | 'receivedFen'>
  readonly withUnit?: boolean
  readonly origin?: FigureOrigin
  readonly originName?: string
}

/** What an import comes to; of funds what was allotted and what came in, apart. */
export function BatchSum({ batch, withUnit = false, origin, originName }: BatchSumProps) {
  const { t } = useTranslation('import')
  const more = {
    withUnit,
    ...(origin === undefined ? {} : { origin }),
    ...(originName === undefined ? {} : { originName }),
  }
  if (batch.kind !== 'funds') return <Amount fen={batch.amountFen} unit="yuan" {...more} />
  const parts = [
    { part: 'allotment' as const, fen: batch.allottedFen },
    { part: 'receipt' as const, fen: batch.receivedFen },
  ]
  return parts.map(({ part, fen }) =>
    fen === null ? null : (
      <span key={part} className="import-part">
        <span className="grey">{t(part)}</span> <Amount fen={fen} unit="yuan" {...more} />
      </span>
    ),
  )
}
