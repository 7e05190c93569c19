import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Amount } from '../../parts/Amount.tsx'

interface Props {
  readonly totals: RequestOutput<'listPayments'>['totals'] | undefined
  readonly isStale: boolean
  /** Stands at the end of the line. */
  readonly children: ReactNode
}

/** Of the whole filtered set, in 元 as entered and in 万元 beside it. */
export function PaymentTotals({ totals, isStale, children }: Props) {
  const { t } = useTranslation('payment')
  return (
    <div className="payment-totals">
      <dl className={isStale ? 'is-stale' : ''} aria-label={t('totals')} aria-busy={isStale}>
        <div>
          <dt>{t('count')}</dt>
          <dd className="figure">
            {totals === undefined ? '…' : t('countOf', { n: totals.count.toLocaleString('en') })}
          </dd>
        </div>
        <Total label={t('paidTotal')} fen={totals?.paidFen} />
        <Total label={t('reversedTotal')} fen={totals?.reversedFen} />
        <Total label={t('netTotal')} fen={totals?.amountFen} />
      </dl>
      {children}
    </div>
  )
}

function Total({ label, fen }: { readonly label: string; readonly fen: Fen | undefined }) {
  const { t } = useTranslation(['payment', 'terms'])
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {fen === undefined ? (
          '…'
        ) : (
          <>
            <Amount fen={fen} unit="yuan" withUnit />
            <span className="total-wan figure">{t('inWan', { amount: formatFen(fen, 'wan') })}</span>
          </>
        )}
      </dd>
    </div>
  )
}
