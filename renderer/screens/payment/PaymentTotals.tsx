import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fen, formatFen } from '../../../db/domain/fen.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Amount } from '../../parts/Amount.tsx'
import { FormulaFigure } from '../../parts/FormulaFigure.tsx'
import { filterTextOf, type PaymentFilter, viewOf } from './paymentView.ts'

interface Props {
  readonly totals: RequestOutput<'listPayments'>['totals'] | undefined
  readonly isStale: boolean
  /** What is filtered: its parts are this with the reversals alone, and without them. */
  readonly view: PaymentFilter
  /** Stands at the end of the line. */
  readonly children: ReactNode
}

/** Of the whole filtered set, in 元 as entered and in 万元 beside it. */
export function PaymentTotals({ totals, isStale, view, children }: Props) {
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
        <Total label={t('paidTotal')} fen={totals?.paidFen}>
          {(fen) => <Part fen={fen} view={view} reversals="none" />}
        </Total>
        <Total label={t('reversedTotal')} fen={totals?.reversedFen}>
          {(fen) => <Part fen={fen} view={view} reversals="only" />}
        </Total>
        <Total label={t('netTotal')} fen={totals?.amountFen}>
          {(fen) => (
            <FormulaFigure
              label={t('netTotal')}
              fen={fen}
              unit="yuan"
              withUnit
              note={t('sumOf', { n: (totals?.count ?? 0).toLocaleString('en') })}
              parts={(['none', 'only'] as const).map((reversals) => ({
                name: t(reversals === 'none' ? 'paidTotal' : 'reversedTotal'),
                sign: '+',
                fen: (reversals === 'none' ? totals?.paidFen : totals?.reversedFen) ?? 0,
                to: partAddress(view, reversals),
              }))}
            />
          )}
        </Total>
        {totals !== undefined && totals.fundFen !== null && (
          <Total label={t('fundPart')} fen={totals.fundFen}>
            {(fen) => <Amount fen={fen} unit="yuan" withUnit origin="listed" />}
          </Total>
        )}
      </dl>
      {children}
    </div>
  )
}

interface PartProps {
  readonly fen: Fen
  readonly view: PaymentFilter
  readonly reversals: 'only' | 'none'
}

/** Opens its own entries out of those filtered. */
function Part({ fen, view, reversals }: PartProps) {
  const { t } = useTranslation('payment')
  return (
    <Amount
      fen={fen}
      unit="yuan"
      withUnit
      origin={{ to: partAddress(view, reversals) }}
      originName={t(`partOpen.${reversals}`)}
    />
  )
}

function partAddress(view: PaymentFilter, reversals: 'only' | 'none'): string {
  return `/payments?${filterTextOf({ ...viewOf(new URLSearchParams()), ...view, reversals })}`
}

interface TotalProps {
  readonly label: string
  readonly fen: Fen | undefined
  readonly children: (fen: Fen) => ReactNode
}

function Total({ label, fen, children }: TotalProps) {
  const { t } = useTranslation(['payment', 'terms'])
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {fen === undefined ? (
          '…'
        ) : (
          <>
            {children(fen)}
            <span className="total-wan figure" title={t('terms:sumOfListed')} data-origin="listed">
              {t('inWan', { amount: formatFen(fen, 'wan') })}
            </span>
          </>
        )}
      </dd>
    </div>
  )
}
