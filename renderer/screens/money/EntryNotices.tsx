import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import type { Entry } from './useEntry.ts'

/** What no field of the form can carry; a warning brings the field for the reason to pass it over. */
export function EntryNotices({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['money', 'terms'])
  const { refused, loose, warning } = entry
  return (
    <>
      {refused !== null && <ErrorNotice error={refused} />}
      {loose.length > 0 && (
        <div className="notice is-broken" role="alert">
          <strong>{t('terms:notSaved')}</strong>
          <span>{loose.join('；')}</span>
        </div>
      )}
      {warning !== null && (
        <>
          <div className="notice" role="alert">
            <strong>{t('warned')}</strong>
            <span>{warning}</span>
          </div>
          <Form.Item label={t('overrideReason')} name="overrideReason" required>
            <Input.TextArea rows={2} autoFocus placeholder={t('terms:reasonHint')} />
          </Form.Item>
        </>
      )}
    </>
  )
}
