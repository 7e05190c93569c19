import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { isReversible, markOf } from '../../../db/domain/entryMark.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { useMay } from '../../state.tsx'
import { AttachmentBlock } from '../attachment/AttachmentBlock.tsx'
import { ChangeHistory } from '../change/ChangeHistory.tsx'
import { entryInWords } from './entryInWords.ts'
import { PaymentFacts } from './PaymentFacts.tsx'

interface Props {
  readonly entry: PaymentRow
  readonly onOpen: (entry: PaymentRow) => void
  readonly onReverse: (entry: PaymentRow) => void
  readonly onClose: () => void
}

/** One entry in full with its files. It is read again by its id: the list that it was opened from may be older. */
export function PaymentDrawer({ entry: given, onOpen, onReverse, onClose }: Props) {
  const { t } = useTranslation(['payment', 'terms', 'correction'])
  const mayReverse = useMay('reversePayment')
  const entry = useRequest('relatedPayments', { paymentId: given.id }).data?.payment ?? given
  const mark = markOf(entry)
  return (
    <Drawer
      open
      size={480}
      title={
        mark === 'red' || mark === 'blue' || mark === 'difference'
          ? t(`correction:entryTitle.${mark}`)
          : t('details')
      }
      onClose={onClose}
      closable={{ 'aria-label': t('close') }}
      extra={
        <span className="drawer-actions">
          {mayReverse && isReversible(entry) && (
            <Button
              onClick={() => {
                onReverse(entry)
              }}
            >
              {t('reverse')}
            </Button>
          )}
          <ChangeHistory entityId={entry.id} subject={entryInWords(entry, t('yuan'))} />
        </span>
      }
    >
      <PaymentFacts entry={entry} onOpen={onOpen} />
      <AttachmentBlock subject="payment" subjectId={entry.id} />
    </Drawer>
  )
}
