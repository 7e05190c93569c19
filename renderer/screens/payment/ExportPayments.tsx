import { useTranslation } from 'react-i18next'
import type { ListPayments } from '../../../db/domain/payment.ts'
import { useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { ExportChoice } from '../export/ExportChoice.tsx'
import { columnLooks } from './ledgerColumn.ts'
import { filterOf } from './paymentView.ts'
import type { LedgerColumn } from './useLedgerColumns.ts'

/** Exports exactly the filtered set in the order shown, with the columns shown, however many rows it has. */
export function ExportPayments({
  view,
  columns,
  isEmpty,
}: {
  readonly view: ListPayments
  readonly columns: readonly LedgerColumn[]
  readonly isEmpty: boolean
}) {
  const { t } = useTranslation('payment')
  const language = useLanguage()
  const { state, run, cancel } = useTask('exportPayments')
  return (
    <ExportChoice
      name={t('title')}
      isEmpty={isEmpty}
      state={state}
      onCancel={cancel}
      onRun={(form) =>
        void run({
          ...filterOf(view),
          ...form,
          sort: view.sort,
          columns: columns.flatMap((column) => columnLooks[column].written),
          language,
        })
      }
    />
  )
}
