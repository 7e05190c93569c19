import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { markOf, toldBy } from '../../../db/domain/entryMark.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PaymentDrawer } from './PaymentDrawer.tsx'

export interface PaymentToOpen {
  readonly entry: PaymentRow
  /** Open the one that its mark speaks of instead. */
  readonly isLinked: boolean
}

interface Props extends PaymentToOpen {
  readonly onOpen: (entry: PaymentRow) => void
  readonly onReverse: (entry: PaymentRow) => void
  readonly onClose: () => void
}

export function OpenedPayment({ isLinked, ...drawer }: Props) {
  return isLinked ? <LinkedPayment {...drawer} /> : <PaymentDrawer {...drawer} />
}

/** The entry that the mark of this one speaks of; of several differences the newest. */
function LinkedPayment({ entry, ...drawer }: Omit<Props, 'isLinked'>) {
  const { t } = useTranslation('payment')
  const related = useRequest('relatedPayments', { paymentId: entry.id })
  const mark = markOf(entry)
  const linked = related.data?.items.findLast(
    ({ relation }) => mark !== null && relation === toldBy[mark],
  )?.payment
  if (linked !== undefined) return <PaymentDrawer entry={linked} {...drawer} />
  return (
    <Drawer
      open
      size={480}
      title={t('details')}
      onClose={drawer.onClose}
      closable={{ 'aria-label': t('close') }}
    >
      <Loaded answer={related}>{() => null}</Loaded>
    </Drawer>
  )
}
