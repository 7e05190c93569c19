import './correction.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { entryInWords } from './entryInWords.ts'

/** The right entry of a wrong one and the wrong one of a right one, and the differences entered since: each opens. */
export function RelatedEntries({
  entry,
  onOpen,
}: {
  readonly entry: PaymentRow
  readonly onOpen: (entry: PaymentRow) => void
}) {
  const { t } = useTranslation(['correction', 'payment'])
  const related = useRequest('relatedPayments', { paymentId: entry.id }).data?.items ?? []
  return related.map(({ relation, payment }) => (
    <div key={`${relation} ${payment.id}`} className="related-entry">
      <dt>{t(relation)}</dt>
      <dd>
        <Button type="link" className="payment-linked" onClick={() => onOpen(payment)}>
          {entryInWords(payment, t('payment:yuan'))}
        </Button>
      </dd>
    </div>
  ))
}
