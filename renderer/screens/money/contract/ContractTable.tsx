import { useTranslation } from 'react-i18next'
import type { ContractRow } from '../../../../db/domain/contract.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { contractPaymentsAddress } from './contractAddress.ts'

interface ContractTableProps {
  readonly rows: readonly ContractRow[]
  readonly isOfAll: boolean
  readonly onOpen: (contractId: string) => void
}

export function ContractTable({ rows, isOfAll, onOpen }: ContractTableProps) {
  const { t } = useTranslation('money')
  const sum = (name: 'amountFen' | 'approvedChangeFen' | 'pendingChangeFen' | 'committedFen' | 'paidFen') =>
    rows.reduce((total, row) => total + row[name], 0)
  const done = rows.map(({ doneFen }) => doneFen).filter((fen) => fen !== null)
  const totals = [
    sum('amountFen'),
    sum('approvedChangeFen'),
    sum('pendingChangeFen'),
    done.length === 0 ? null : done.reduce((total, fen) => total + fen, 0),
    sum('paidFen'),
    sum('committedFen') - sum('paidFen'),
  ]
  const figure = (
    label: string,
    key: string,
    fenOf: (row: ContractRow) => number | null,
    to?: (row: ContractRow) => string,
  ): RecordColumn<ContractRow> => ({
    title: <AmountHeader label={label} />,
    key,
    isFigure: true,
    render: (_, row) => (
      <Amount
        fen={fenOf(row)}
        unknown="notEntered"
        {...(to === undefined ? {} : { origin: { to: to(row) }, originName: t('origin.paid') })}
      />
    ),
  })
  const columns: readonly RecordColumn<ContractRow>[] = [
    { title: t('number'), dataIndex: 'number', className: 'is-nowrap' },
    {
      title: t('contractName'),
      key: 'name',
      render: (_, row) => (
        <span className="contract-name">
          <span title={row.name}>{row.name}</span>
          {row.state === 'settled' && <StatusTag tone="green">{t('settled')}</StatusTag>}
          {row.paidFen > row.committedFen && <StatusTag tone="red">{t('overContract')}</StatusTag>}
        </span>
      ),
    },
    ...(isOfAll
      ? [{ title: t('project'), dataIndex: 'projectName', className: 'contract-short' } as const]
      : []),
    { title: t('counterparty'), dataIndex: 'counterparty', className: 'contract-short' },
    {
      title: t('kind'),
      key: 'kind',
      render: (_, row) => t(`contractKind.${row.kind}`),
      className: 'is-nowrap',
    },
    { title: t('signedOn'), dataIndex: 'signedOn', className: 'is-nowrap' },
    figure(t('amount'), 'amount', (row) => row.amountFen),
    figure(t('approvedChange'), 'approved', (row) => row.approvedChangeFen),
    figure(t('pendingChange'), 'pending', (row) => row.pendingChangeFen),
    figure(t('done'), 'done', (row) => row.doneFen),
    figure(
      t('paid'),
      'paid',
      (row) => row.paidFen,
      (row) => contractPaymentsAddress(row.id),
    ),
    figure(t('unpaid'), 'unpaid', (row) => row.committedFen - row.paidFen),
    {
      title: t('retentionPct'),
      key: 'retention',
      isFigure: true,
      render: (_, row) =>
        row.retentionPct === null ? (
          <span className="grey">{t('none')}</span>
        ) : (
          <span className="figure">{row.retentionPct}</span>
        ),
    },
  ]
  return (
    <div className="money-scroll contract-table">
      <RecordTable<ContractRow>
        label={t('tab.contracts')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        onOpen={(row) => onOpen(row.id)}
        summary={() => (
          <tr className="book-total">
            <th scope="row" colSpan={isOfAll ? 6 : 5}>
              {t('contractsTotal', { count: rows.length })}
            </th>
            {totals.map((fen, index) => (
              <td key={String(index)} className="is-figure">
                <Amount fen={fen} unknown="notEntered" />
              </td>
            ))}
            <td />
          </tr>
        )}
      />
    </div>
  )
}
