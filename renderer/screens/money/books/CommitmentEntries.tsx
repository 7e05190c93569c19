import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Commitment } from '../../../../db/domain/commitment.ts'
import type { RequestInput } from '../../../../db/requests/requests.ts'
import { allPages, useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'

interface CommitmentEntriesProps {
  readonly scope: RequestInput<'listCommitments'>
  readonly onOpen: (contractId: string) => void
}

const pageSize = 50

/** Lines as signed, approved changes and settlements, newest first, with their sum: the figure that was opened. */
export function CommitmentEntries({ scope, onOpen }: CommitmentEntriesProps) {
  const { t } = useTranslation('money')
  const [page, setPage] = useState(1)
  const answer = useRequest('listCommitments', { ...scope, page, pageSize }, { keepsPrevious: true })
  const columns: readonly RecordColumn<Commitment>[] = [
    {
      title: t('entryDay'),
      key: 'since',
      className: 'is-nowrap',
      render: (_, row) => row.since ?? t('pendingState'),
    },
    { title: t('entryKindTitle'), key: 'kind', render: (_, row) => t(`commitmentKind.${row.kind}`) },
    {
      title: t('contract'),
      key: 'contract',
      render: (_, row) => (
        <>
          {row.contractNumber} {row.contractName}
          {row.changeNumber !== null && (
            <div className="grey">
              {row.changeNumber} {row.changeTitle}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('line'),
      key: 'line',
      render: (_, row) => row.lineName ?? <span className="grey">{t('unclassified')}</span>,
    },
    {
      title: <AmountHeader label={t('changeAmount')} unit="yuan" />,
      key: 'amount',
      isFigure: true,
      render: (_, row) => <Amount fen={row.amountFen} unit="yuan" origin="entered" />,
    },
  ]
  return (
    <Loaded answer={answer}>
      {({ items, total, amountFen }) => (
        <>
          <p className="money-lead">
            {t('entriesSum', { count: total })}{' '}
            <Amount fen={amountFen} unit="yuan" withUnit origin="listed" />{' '}
            <ExportTable
              name={t('entriesTitle.contract')}
              unit="yuan"
              rows={() => allPages('listCommitments', scope, 20_000)}
              columns={[
                { title: t('entryDay'), kind: 'day', cell: ({ since }) => since ?? t('pendingState') },
                { title: t('entryKindTitle'), cell: ({ kind }) => t(`commitmentKind.${kind}`) },
                {
                  title: t('contract'),
                  cell: (row) =>
                    [row.contractNumber, row.contractName, row.changeNumber, row.changeTitle]
                      .filter((part) => part !== null)
                      .join(' '),
                },
                { title: t('line'), cell: ({ lineName }) => lineName ?? t('unclassified') },
                moneyColumn(t('changeAmount'), (row: Commitment) => row.amountFen, ''),
              ]}
            />
          </p>
          <RecordTable<Commitment>
            label={t('entriesTitle.contract')}
            rows={items}
            rowKey={(row) => `${row.kind} ${row.id}`}
            columns={columns}
            onOpen={(row) => onOpen(row.contractId)}
            emptyText={t('entriesEmpty')}
            pagination={total > pageSize ? { current: page, pageSize, total, onChange: setPage } : false}
          />
        </>
      )}
    </Loaded>
  )
}
