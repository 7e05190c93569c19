import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../db/domain/fen.ts'
import type { PaymentRow } from '../../../db/domain/payment.ts'
import { entryInWords } from './entryInWords.ts'

interface Props {
  /** Since the form was opened, newest first. */
  readonly saved: readonly PaymentRow[]
  readonly onShow: (payment: PaymentRow) => void
  readonly onReverse: (payment: PaymentRow) => void
}

/** What was just saved, with its undo, and the sum so far: to compare with the pile of vouchers. */
export function SavedLine({ saved, onShow, onReverse }: Props) {
  const { t } = useTranslation('payment')
  const [last] = saved
  const total = saved.reduce((sum, payment) => sum + payment.amountFen, 0)
  return (
    <div className="saved-line" role="status">
      {last !== undefined && (
        <>
          <span className="saved-entry" title={last.payee}>
            {t('saved', { entry: entryInWords(last, t('yuan')) })}
          </span>
          <Button
            type="link"
            size="small"
            onClick={() => {
              onShow(last)
            }}
          >
            {t('showSaved')}
          </Button>
          <Button
            type="link"
            size="small"
            onClick={() => {
              onReverse(last)
            }}
          >
            {t('undo')}
          </Button>
          <span className="saved-total grey">
            {t('savedCount', { n: saved.length, amount: formatFen(total, 'yuan') })}
          </span>
        </>
      )}
    </div>
  )
}
