import './table.css'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Pagination } from 'antd'
import { type ReactNode, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListPayments, PaymentRow, PaymentSort } from '../../../db/domain/payment.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { PaymentTable } from './PaymentTable.tsx'
import { isFiltered, pageSizes } from './paymentView.ts'
import type { LedgerColumn } from './useLedgerColumns.ts'

interface Props {
  readonly listed: UseQueryResult<RequestOutput<'listPayments'>>
  readonly view: ListPayments
  readonly columns: readonly LedgerColumn[]
  readonly markedId: string | null
  readonly show: (part: Partial<ListPayments>) => void
  readonly onClear: () => void
  readonly onOpen: (entry: PaymentRow) => void
  readonly onOpenLinked: (entry: PaymentRow) => void
  readonly onReverse: (entry: PaymentRow) => void
  /** What to do where there is no payment at all. */
  readonly firstStep: ReactNode
}

/** One page of the filtered set, and the way to the others. */
export function PaymentList(props: Props) {
  const { listed, view, columns, markedId, show, onClear, onOpen, onOpenLinked, onReverse, firstStep } = props
  const { t } = useTranslation('payment')
  const total = listed.data?.total ?? 0
  const lastPage = Math.max(1, Math.ceil(total / view.pageSize))
  const isBeyond = listed.isSuccess && !listed.isPlaceholderData && view.page > lastPage
  const sortBy = useCallback(
    (sort: PaymentSort) => {
      show({ sort, page: 1 })
    },
    [show],
  )
  useEffect(() => {
    if (isBeyond) show({ page: lastPage })
  }, [isBeyond, lastPage, show])

  function nothing() {
    return isFiltered(view) ? (
      <LoadState
        kind="empty"
        text={t('noMatch')}
        action={<Button onClick={onClear}>{t('clearAll')}</Button>}
      />
    ) : (
      <LoadState kind="empty" text={`${t('emptyTitle')}${t('emptyWhy')}`} action={firstStep} />
    )
  }

  return (
    <>
      <Loaded answer={listed}>
        {({ items }) =>
          total === 0 ? (
            nothing()
          ) : (
            <div className="payment-table">
              <PaymentTable
                rows={items}
                columns={columns}
                fundId={view.fundId}
                sort={view.sort}
                markedId={markedId}
                onSort={sortBy}
                onOpen={onOpen}
                onOpenLinked={onOpenLinked}
                onReverse={onReverse}
              />
            </div>
          )
        }
      </Loaded>
      <div className="payment-pages">
        <Pagination
          size="small"
          current={view.page}
          pageSize={view.pageSize}
          total={total}
          showSizeChanger
          showQuickJumper={lastPage > 5}
          pageSizeOptions={[...pageSizes]}
          showTotal={(count, [from, to]) => (count === 0 ? '' : t('pageOf', { from, to, total: count }))}
          onChange={(page, pageSize) => {
            show({ page: pageSize === view.pageSize ? page : 1, pageSize })
          }}
        />
      </div>
    </>
  )
}
