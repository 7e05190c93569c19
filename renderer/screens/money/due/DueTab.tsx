import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../../db/domain/fen.ts'
import { useRequest } from '../../../api.ts'
import { Block } from '../../../parts/Block.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { useAmountUnit, useMay } from '../../../state.tsx'
import type { MoneyTabProps } from '../MoneyPage.tsx'
import { DueTable } from './DueTable.tsx'
import { OverdueYear } from './OverdueYear.tsx'
import { RecordDue } from './RecordDue.tsx'

/** 中小企业账款: what falls due when, what is overdue, and the form that is published every year. */
export function DueTab({ view, show }: MoneyTabProps) {
  const { t } = useTranslation(['holding', 'terms'])
  const unit = useAmountUnit()
  const [isForAll, setIsForAll] = useState(false)
  const [isRecording, setIsRecording] = useState(false)
  const [page, setPage] = useState(1)
  const may = useMay('recordPaymentDue')
  const dues = useRequest(
    'listPaymentDues',
    {
      ...(view.projectId === null ? {} : { projectId: view.projectId }),
      onlySme: !isForAll,
      page,
      pageSize: 50,
    },
    { keepsPrevious: true },
  )
  const amount = (fen: number) => `${formatFen(fen, unit)} ${t(`terms:${unit}`)}`
  return (
    <>
      <Block
        title={t('dues')}
        lead={
          dues.data === undefined || dues.data.total === 0 ? (
            t('duesLead')
          ) : (
            <>
              {t('unpaidTotal', { amount: amount(dues.data.totals.unpaidFen) })} ·{' '}
              <span className={dues.data.totals.overdueCount > 0 ? 'red' : ''}>
                {t('overdueTotal', {
                  count: dues.data.totals.overdueCount,
                  amount: amount(dues.data.totals.overdueFen),
                })}
              </span>
            </>
          )
        }
        actions={
          <>
            <Checkbox
              checked={isForAll}
              onChange={(event) => {
                setIsForAll(event.target.checked)
                setPage(1)
              }}
            >
              {t('allParties')}
            </Checkbox>
            {may && (
              <Button size="small" onClick={() => setIsRecording(true)}>
                {t('recordDue')}
              </Button>
            )}
          </>
        }
      >
        <Loaded answer={dues}>
          {(listed) => (
            <DueTable
              listed={listed}
              onPage={setPage}
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
