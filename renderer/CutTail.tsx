import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAppState } from './state.tsx'

/** The file holds fewer changes than this computer has seen in it: nothing is to be entered on top unread. */
export function CutTail() {
  const { t } = useTranslation('shell')
  const { cutTail } = useAppState()
  if (cutTail === null) return null
  return (
    <div className="shell-cut-tail" role="alert">
      <span>{t('cutTail', { remembered: cutTail.remembered, found: cutTail.found })}</span>
      <Link to="/checks">{t('toChecks')}</Link>
    </div>
  )
}
