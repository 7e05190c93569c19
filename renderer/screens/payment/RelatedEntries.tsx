import './correction.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { useRequest } from '../../api.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { entryInWords } from './entryInWords.ts'

/** What cancels an entry or is cancelled by it, the right one of a wrong one, the differences entered since: each opens. */
export function RelatedEntries({
  entry,
  onOpen,
}: {
  readonly entry: PaymentRow
  readonly onOpen: (entry: PaymentRow) => void
}) {
  const { t } = useTranslation(['correction', 'payment'])
  const related = useRequest('relatedPayments', { paymentId: entry.id })
  if (related.error !== null)
    return (
      <dd>
        <LoadState kind="failed" error={related.error} onRetry={() => void related.refetch()} />
      </dd>
    )
  return (related.data?.items ?? []).map(({ relation, payment }) => (
    <div key={`${relation} ${payment.id}`} className="related-entry">
      <dt>{t(`relation.${relation}`)}</dt>
      <dd>
        <Button type="link" className="payment-linked" onClick={() => onOpen(payment)}>
          {entryInWords(payment, t('payment:yuan'))}
        </Button>
      </dd>
    </div>
  ))
}
