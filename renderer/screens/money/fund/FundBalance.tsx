import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { fundEntriesAddress, fundPaymentsAddress } from './fundAddress.ts'

interface FundBalanceProps {
  readonly fundId: string
  readonly projectId: string | null
  readonly sums: {
    readonly receivedFen: Fen | null
    readonly paidFen: Fen
    readonly balanceFen: Fen | null
  }
}

/** 结余 of a source: 到位 less 支付, each of which opens its entries. */
export function FundBalance({ fundId, projectId, sums }: FundBalanceProps) {
  const { t } = useTranslation('money')
  return (
    <FormulaFigure
      label={t('balance')}
      fen={sums.balanceFen}
      parts={[
        {
          name: t('received'),
          sign: '+',
          fen: sums.receivedFen ?? 0,
          to: fundEntriesAddress(fundId, projectId, { entryKind: 'receipt' }),
        },
        { name: t('paid'), sign: '−', fen: sums.paidFen, to: fundPaymentsAddress(fundId, projectId) },
      ]}
    />
  )
}
