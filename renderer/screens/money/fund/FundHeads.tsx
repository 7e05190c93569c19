import { useTranslation } from 'react-i18next'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'

/** The heads of a source's figures: 下达, 到位, 支付, what is left, and the shares of them. */
export function FundHeads({ hasBalance = true }: { readonly hasBalance?: boolean }) {
  const { t } = useTranslation(['money', 'fund'])
  return (
    <>
      {figures
        .filter((name) => hasBalance || name !== 'balance')
        .map((name) => (
          <th key={name} scope="col" className="is-figure">
            <AmountHeader label={t(name)} />
          </th>
        ))}
      {(['receivedPct', 'paidPct'] as const).map((share) => (
        <th key={share} scope="col" className="is-figure" title={t('fund:pctWhy')}>
          {t(`fund:${share}`)}
        </th>
      ))}
    </>
  )
}

const figures = ['allotted', 'received', 'paid', 'balance'] as const
