import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionRow } from '../../../../db/domain/retention.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag, type Tone } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { RuleLink } from '../../rule/RuleLink.tsx'
import { contractPaymentsAddress } from '../contract/contractAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'
import { SetRetention } from './SetRetention.tsx'

interface Props {
  readonly rows: readonly RetentionRow[]
  readonly onOpen: (contractId: string) => void
  /** The rows in the order shown. */
  readonly onShown: (rows: readonly RetentionRow[]) => void
}

export function RetentionTable({ rows, onOpen, onShown }: Props) {
  const { t } = useTranslation(['holding', 'money'])
  const [setting, setSetting] = useState<RetentionRow | null>(null)
  const may = useMay('setRetention')
  const figure = (
    key: 'basisFen' | 'dueFen' | 'guaranteeFen' | 'releasedFen' | 'heldFen',
    label: string,
  ): RecordColumn<RetentionRow> => ({
    title: <AmountHeader label={label} />,
    key,
    isFigure: true,
    ...(key === 'guaranteeFen' || key === 'releasedFen'
      ? {}
      : { sorter: (a: RetentionRow, b: RetentionRow) => (a[key] ?? 0) - (b[key] ?? 0) }),
    render: (_, row) =>
      key === 'guaranteeFen' && row[key] === null ? (
        ''
      ) : (
        <RetentionFigure row={row} book={key} label={label} />
      ),
  })
  const columns: readonly RecordColumn<RetentionRow>[] = [
    { title: t('money:number'), dataIndex: 'number', className: 'is-nowrap' },
    {
      title: t('money:contractName'),
      key: 'name',
      className: 'due-clip',
      render: (_, { name }) => <span title={name}>{name}</span>,
    },
    {
      title: t('money:counterparty'),
      key: 'counterparty',
      className: 'due-clip',
      render: (_, { counterparty }) => <span title={counterparty}>{counterparty}</span>,
    },
    {
      title: t('rateOfBasis'),
      key: 'pct',
      className: 'is-nowrap',
      render: (_, row) => (
        <span className={row.isOverRule ? 'red' : ''}>
          {row.retentionPct === null ? '—' : `${String(row.retentionPct)}%`}{' '}
          <span className="grey">{t(`ofBasis.${row.basis}`)}</span>
          {row.isOverRule && (
            <>
              {' '}
              <RuleLink rule={row.rule} />
            </>
          )}
        </span>
      ),
    },
    figure('basisFen', t('basis')),
    figure('dueFen', t('retentionDue')),
    figure('guaranteeFen', t('guarantee')),
    figure('releasedFen', t('released')),
    figure('heldFen', t('held')),
    {
      title: t('releaseDueOn'),
      key: 'releaseDueOn',
      className: 'is-nowrap',
      sorter: (a, b) => (a.releaseDueOn ?? '9').localeCompare(b.releaseDueOn ?? '9'),
      render: (_, row) => row.releaseDueOn ?? <span className="grey">{t('notSet')}</span>,
    },
    {
      title: t('money:state'),
      key: 'state',
      render: (_, row) => (
        <>
          <StatusTag tone={tones[row.state]}>
            {row.overdueDays === null
              ? t(`holdState.${row.state}`)
              : t('overdueDays', { days: row.overdueDays })}
          </StatusTag>{' '}
          {row.guaranteeFen === null && typeof row.retention?.guaranteeFen === 'number' && (
            <StatusTag tone="amber">{t('guaranteeGone')}</StatusTag>
          )}
        </>
      ),
    },
    {
      title: <span className="visually-hidden">{t('money:actions')}</span>,
      key: 'act',
      render: (_, row) =>
        may && (
          <Button
            type="link"
            size="small"
            aria-label={t('setRetentionNamed', { number: row.number })}
            onClick={() => setSetting(row)}
          >
            {t('setShort')}
          </Button>
        ),
    },
  ]
  return (
    <div className="money-scroll retention-table">
      <RecordTable<RetentionRow>
        label={t('retentions')}
        rows={rows}
        rowKey={({ contractId }) => contractId}
        columns={columns}
        onOpen={({ contractId }) => onOpen(contractId)}
        onChange={(_page, _filters, _sorter, { currentDataSource }) => onShown(currentDataSource)}
        emptyText={t('retentionsNone')}
      />
      {setting !== null && <SetRetention row={setting} onClose={() => setSetting(null)} />}
    </div>
  )
}

interface RetentionFigureProps {
  readonly row: RetentionRow
  readonly book: 'basisFen' | 'dueFen' | 'guaranteeFen' | 'releasedFen' | 'heldFen'
  readonly label: string
}

/** Each figure opens what it is taken of: the contract's terms, its work, its payments, or the reckoning. */
function RetentionFigure({ row, book, label }: RetentionFigureProps) {
  const { t } = useTranslation(['holding', 'money'])
  const { contractId, projectId } = row
  const contract = moneyAddress({ tab: 'contracts', projectId, contractId })
  const released = `${contractPaymentsAddress(contractId)}&kind=retentionRelease`
  if (book !== 'heldFen') {
    const to = book === 'releasedFen' ? released : contract
    const name = book === 'releasedFen' ? t('money:origin.paid') : t('money:origin.contract')
    return <Amount fen={row[book]} unknown="notEntered" origin={{ to }} originName={name} />
  }
  return (
    <FormulaFigure
      label={label}
      fen={row.heldFen}
      parts={[
        { name: t('retentionDue'), sign: '+', fen: row.dueFen ?? 0, to: contract },
        { name: t('guarantee'), sign: '−', fen: row.guaranteeFen ?? 0 },
        { name: t('released'), sign: '−', fen: row.releasedFen, to: released },
      ]}
    />
  )
}

const tones: Readonly<Record<RetentionRow['state'], Tone>> = {
  none: 'grey',
  held: 'accent',
  due: 'amber',
  overdue: 'red',
  released: 'green',
  guaranteed: 'green',
}
