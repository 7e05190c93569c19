import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { monthsOfYear } from '../../../db/domain/cashEntry.ts'
import type { CashPlanRow, CashSource } from '../../../db/domain/cashPlan.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { moneyAddress } from '../money/useMoneyView.ts'
import { CashCells } from './CashCells.tsx'
import { type CashFigure, subjectFilter } from './cashFigure.ts'
import { paymentsInMonth } from './paymentsInMonth.ts'

export interface CashTableProps {
  readonly plan: RequestOutput<'cashPlan'>
  readonly rows: readonly CashPlanRow[]
  readonly projectId: string | null
  /** Under each contract and task a row for each of its sources, whose months can be set. */
  readonly showsSources: boolean
  readonly onOpen: (figure: CashFigure) => void
}

/** Month by month: all of it, by source, then each contract and each task without one with its own sources. */
export function CashTable({ plan, rows, projectId, showsSources, onOpen }: CashTableProps) {
  const { t } = useTranslation('cash')
  const hasEarlier = plan.earlierFen !== 0
  const shared = { plan, projectId, onOpen, hasEarlier }
  return (
    <div className="money-scroll">
      <table className="sheet book-table cash-table" aria-label={t('cash')}>
        <thead>
          <tr>
            <th scope="col">{t('contract')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('open')} />
            </th>
            {hasEarlier && (
              <th scope="col" className="is-figure">
                {t('earlier')}
              </th>
            )}
            {monthsOfYear(plan.year).map((month, index) => (
              <th key={month} scope="col" className="is-figure">
                {t('month', { month: index + 1 })}
              </th>
            ))}
            <th scope="col" className="is-figure">
              {t('later')}
            </th>
            <th scope="col" className="is-figure" title={t('undatedWhy')}>
              {t('undated')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="book-total">
            <th scope="row">{t('cashSum')}</th>
            <CashCells {...shared} label={t('cashSum')} filter={{}} spread={plan} openFen={plan.openFen} />
          </tr>
          {plan.sources.map((source) => (
            <SourceLine key={source.fundId ?? ''} source={source} {...shared} />
          ))}
          <PaidLine {...shared} />
        </tbody>
        <tbody>
          {rows.map((row) => (
            <RowLines key={row.contractId ?? row.taskId} row={row} showsSources={showsSources} {...shared} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Shared = Pick<CashTableProps, 'plan' | 'projectId' | 'onOpen'> & { readonly hasEarlier: boolean }

function SourceLine({ source, ...shared }: Shared & { readonly source: CashSource }) {
  const { t } = useTranslation('cash')
  const name = source.fundName ?? t('unsettled')
  return (
    <tr>
      <th scope="row" className="cash-source">
        {name}
      </th>
      <CashCells
        {...shared}
        label={name}
        filter={{ fundId: source.fundId }}
        spread={source}
        openFen={
          source.earlierFen +
          source.planFen.reduce((sum, fen) => sum + fen, 0) +
          source.laterFen +
          source.undatedFen
        }
      />
    </tr>
  )
}

/** What was paid in each month, also without a contract: it opens the ledger. */
function PaidLine({ plan, projectId, hasEarlier }: Shared) {
  const { t } = useTranslation('cash')
  return (
    <tr className="book-group">
      <th scope="row">{t('cashPaid')}</th>
      <td />
      {hasEarlier && <td />}
      {monthsOfYear(plan.year).map((month, index) => (
        <td key={month} className="is-figure">
          <Amount
            fen={plan.paidFen[index] ?? 0}
            origin={{ to: paymentsInMonth(month, { projectId }) }}
            originName={t('openPayments')}
          />
        </td>
      ))}
      <td />
      <td />
    </tr>
  )
}

function RowLines({
  row,
  showsSources,
  ...shared
}: Shared & { readonly row: CashPlanRow; readonly showsSources: boolean }) {
  const { t } = useTranslation('cash')
  const { contractId, projectId, number, name } = row
  const label = number === null ? name : `${number} ${name}`
  return (
    <>
      <tr className="book-group">
        <th scope="row">
          {contractId === null ? (
            <Link to={`/schedule?projectId=${encodeURIComponent(projectId)}`}>{name}</Link>
          ) : (
            <Link to={moneyAddress({ tab: 'contracts', projectId, contractId })}>{label}</Link>
          )}{' '}
          {contractId === null && <StatusTag tone="grey">{t('withoutContract')}</StatusTag>}
          {row.marks.map((mark) => (
            <StatusTag key={mark} tone="grey">
              {t(`mark.${mark}`)}
            </StatusTag>
          ))}
        </th>
        <CashCells {...shared} label={label} filter={subjectFilter(row)} spread={row} openFen={row.openFen} />
      </tr>
      {showsSources &&
        row.sources.map(({ fundId, fundName, months, ...outside }) => (
          <tr key={fundId ?? ''}>
            <td className="cash-source grey">{fundName ?? t('unsettled')}</td>
            <CashCells
              {...shared}
              label={`${label} ${fundName ?? t('unsettled')}`}
              filter={{ ...subjectFilter(row), fundId }}
              spread={{ planFen: months.map(({ planFen }) => planFen), ...outside }}
              months={months}
              cellOf={{
                contractId,
                taskId: row.taskId,
                fundId,
                number: number ?? name,
                source: fundName ?? t('unsettled'),
              }}
            />
          </tr>
        ))}
    </>
  )
}
