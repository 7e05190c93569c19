import { useTranslation } from 'react-i18next'
import type { Fen } from '../../../../db/domain/fen.ts'
import { pctIn } from '../../../../db/domain/fenPart.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import type { SpendProps } from './SpendLines.tsx'
import { spendAddress } from './spendAddress.ts'
import type { SpendMonth } from './spendOfYear.ts'

const heads = ['plan', 'planSoFar', 'paid', 'paidSoFar', 'done', 'doneSoFar'] as const

/** The same months as figures, each opening its entries. */
export function SpendTable(props: SpendProps) {
  const { t } = useTranslation('money')
  return (
    <div className="money-scroll">
      <table className="sheet book-table" aria-label={t('chartSpend')}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {heads.map((name) => (
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
          {props.rows.map((row) => (
            <MonthLine key={row.month} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthLine({ row, yearFen, projectId, year, onPlan }: SpendProps & { readonly row: SpendMonth }) {
  const { t } = useTranslation('money')
  const first = `${String(year)}-01`
  const { month } = row
  const reached = yearFen === null ? null : pctIn(row.paidSoFarFen, yearFen)
  const paid = (from: string) => ({ to: spendAddress.paid(projectId, from, month) })
  const done = (from: string) => ({ to: spendAddress.done(projectId, from, month) })
  return (
    <tr>
      <th scope="row">{month}</th>
      <PlanCell fen={row.planFen} onOpen={() => onPlan(month, month)} />
      <PlanCell fen={row.planSoFarFen} onOpen={() => onPlan(first, month)} />
      {(
        [
          ['paid', row.paidFen, paid(month), t('origin.paid')],
          ['paidSoFar', row.paidSoFarFen, paid(first), t('origin.paid')],
          ['done', row.doneFen, done(month), t('origin.done')],
          ['doneSoFar', row.doneSoFarFen, done(first), t('origin.done')],
        ] as const
      ).map(([name, fen, origin, originName]) => (
        <td key={name} className="is-figure">
          <Amount fen={fen} unknown="notEntered" origin={origin} originName={originName} />
        </td>
      ))}
      <td className="is-figure">
        {reached === null ? <span className="grey">{t('planMissing')}</span> : `${reached.toFixed(2)}%`}
      </td>
    </tr>
  )
}

function PlanCell({ fen, onOpen }: { readonly fen: Fen | null; readonly onOpen: () => void }) {
  const { t } = useTranslation('money')
  return (
    <td className="is-figure">
      {fen === null ? (
        <span className="grey">{t('planNoMonths')}</span>
      ) : (
        <Amount fen={fen} origin={{ open: onOpen }} originName={t('planOpen')} />
      )}
    </td>
  )
}
