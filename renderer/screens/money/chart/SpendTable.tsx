import { useTranslation } from 'react-i18next'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import type { SpendProps } from './SpendLines.tsx'
import { spendAddress } from './spendAddress.ts'

/** The same months as figures, each opening its entries. */
export function SpendTable({ rows, planFen, projectId, year }: SpendProps) {
  const { t } = useTranslation('money')
  const first = `${String(year)}-01`
  const pct = (fen: number) => (planFen === null ? null : pctIn(fen, planFen))
  return (
    <div className="money-scroll">
      <table className="sheet book-table" aria-label={t('chartSpend')}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {(['paid', 'paidSoFar', 'done', 'doneSoFar'] as const).map((name) => (
              <th key={name} scope="col" className="is-figure">
                <AmountHeader label={t(`spend.${name}`)} />
              </th>
            ))}
            <th scope="col" className="is-figure">
              {t('spend.ofPlan')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const reached = pct(row.paidSoFarFen)
            return (
              <tr key={row.month}>
                <th scope="row">{row.month}</th>
                {(
                  [
                    [row.paidFen, spendAddress.paid(projectId, row.month, row.month), t('origin.paid')],
                    [row.paidSoFarFen, spendAddress.paid(projectId, first, row.month), t('origin.paid')],
                    [row.doneFen, spendAddress.done(projectId, row.month, row.month), t('origin.done')],
                    [row.doneSoFarFen, spendAddress.done(projectId, first, row.month), t('origin.done')],
                  ] as const
                ).map(([fen, to, originName]) => (
                  <td key={to + originName} className="is-figure">
                    <Amount fen={fen} origin={{ to }} originName={originName} />
                  </td>
                ))}
                <td className="is-figure">
                  {reached === null ? (
                    <span className="grey">{t('planMissing')}</span>
                  ) : (
                    `${reached.toFixed(2)}%`
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
