import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentDueRow } from '../../../../db/domain/paymentDue.ts'
import { useAllPages, useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { FormulaFigure } from '../../../parts/FormulaFigure.tsx'
import type { FormulaPart } from '../../../parts/FormulaTable.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useMay } from '../../../state.tsx'
import { useShownRows } from '../../../useShownRows.ts'
import { ExportTable } from '../../export/ExportTable.tsx'
import { moneyColumn } from '../../export/exportColumn.ts'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { moneyAddress } from '../useMoneyView.ts'
import { DueTable } from './DueTable.tsx'
import { OverdueYear } from './OverdueYear.tsx'
import { RecordDue } from './RecordDue.tsx'

/** 中小企业账款: what falls due when, what is overdue, and the form that is published every year. */
export function DueTab({ view, show, projects }: MoneyTabProps) {
  const { t } = useTranslation(['holding', 'money', 'terms'])
  const [isForAll, setIsForAll] = useState(false)
  const [isRecording, setIsRecording] = useState(false)
  const may = useMay('recordPaymentDue')
  const filter = {
    ...(view.projectId === null ? {} : { projectId: view.projectId }),
    onlySme: !isForAll,
  }
  const dues = useRequest('listPaymentDues', { ...filter, pageSize: 1 }, { keepsPrevious: true })
  const all = useAllPages('listPaymentDues', filter, { keepsPrevious: true })
  const { tableKey, shown, onShown } = useShownRows(all.data, ({ id }) => id)
  return (
    <>
      <Block
        title={t('dues')}
        lead={
          dues.data === undefined || dues.data.total === 0 ? (
            t('duesLead')
          ) : (
            <>
              {t('unpaidTotal')}{' '}
              <FormulaFigure
                label={t('dueUnpaid')}
                fen={dues.data.totals.unpaidFen}
                withUnit
                parts={partsOf(all.data ?? [])}
              />{' '}
              ·{' '}
              <span className={dues.data.totals.overdueCount > 0 ? 'red' : ''}>
                {t('overdueTotal', { count: dues.data.totals.overdueCount })}{' '}
                <FormulaFigure
                  label={t('overdueSum')}
                  fen={dues.data.totals.overdueFen}
                  withUnit
                  parts={partsOf((all.data ?? []).filter(({ state }) => state === 'overdue'))}
                />
              </span>
            </>
          )
        }
        actions={
          <>
            <Checkbox checked={isForAll} onChange={(event) => setIsForAll(event.target.checked)}>
              {t('allParties')}
            </Checkbox>
            <ExportTable<PaymentDueRow>
              name={t('dues')}
              columns={[
                { title: t('money:number'), cell: ({ contractNumber }) => contractNumber },
                { title: t('money:counterparty'), cell: ({ counterparty }) => counterparty },
                { title: t('money:project'), cell: ({ projectName }) => projectName },
                { title: t('dueBasisTitle'), cell: ({ basis }) => t(`dueBasis.${basis}`) },
                { title: t('happenedOn'), kind: 'day', cell: ({ happenedOn }) => happenedOn },
                { title: t('term'), kind: 'count', cell: ({ termDays }) => termDays },
                { title: t('dueOn'), kind: 'day', cell: ({ dueOn }) => dueOn },
                moneyColumn(t('dueAmount'), ({ amountFen }) => amountFen, ''),
                moneyColumn(t('duePaid'), ({ paidFen }) => paidFen, ''),
                moneyColumn(t('dueUnpaid'), ({ unpaidFen }) => unpaidFen, ''),
                {
                  title: t('money:state'),
                  cell: ({ state, overdueDays }) =>
                    overdueDays === null ? t(`dueState.${state}`) : t('overdueDays', { days: overdueDays }),
                },
                moneyColumn(t('interest'), ({ interestFen }) => interestFen, ''),
                {
                  title: t('money:limitRule'),
                  cell: ({ isSme, rule }) => (isSme ? `${rule.basis} ${rule.clause ?? ''}`.trim() : ''),
                },
              ]}
              rows={shown}
              conditions={[
                projects.find(({ id }) => id === view.projectId)?.name,
                isForAll && t('allParties'),
              ]}
            />
            {may && (
              <Button size="small" onClick={() => setIsRecording(true)}>
                {t('recordDue')}
              </Button>
            )}
          </>
        }
      >
        <Loaded answer={all}>
          {(rows) => (
            <DueTable
              key={tableKey}
              rows={rows}
              isOfAll={view.projectId === null}
              onFilter={onShown}
              onOpen={(contractId) => show({ tab: 'contracts', contractId })}
            />
          )}
        </Loaded>
      </Block>
      <OverdueYear />
      {isRecording && <RecordDue projectId={view.projectId} onClose={() => setIsRecording(false)} />}
    </>
  )
}

/** What is left of each: it opens its contract. */
function partsOf(dues: readonly PaymentDueRow[]): readonly FormulaPart[] {
  return dues
    .filter(({ unpaidFen }) => unpaidFen !== 0)
    .map(({ contractId, contractNumber, happenedOn, unpaidFen }) => ({
      name: `${contractNumber} ${happenedOn}`,
      sign: '+',
      fen: unpaidFen,
      to: moneyAddress({ tab: 'contracts', contractId }),
    }))
}
