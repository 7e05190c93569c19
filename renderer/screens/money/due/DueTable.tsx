import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentDueRow } from '../../../../db/domain/paymentDue.ts'
import { useCommand } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag, type Tone } from '../../../parts/StatusTag.tsx'
import { useAmountUnit, useMay } from '../../../state.tsx'
import { RecordedAmount } from '../../change/RecordedAmount.tsx'
import { RuleLink } from '../../rule/RuleLink.tsx'
import { contractPaymentsAddress } from '../contract/contractAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'

interface Props {
  readonly rows: readonly PaymentDueRow[]
  readonly isOfAll: boolean
  readonly onOpen: (contractId: string) => void
  /** What is left after the filter of the states, in the order shown. */
  readonly onFilter: (rows: readonly PaymentDueRow[]) => void
}

/** What is owed, first as it falls due; sorted and filtered by its columns. */
export function DueTable({ rows, isOfAll, onOpen, onFilter }: Props) {
  const { t } = useTranslation(['holding', 'money'])
  const [withdrawing, setWithdrawing] = useState<PaymentDueRow | null>(null)
  const may = useMay('withdrawPaymentDue')
  const withdraw = useCommand('withdrawPaymentDue')
  const unit = useAmountUnit()
  const figure = (
    key: 'amountFen' | 'paidFen' | 'unpaidFen' | 'interestFen',
    label: string,
  ): RecordColumn<PaymentDueRow> => ({
    title: <AmountHeader label={label} />,
    key,
    isFigure: true,
    ...(key === 'unpaidFen' || key === 'interestFen'
      ? { sorter: (a, b) => a[key] - b[key], sortDirections: ['descend', 'ascend'] }
      : {}),
    render: (_, row) =>
      key === 'unpaidFen' ? (
        <FormulaFigure
          label={label}
          fen={row.unpaidFen}
          parts={[
            { name: t('dueAmount'), sign: '+', fen: row.amountFen, to: contractOf(row) },
            { name: t('duePaid'), sign: '−', fen: row.paidFen, to: contractPaymentsAddress(row.contractId) },
          ]}
        />
      ) : key === 'amountFen' ? (
        <RecordedAmount
          fen={row.amountFen}
          entityId={row.id}
          subject={`${row.contractNumber} ${t(`dueBasis.${row.basis}`)}`}
          unit={unit}
        />
      ) : (
        <>
          <Amount
            fen={row[key]}
            origin={{
              to: key === 'paidFen' ? contractPaymentsAddress(row.contractId) : contractOf(row),
            }}
            originName={key === 'paidFen' ? t('money:origin.paid') : t('money:origin.contract')}
          />
          {key === 'interestFen' && row.interestFen > 0 && (
            <div>
              <RuleLink rule={row.interestRule} isShort />
            </div>
          )}
        </>
      ),
  })
  const columns: readonly RecordColumn<PaymentDueRow>[] = [
    {
      title: t('money:number'),
      dataIndex: 'contractNumber',
      className: 'is-nowrap',
      sorter: byText((row) => row.contractNumber),
    },
    {
      title: t('money:counterparty'),
      key: 'counterparty',
      className: 'due-clip',
      sorter: byText((row) => row.counterparty),
      render: (_, { counterparty }) => <span title={counterparty}>{counterparty}</span>,
    },
    ...(isOfAll
      ? [
          {
            title: t('money:project'),
            key: 'project',
            className: 'due-clip',
            render: (_: unknown, { projectName }: PaymentDueRow) => (
              <span title={projectName}>{projectName}</span>
            ),
          },
        ]
      : []),
    {
      title: t('dueBasisTitle'),
      key: 'happenedOn',
      render: (_, row) => (
        <>
          <div>{t(`dueBasis.${row.basis}`)}</div>
          <div className="is-nowrap">{row.happenedOn}</div>
        </>
      ),
    },
    {
      title: t('term'),
      key: 'term',
      isFigure: true,
      render: (_, row) => (
        <>
          {row.termDays}
          {row.isSme && (
            <div>
              <RuleLink rule={row.rule} isShort />
            </div>
          )}
        </>
      ),
    },
    { title: t('dueOn'), dataIndex: 'dueOn', className: 'is-nowrap', sorter: byText((row) => row.dueOn) },
    figure('amountFen', t('dueAmount')),
    figure('paidFen', t('duePaid')),
    figure('unpaidFen', t('dueUnpaid')),
    {
      title: t('money:state'),
      key: 'state',
      className: 'is-nowrap',
      filters: (['overdue', 'due', 'open', 'paid', 'paidLate'] as const).map((value) => ({
        value,
        text: t(`dueState.${value}`),
      })),
      onFilter: (value, row) => row.state === value,
      sorter: (a, b) => (a.overdueDays ?? 0) - (b.overdueDays ?? 0),
      sortDirections: ['descend', 'ascend'],
      render: (_, row) => (
        <StatusTag tone={tones[row.state]}>
          {row.overdueDays === null
            ? t(`dueState.${row.state}`)
            : t('overdueDays', { days: row.overdueDays })}
        </StatusTag>
      ),
    },
    figure('interestFen', t('interest')),
    {
      title: <span className="visually-hidden">{t('money:actions')}</span>,
      key: 'act',
      render: (_, row) =>
        may && (
          <Button
            type="link"
            size="small"
            aria-label={t('withdrawDueNamed', { number: row.contractNumber, dueOn: row.dueOn })}
            onClick={() => setWithdrawing(row)}
          >
            {t('withdrawDue')}
          </Button>
        ),
    },
  ]
  return (
    <div className="money-scroll">
      <RecordTable<PaymentDueRow>
        label={t('dues')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ contractId }) => onOpen(contractId)}
        onChange={(_page, _filters, _sorter, { currentDataSource }) => onFilter(currentDataSource)}
        emptyText={t('duesNone')}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
      />
      <ReasonModal
        title={t('withdrawDue')}
        isOpen={withdrawing !== null}
        okText={t('withdrawDue')}
        isBusy={withdraw.isPending}
        error={withdraw.error?.error ?? null}
        onClose={() => setWithdrawing(null)}
        onOk={(reason) =>
          withdraw.mutate({ dueId: withdrawing?.id ?? '', reason }, { onSuccess: () => setWithdrawing(null) })
        }
      >
        <p>{t('withdrawWhy')}</p>
      </ReasonModal>
    </div>
  )
}

const tones: Readonly<Record<PaymentDueRow['state'], Tone>> = {
  open: 'grey',
  due: 'amber',
  overdue: 'red',
  paid: 'green',
  paidLate: 'amber',
}

function byText(textOf: (row: PaymentDueRow) => string) {
  return (a: PaymentDueRow, b: PaymentDueRow) => textOf(a).localeCompare(textOf(b), 'zh-CN')
}

function contractOf({ contractId, projectId }: PaymentDueRow): string {
  return moneyAddress({ tab: 'contracts', projectId, contractId })
}
