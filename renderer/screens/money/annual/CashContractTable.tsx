import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CashPlanRow } from '../../../../db/domain/cashPlan.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import type { CashCell } from './AdjustCash.tsx'

interface CashContractTableProps {
  readonly plan: RequestOutput<'cashPlan'>
  readonly onAdjust: (cell: CashCell) => void
}

/** Contract by contract, each source a line of its own; a month opens to be set. */
export function CashContractTable({ plan, onAdjust }: CashContractTableProps) {
  const { t } = useTranslation('annualPlan')
  return (
    <div className="money-scroll">
      <table className="sheet book-table cash-table" aria-label={t('cash')}>
        <thead>
          <tr>
            <th scope="col">{t('contract')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('open')} />
            </th>
            {plan.planFen.map((_, month) => (
              <th key={String(month)} scope="col" className="is-figure">
                {t('month', { month: month + 1 })}
              </th>
            ))}
            <th scope="col" className="is-figure">
              {t('later')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Total label={t('cashSum')} plan={plan} />
          <tr className="book-group">
            <th scope="row">{t('cashPaid')}</th>
            <td />
            {plan.paidFen.map((fen, month) => (
              <td key={String(month)} className="is-figure">
                <Amount fen={fen} />
              </td>
            ))}
            <td />
          </tr>
          {plan.items.map((row) => (
            <ContractLines key={row.contractId} row={row} onAdjust={onAdjust} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Total({ label, plan }: { readonly label: string; readonly plan: RequestOutput<'cashPlan'> }) {
  return (
    <tr className="book-total">
      <th scope="row">{label}</th>
      <td className="is-figure">
        <Amount fen={plan.openFen} />
      </td>
      {plan.planFen.map((fen, month) => (
        <td key={String(month)} className="is-figure">
          <Amount fen={fen} />
        </td>
      ))}
      <td className="is-figure">
        <Amount fen={plan.laterFen} />
      </td>
    </tr>
  )
}

interface ContractLinesProps {
  readonly row: CashPlanRow
  readonly onAdjust: (cell: CashCell) => void
}

function ContractLines({ row, onAdjust }: ContractLinesProps) {
  const { t } = useTranslation('annualPlan')
  const mayAdjust = useMay('adjustCashPlan')
  const { contractId, projectId, number } = row
  return (
    <>
      <tr className="book-group">
        <th scope="row">
          <Link to={moneyAddress({ tab: 'contracts', projectId, contractId })}>
            {number} {row.name}
          </Link>{' '}
          {row.marks.map((mark) => (
            <StatusTag key={mark} tone="grey">
              {t(`mark.${mark}`)}
            </StatusTag>
          ))}
        </th>
        <td className="is-figure">
          <Amount fen={row.openFen} />
        </td>
        {row.planFen.map((fen, month) => (
          <td key={String(month)} className="is-figure">
            <Amount fen={fen} />
          </td>
        ))}
        <td className={row.laterFen < 0 ? 'is-figure amber' : 'is-figure'} title={t('laterWhy')}>
          <Amount fen={row.laterFen} />
        </td>
      </tr>
      {row.sources.map(({ fundId, fundName, months }) => {
        const source = fundName ?? t('unsettled')
        return (
          <tr key={fundId ?? ''}>
            <td className="cash-source grey">{source}</td>
            <td />
            {months.map(({ planFen, isAdjusted }, month) => (
              <td key={String(month)} className={isAdjusted ? 'is-figure is-set' : 'is-figure'}>
                <Amount
                  fen={planFen}
                  {...(mayAdjust
                    ? {
                        origin: {
                          open: () =>
                            onAdjust({
                              contractId,
                              fundId,
                              month: month + 1,
                              planFen,
                              isAdjusted,
                              number,
                              source,
                            }),
                        },
                        originName: t('setMonth', { number, source, month: month + 1 }),
                      }
                    : {})}
                />
              </td>
            ))}
            <td />
          </tr>
        )
      })}
    </>
  )
}
