import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Alert } from '../../../db/domain/alert.ts'
import { instantInTable } from '../../parts/instant.ts'
import { useAmountUnit, useLanguage, useMay } from '../../state.tsx'
import { hasWhy } from '../../text/alert.ts'
import { RuleLink } from '../rule/RuleLink.tsx'
import { AcknowledgeAlert } from './AcknowledgeAlert.tsx'
import { alertAddress } from './alertAddress.ts'
import { alertSentence } from './alertSentence.ts'
import { alertTone } from './alertTone.ts'

/** One 提醒: the sentence leads to where it is dealt with; its rule, or what it rests on, stands below. */
export function AlertLine({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation(['alert', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  const [isAsking, setIsAsking] = useState(false)
  const may = useMay('acknowledgeAlert')
  const sentence = alertSentence(alert, t, unit, language)
  const { acknowledged } = alert
  return (
    <li className={`alert is-${alertTone(alert.kind)}`}>
      <span className="alert-head">
        <Link to={alertAddress(alert)}>{sentence}</Link>
        {may && (
          <button
            type="button"
            className="plain-button alert-act is-screen-only"
            aria-label={t(acknowledged === null ? 'acknowledgeNamed' : 'reopenNamed', { alert: sentence })}
            onClick={() => setIsAsking(true)}
          >
            {t(acknowledged === null ? 'acknowledge' : 'reopen')}
          </button>
        )}
      </span>
      <span className="alert-rule">
        {alert.rule === null ? <Why kind={alert.kind} /> : <RuleLink rule={alert.rule} />}
      </span>
      {acknowledged !== null && (
        <span className="alert-rule">
          {t('acknowledgedBy', {
            by: acknowledged.acknowledgedBy,
            at: instantInTable(acknowledged.acknowledgedAt),
            reason: acknowledged.reason,
          })}{' '}
          {acknowledged.until !== null && t('acknowledgedUntil', { until: acknowledged.until })}
        </span>
      )}
      {isAsking && <AcknowledgeAlert alert={alert} sentence={sentence} onClose={() => setIsAsking(false)} />}
    </li>
  )
}

function Why({ kind }: { readonly kind: Alert['kind'] }) {
  const { t } = useTranslation('alert')
  return hasWhy(kind) ? t(`why.${kind}`) : null
}
