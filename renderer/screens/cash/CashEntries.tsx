import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CashEntry } from '../../../db/domain/cashPlan.ts'
import type { RequestInput } from '../../../db/requests/requests.ts'
import { allPages, useRequest } from '../../api.ts'
import { Amount } from '../../parts/Amount.tsx'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { type RecordColumn, RecordTable } from '../../parts/RecordTable.tsx'
import { useMay } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { moneyColumn } from '../export/exportColumn.ts'
import { moneyAddress } from '../money/useMoneyView.ts'
import type { CashCell } from './AdjustCash.tsx'
import type { CashFigure } from './cashFigure.ts'

interface CashEntriesProps {
  readonly figure: CashFigure
  /** Of the plan that the figure stands in. */
  readonly scope: Pick<RequestInput<'listCashEntries'>, 'year' | 'asOf' | 'projectId'>
  /** Left out: nothing is set from here. */
  readonly onAdjust?: (cell: CashCell) => void
  readonly onClose: () => void
}

const pageSize = 50

/** The contract terms and tasks that add up to a figure of the plan; each opens its contract or its schedule. */
export function CashEntries({ figure, scope, onAdjust, onClose }: CashEntriesProps) {
  const { t } = useTranslation(['cash', 'terms'])
  const mayAdjust = useMay('adjustCashPlan')
  const [page, setPage] = useState(1)
  const { title, filter, spent, cell } = figure
  const answer = useRequest(
    'listCashEntries',
    { ...scope, ...filter, page, pageSize },
    { keepsPrevious: true },
  )
  const columns: readonly RecordColumn<CashEntry>[] = [
    { title: t('of'), key: 'of', render: (_, entry) => <Subject entry={entry} /> },
    { title: t('term'), key: 'part', className: 'is-nowrap', render: (_, { part }) => t(`part.${part}`) },
    {
      title: t('task'),
      key: 'task',
      render: (_, { workName, projectId }) =>
        workName === null ? (
          <span className="grey">—</span>
        ) : (
          <Link to={`/schedule?projectId=${encodeURIComponent(projectId)}`}>{workName}</Link>
        ),
    },
    { title: t('when'), key: 'when', className: 'is-nowrap', render: (_, entry) => <When entry={entry} /> },
    { title: t('source'), key: 'source', render: (_, { fundName }) => fundName ?? t('unsettled') },
    {
      title: <AmountHeader label={t('amount')} unit="yuan" />,
      key: 'amount',
      isFigure: true,
      render: (_, entry) => (
        <Amount
          fen={entry.amountFen}
          unit="yuan"
          origin={{ to: originOf(entry) }}
          originName={t(entry.contractId === null ? 'openTask' : 'openContract')}
        />
      ),
    },
  ]
  return (
    <Drawer
      title={title}
      size={920}
      open
      onClose={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      extra={
        <div className="list-tools">
          <ExportTable
            name={title}
            unit="yuan"
            isSmall={false}
            rows={() => allPages('listCashEntries', { ...scope, ...filter }, 20_000)}
            columns={[
              { title: t('project'), cell: ({ projectName }) => projectName },
              { title: t('number'), cell: ({ number }) => number ?? t('withoutContract') },
              { title: t('contractOrTask'), cell: ({ name }) => name },
              { title: t('term'), cell: ({ part }) => t(`part.${part}`) },
              { title: t('task'), cell: ({ workName }) => workName },
              { title: t('when'), kind: 'month', cell: ({ month }) => month ?? t('undated') },
              { title: t('why'), cell: ({ mark }) => (mark === null ? null : t(`mark.${mark}`)) },
              { title: t('source'), cell: ({ fundName }) => fundName ?? t('unsettled') },
              moneyColumn<CashEntry>(t('amount'), ({ amountFen }) => amountFen, ''),
            ]}
          />
          {cell !== undefined && mayAdjust && onAdjust !== undefined && (
            <Button onClick={() => onAdjust(cell)}>{t('setThisMonth')}</Button>
          )}
        </div>
      }
    >
      <Loaded answer={answer}>
        {({ items, total, amountFen }) => (
          <>
            <p className="money-lead">
              {t('entriesSum', { count: total })}{' '}
              <Amount fen={amountFen} unit="yuan" withUnit origin="listed" />
              {spent !== undefined && spent.fen !== 0 && (
                <>
                  {' · '}
                  {t('spentBeside')}{' '}
                  <Amount
                    fen={spent.fen}
                    unit="yuan"
                    withUnit
                    origin={{ to: spent.to }}
                    originName={t('openPayments')}
                  />
                </>
              )}
            </p>
            <RecordTable<CashEntry>
              label={title}
              rows={items}
              rowKey={({ contractId, taskId, part, workId, fundId, month }) =>
                [contractId, taskId, part, workId, fundId, month].join(' ')
              }
              columns={columns}
              emptyText={t('entriesNone')}
              pagination={total > pageSize ? { current: page, pageSize, total, onChange: setPage } : false}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

/** What an amount was reckoned from: the contract with its terms, else the task. */
function originOf({ contractId, projectId }: CashEntry): string {
  return contractId === null
    ? `/schedule?projectId=${encodeURIComponent(projectId)}`
    : moneyAddress({ tab: 'contracts', projectId, contractId })
}

function Subject({ entry }: { readonly entry: CashEntry }) {
  const { t } = useTranslation('cash')
  const { contractId, projectId, number, name } = entry
  if (contractId === null) return <span className="grey">{t('withoutContract')}</span>
  return (
    <Link to={moneyAddress({ tab: 'contracts', projectId, contractId })}>
      {number} {name}
    </Link>
  )
}

/** The month with the days that it was reckoned from; else why there is none. */
function When({ entry }: { readonly entry: CashEntry }) {
  const { t } = useTranslation('cash')
  const { month, start, finish, mark } = entry
  const why = mark === null ? null : <span className="grey"> {t(`mark.${mark}`)}</span>
  if (month === null) return <>{why ?? <span className="grey">{t('undated')}</span>}</>
  const days = start === null || finish === null ? null : start === finish ? start : `${start} — ${finish}`
  return (
    <span title={days ?? undefined}>
      {month}
      {days !== null && <span className="grey"> {days}</span>}
      {why}
    </span>
  )
}
