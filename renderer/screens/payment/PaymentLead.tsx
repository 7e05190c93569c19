import { useTranslation } from 'react-i18next'
import { maySend } from '../../../db/requests/requests.ts'
import { useActor, useWhyNot } from '../../state.tsx'

/** Beside the title: that this is no book of account, or why this person cannot record. */
export function PaymentLead() {
  const { t } = useTranslation(['payment', 'terms'])
  const actor = useActor()
  const whyNot = useWhyNot('recordPayment')
  if (actor !== null && !maySend(actor.role, 'recordPayment')) return t('onlyFinance')
  return whyNot ?? t('terms:notBooks')
}
