import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { entryInWords } from './entryInWords.ts'

interface Props {
  readonly red: PaymentRow
  readonly onShow: () => void
  readonly onRecordAgain: () => void
  readonly onClose: () => void
}

/** After 冲销: what was posted, and the way to enter the payment rightly. */
export function ReversedNotice({ red, onShow, onRecordAgain, onClose }: Props) {
  const { t } = useTranslation('payment')
  return (
    <div className="payment-notice is-screen-only" role="status">
      <span>{t('reversedDone', { entry: entryInWords(red, t('yuan')) })}</span>
      <Button size="small" onClick={onRecordAgain}>
        {t('recordAgain')}
      </Button>
      <Button size="small" type="link" onClick={onShow}>
        {t('showSaved')}
      </Button>
      <Button size="small" type="text" onClick={onClose}>
        {t('close')}
      </Button>
    </div>
  )
}
