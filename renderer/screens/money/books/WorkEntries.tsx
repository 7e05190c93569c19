import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput, RequestOutput } from '../../../../db/requests/requests.ts'
import { allPages, useRequest } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { AttachmentButton } from '../../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../../attachment/useAttachmentCounts.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import { moneyAddress } from '../useMoneyView.ts'

interface WorkEntriesProps {
  readonly scope: RequestInput<'listProgressValues'>
  readonly onOpen: (contractId: string) => void
}

type WorkRow = RequestOutput<'listProgressValues'>['items'][number]
const pageSize = 50

/** 计量 entries, newest month first, with their sum: the figure that was opened. */
export function WorkEntries({ scope, onOpen }: WorkEntriesProps) {
  const { t } = useTranslation('money')
  const [page, setPage] = useState(1)
  const answer = useRequest('listProgressValues', { ...scope, page, pageSize }, { keepsPrevious: true })
  const filesOf = useAttachmentCounts(answer.data?.items)
  const columns: readonly RecordColumn<WorkRow>[] = [
    { title: t('month'), dataIndex: 'month', className: 'is-nowrap' },
    {
      title: t('contract'),
      key: 'contract',
      render: (_, row) => `${row.contractNumber} ${row.contractName}`,
    },
    {
      title: t('line'),
      key: 'line',
      render: (_, row) => row.lineName ?? <span className="grey">{t('unclassified')}</span>,
    },
    {
      title: <AmountHeader label={t('workAmount')} unit="yuan" />,
      key: 'amount',
      isFigure: true,
      render: (_, row) => <Amount fen={row.amountFen} unit="yuan" origin="entered" />,
    },
    {
      title: <AmountHeader label={t('cumulative')} unit="yuan" />,
      key: 'cumulative',
      isFigure: true,
      render: (_, row) => (
        <Amount
          fen={row.cumulativeFen}
          unit="yuan"
          origin={{ to: soFarAddress(row) }}
          originName={t('origin.done')}
        />
      ),
    },
    {
      title: t('note'),
      key: 'note',
      render: (_, row) => [row.note, row.reason].filter((part) => part !== null).join('；'),
    },
    {
      title: t('recordedBy'),
      key: 'actorName',
      className: 'is-nowrap',
      render: (_, row) => (
        <>
          {row.actorName}{' '}
          <AttachmentButton
            subject="progress_value"
            subjectId={row.id}
            title={`${row.contractNumber} ${row.month}`}
            count={filesOf(row.id)}
          />
        </>
      ),
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
              name={t('entriesTitle.done')}
              unit="yuan"
              rows={() => allPages('listProgressValues', scope, 20_000)}
              columns={[
                { title: t('month'), kind: 'month', cell: ({ month }) => month },
                { title: t('contract'), cell: (row) => `${row.contractNumber} ${row.contractName}` },
                { title: t('line'), cell: ({ lineName }) => lineName ?? t('unclassified') },
                moneyColumn(t('workAmount'), (row: WorkRow) => row.amountFen, ''),
                { title: t('cumulative'), kind: 'money', cell: (row) => row.cumulativeFen },
                {
                  title: t('note'),
                  cell: (row) => [row.note, row.reason].filter((part) => part !== null).join('；'),
                },
                { title: t('recordedBy'), cell: ({ actorName }) => actorName },
              ]}
            />
          </p>
          <RecordTable<WorkRow>
            label={t('entriesTitle.done')}
            rows={items}
            rowKey={(row) => row.id}
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

/** The work of its contract up to the month. */
function soFarAddress({ contractId, projectId, month }: WorkRow): string {
  return moneyAddress({ projectId, entries: 'done', entriesOf: contractId, to: month })
}
