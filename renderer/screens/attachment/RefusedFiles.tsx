import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestError } from '../../../db/requests/wire.ts'

interface RefusedFilesProps {
  readonly errors: readonly RequestError[]
  readonly onClose: () => void
}

/** Files that did not come in, each with the reason. */
export function RefusedFiles({ errors, onClose }: RefusedFilesProps) {
  const { t } = useTranslation(['attachment', 'terms'])
  if (errors.length === 0) return null
  return (
    <div className="notice is-broken" role="alert">
      <strong>{t('notAttached')}</strong>
      <span>{errors.map((error) => error.message).join('；')}</span>
      <Button type="link" size="small" onClick={onClose}>
        {t('terms:close')}
      </Button>
    </div>
  )
}
