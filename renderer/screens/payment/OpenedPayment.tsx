import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Payment, PaymentRow } from '../../../db/domain/payment.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { PaymentDrawer } from './PaymentDrawer.tsx'
import { useLinkedPayment } from './useLinkedPayment.ts'

export interface PaymentToOpen {
  readonly entry: Payment
  /** Open what it cancels, or what cancels it, instead. */
  readonly isLinked: boolean
}

interface Props {
  readonly entry: PaymentRow
  readonly isLinked: boolean
  readonly onOpen: (entry: PaymentRow) => void
  readonly onReverse: (entry: PaymentRow) => void
  readonly onClose: () => void
}

export function OpenedPayment({ isLinked, ...drawer }: Props) {
  return isLinked ? <LinkedPayment {...drawer} /> : <PaymentDrawer {...drawer} />
}

/** The other one of a payment and its reversal. */
function LinkedPayment({ entry, ...drawer }: Omit<Props, 'isLinked'>) {
  const { t } = useTranslation('payment')
  const { found, linked } = useLinkedPayment(entry)
  if (linked !== null) return <PaymentDrawer entry={linked} {...drawer} />
  return (
    <Drawer
      open
      size={480}
      title={t('details')}
      onClose={drawer.onClose}
      closable={{ 'aria-label': t('close') }}
    >
      <Loaded answer={found}>{() => <LoadState kind="empty" text={t('linkedMissing')} />}</Loaded>
    </Drawer>
  )
}
