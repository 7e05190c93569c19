import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PasteFault } from './columnPaste.ts'

interface PasteFaultsProps {
  readonly faults: readonly PasteFault[]
  readonly onClose: () => void
}

/** Why a pasted column was not taken, row by row. */
export function PasteFaults({ faults, onClose }: PasteFaultsProps) {
  const { t } = useTranslation(['money', 'terms'])
  if (faults.length === 0) return null
  return (
    <div className="notice is-broken" role="alert">
      <strong>{t('pasteRefused')}</strong>
      <ul className="paste-faults">
        {faults.slice(0, 8).map(({ row, text, message }) => (
          <li key={row}>{t('pasteFault', { row, text, message })}</li>
        ))}
        {faults.length > 8 && <li>{t('pasteMore', { count: faults.length - 8 })}</li>}
      </ul>
      <Button size="small" onClick={onClose}>
        {t('terms:close')}
      </Button>
    </div>
  )
}
