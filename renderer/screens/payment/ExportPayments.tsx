import { useTranslation } from 'react-i18next'
import type { ListPayments, PaymentColumnId } from '../../../db/domain/payment.ts'
import { useLanguage } from '../../state.tsx'
import { useTask } from '../../task.ts'
import { ExportChoice } from '../export/ExportChoice.tsx'
import { filterOf } from './paymentView.ts'

/** Exports exactly the filtered set in the order shown, however many rows it has. */
export function ExportPayments({
  view,
  isEmpty,
}: {
  readonly view: ListPayments
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
        void run({ ...filterOf(view), ...form, sort: view.sort, columns: [...shownColumns], language })
      }
    />
  )
}

/** The columns of PaymentTable; what one of them shows together stands apart in a file: 用途 and 状态, who and when. */
const shownColumns: readonly PaymentColumnId[] = [
  'paidOn',
  'projectName',
  'payee',
  'purpose',
  'status',
  'amountFen',
  'voucherNo',
  'memo',
  'reason',
  'actorName',
  'recordedAt',
]
