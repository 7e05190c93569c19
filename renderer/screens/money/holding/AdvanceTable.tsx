import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AdvanceRow } from '../../../../db/domain/advance.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { ProductTable } from '../../../parts/ProductTable.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { contractPaymentsAddress } from '../contract/contractAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'
import { RecordRecovery } from './RecordRecovery.tsx'

interface Props {
  readonly rows: readonly AdvanceRow[]
  readonly onOpen: (contractId: string) => void
  /** The rows in the order shown. */
  readonly onShown: (rows: readonly AdvanceRow[]) => void
}

export function AdvanceTable({ rows, onOpen, onShown }: Props) {
  const { t } = useTranslation(['holding', 'money'])
  const [recovering, setRecovering] = useState<AdvanceRow | null>(null)
  const may = useMay('recordAdvanceRecovery')
  const columns: readonly RecordColumn<AdvanceRow>[] = [
    { title: t('money:number'), dataIndex: 'number', className: 'is-nowrap', sorter: byText('number') },
    {
      title: t('money:contractName'),
      key: 'name',
      className: 'due-clip',
      render: (_, { name }) => <span title={name}>{name}</span>,
    },
    {
      title: t('money:project'),
      key: 'projectName',
      className: 'due-clip',
      sorter: byText('projectName'),
      render: (_, { projectName }) => <span title={projectName}>{projectName}</span>,
    },
    {
      title: t('money:counterparty'),
      key: 'counterparty',
      className: 'due-clip',
      render: (_, { counterparty }) => <span title={counterparty}>{counterparty}</span>,
    },
    { title: t('agreedPct'), key: 'pct', isFigure: true, render: (_, row) => row.advancePct ?? '—' },
    {
      title: <AmountHeader label={t('advancePaid')} />,
      key: 'paid',
      isFigure: true,
      sorter: (a, b) => a.paidFen - b.paidFen,
      render: (_, row) => (
        <Amount fen={row.paidFen} origin={{ to: advanceOf(row) }} originName={t('money:origin.paid')} />
      ),
    },
    {
      title: <AmountHeader label={t('advanceDue')} />,
      key: 'due',
      isFigure: true,
      render: (_, row) => (
        <FormulaFigure
          label={t('advanceDue')}
          fen={row.dueFen}
          parts={(fen) => (
            <ProductTable
              label={t('advanceDue')}
              sides={[
                {
                  sign: '',
                  name: t('advanceStanding'),
                  fen: row.paidFen - row.refundedFen,
                  to: advanceOf(row),
                },
                { sign: '×', name: t('money:done'), fen: row.worthFen ?? 0, to: doneOf(row) },
                { sign: '÷', name: t('money:committed'), fen: row.priceFen, to: committedOf(row) },
              ]}
              result={<Amount fen={fen} unit="yuan" origin="listed" />}
            />
          )}
        />
      ),
    },
    {
      title: <AmountHeader label={t('advanceRecovered')} />,
      key: 'recovered',
      isFigure: true,
      render: (_, row) => (
        <Amount
          fen={row.recoveredFen}
          unknown="notEntered"
          origin={{ to: recoveriesOf(row) }}
          originName={t('recoveries')}
        />
      ),
    },
    {
      title: <AmountHeader label={t('advanceLeftToRecover')} />,
      key: 'left',
      isFigure: true,
      sorter: (a, b) => a.leftFen - b.leftFen,
      render: (_, row) => (
        <>
          {row.recoveredFen === null && row.leftFen > 0 && (
            <StatusTag tone="grey">{t('derivedLeft')}</StatusTag>
          )}{' '}
          <FormulaFigure
            label={t('advanceLeftToRecover')}
            fen={row.leftFen}
            parts={[
              {
                name: t('advancePaid'),
                sign: '+',
                fen: row.paidFen,
                to: advanceOf(row),
              },
              ...(row.refundedFen === 0
                ? []
                : [
                    {
                      name: t('advanceRefunded'),
                      sign: '−' as const,
                      fen: row.refundedFen,
                      to: `${contractPaymentsAddress(row.contractId)}&kind=refund&refundOf=advance`,
                    },
                  ]),
              {
                name: t(row.recoveredFen === null ? 'advanceDue' : 'advanceRecovered'),
                sign: '−',
                fen: row.recoveredFen ?? row.dueFen ?? 0,
                to: row.recoveredFen === null ? doneOf(row) : recoveriesOf(row),
              },
            ]}
          />
        </>
      ),
    },
    {
      title: t('lastRecovered'),
      key: 'last',
      className: 'is-nowrap',
      render: (_, row) => row.lastRecoveredOn ?? '',
    },
    {
      title: <span className="visually-hidden">{t('money:actions')}</span>,
      key: 'act',
      render: (_, row) =>
        may &&
        row.paidFen > 0 && (
          <Button
            type="link"
            size="small"
            aria-label={t('recordRecoveryNamed', { number: row.number })}
            onClick={() => setRecovering(row)}
          >
            {t('recordRecovery')}
          </Button>
        ),
    },
  ]
  return (
    <div className="money-scroll">
      <RecordTable<AdvanceRow>
        label={t('advances')}
        rows={rows}
        rowKey={({ contractId }) => contractId}
        columns={columns}
        onOpen={({ contractId }) => onOpen(contractId)}
        onChange={(_page, _filters, _sorter, { currentDataSource }) => onShown(currentDataSource)}
        emptyText={t('advancesNone')}
      />
      {recovering !== null && <RecordRecovery advance={recovering} onClose={() => setRecovering(null)} />}
    </div>
  )
}

function advanceOf({ contractId }: AdvanceRow): string {
  return `${contractPaymentsAddress(contractId)}&kind=advance`
}

function committedOf({ contractId, projectId }: AdvanceRow): string {
  return moneyAddress({ tab: 'holdings', projectId, entries: 'contract', entriesOf: contractId })
}

/** The work of the contract: the share that is due follows from it. */
function doneOf({ contractId, projectId }: AdvanceRow): string {
  return moneyAddress({ tab: 'holdings', projectId, entries: 'done', entriesOf: contractId })
}

function recoveriesOf({ contractId, projectId }: AdvanceRow): string {
  return moneyAddress({ tab: 'holdings', projectId, entries: 'recovered', entriesOf: contractId })
}

function byText(name: 'number' | 'projectName') {
  return (a: AdvanceRow, b: AdvanceRow) => a[name].localeCompare(b[name], 'zh-CN')
}
