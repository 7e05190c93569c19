import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatFen } from '../../../db/domain/fen.ts'
import type { BatchOutcome } from './useSaveBatch.ts'

interface Props {
  readonly outcome: BatchOutcome
  readonly pasted: { readonly rowCount: number; readonly ignored: readonly string[] } | null
}

/** What happened last: saved, refused, in doubt, or a block pasted. */
export function BatchNotice({ outcome, pasted }: Props) {
  const { t } = useTranslation('batch')
  switch (outcome.kind) {
    case 'saved':
      return (
        <div className="notice is-done" role="status">
          <span>{t('saved', { n: outcome.count, amount: formatFen(outcome.amountFen, 'yuan') })}</span>
          <Link to="/payments?sort=-recordedAt">{t('show')}</Link>
        </div>
      )
    case 'refused':
      return (
        <div className="notice is-broken" role="alert">
          {t('refused', { message: outcome.message })}
        </div>
      )
    case 'unknown':
      return (
        <div className="notice" role="alert">
          {t('unknown')}
        </div>
      )
    case 'keyUsed':
      return (
        <div className="notice is-broken" role="alert">
          {t('keyUsed')} <Link to="/payments?sort=-recordedAt">{t('show')}</Link>
        </div>
      )
    case 'none':
      return pasted === null ? null : (
        <div className="notice" role="status">
          <span>{t('pasted', { n: pasted.rowCount })}</span>
          {pasted.ignored.length > 0 && <span>{t('ignored', { columns: pasted.ignored.join('、') })}</span>}
        </div>
      )
  }
}
