import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface DialogButtonsProps {
  readonly okText: string
  readonly isBusy?: boolean
  readonly onClose: () => void
}

/** The foot of a form in a dialog: cancel, and the button that submits it. */
export function DialogButtons({ okText, isBusy = false, onClose }: DialogButtonsProps) {
  const { t } = useTranslation('terms')
  return (
    <div className="dialog-buttons">
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {okText}
      </Button>
    </div>
  )
}
