import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentDueRow } from '../../../../db/domain/paymentDue.ts'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { useCommand } from '../../../api.ts'
import { Amount } from '../../../parts/Amount.tsx'
import { AmountHeader } from '../../../parts/AmountHeader.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import { ReasonModal } from '../../../parts/ReasonModal.tsx'
import { type RecordColumn, RecordTable } from '../../../parts/RecordTable.tsx'
import { StatusTag, type Tone } from '../../../parts/StatusTag.tsx'
import { useMay } from '../../../state.tsx'
import { RuleLink } from '../../rule/RuleLink.tsx'
import { contractPaymentsAddress } from '../contract/contractAddress.ts'
import { moneyAddress } from '../useMoneyView.ts'

interface Props {
  readonly listed: RequestOutput<'listPaymentDues'>
  readonly onPage: (page: number) => void
  readonly onOpen: (contractId: string) => void
}

export function DueTable({ listed, onPage, onOpen }: Props) {
  const { t } = useTranslation(['holding', 'money'])
  const [withdrawing, setWithdrawing] = useState<PaymentDueRow | null>(null)
  const may = useMay('withdrawPaymentDue')
  const withdraw = useCommand('withdrawPaymentDue')
  const figure = (
    key: 'amountFen' | 'paidFen' | 'unpaidFen' | 'interestFen',
    label: string,
  ): RecordColumn<PaymentDueRow> => ({
    title: <AmountHeader label={label} />,
    key,
    isFigure: true,
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
      ) : (
        <Amount
          fen={row[key]}
          origin={{
            to: key === 'paidFen' ? contractPaymentsAddress(row.contractId) : contractOf(row),
          }}
          originName={key === 'paidFen' ? t('money:origin.paid') : t('money:origin.contract')}
        />
      ),
  })
  const columns: readonly RecordColumn<PaymentDueRow>[] = [
    { title: t('money:number'), dataIndex: 'contractNumber', className: 'is-nowrap' },
    { title: t('money:counterparty'), dataIndex: 'counterparty', className: 'due-clip' },
    { title: t('money:project'), dataIndex: 'projectName', className: 'due-clip' },
    {
      title: t('dueBasisTitle'),
      key: 'basis',
      className: 'is-nowrap',
      render: (_, row) => t(`dueBasis.${row.basis}`),
    },
    { title: t('happenedOn'), dataIndex: 'happenedOn', className: 'is-nowrap' },
    {
      title: t('term'),
      key: 'term',
      isFigure: true,
      render: (_, row) => <span title={row.rule.text}>{row.termDays}</span>,
    },
    { title: t('dueOn'), dataIndex: 'dueOn', className: 'is-nowrap' },
    figure('amountFen', t('dueAmount')),
    figure('paidFen', t('duePaid')),
    figure('unpaidFen', t('dueUnpaid')),
    {
      title: t('money:state'),
      key: 'state',
      className: 'is-nowrap',
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
      title: t('money:limitRule'),
      key: 'rule',
      className: 'due-clip',
      render: (_, row) => row.isSme && <RuleLink rule={row.rule} />,
    },
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
        rows={listed.items}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ contractId }) => onOpen(contractId)}
        emptyText={t('duesNone')}
        pagination={
          listed.total > listed.pageSize
            ? {
                current: listed.page,
                pageSize: listed.pageSize,
                total: listed.total,
                showSizeChanger: false,
                onChange: onPage,
              }
            : false
        }
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

function contractOf({ contractId, projectId }: PaymentDueRow): string {
  return moneyAddress({ tab: 'contracts', projectId, contractId })
}
