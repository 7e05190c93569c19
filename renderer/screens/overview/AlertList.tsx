import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Alert } from '../../../db/domain/alert.ts'
import { Block } from '../../parts/Block.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { alertAddress, alertSentence, alertTone } from './alertSentence.ts'

/** 提醒, heaviest first: the sentence leads to where it is dealt with; its rule stands below it. */
export function AlertList({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t } = useTranslation(['overview', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  const sorted = alerts.toSorted((a, b) => a.weight - b.weight || rank(a) - rank(b))
  return (
    <Block title={t('alerts')} lead={<Tally alerts={alerts} />}>
      {sorted.length === 0 ? (
        <LoadState kind="empty" text={t('noAlerts')} />
      ) : (
        <ul className="alerts">
          {sorted.map((alert) => (
            <li key={alert.id} className={`alert is-${alertTone(alert.kind)}`}>
              <Link to={alertAddress(alert)}>{alertSentence(alert, t, unit, language)}</Link>
              <span className="alert-rule">{t(`rule.${alert.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}

/** Of two that weigh the same, the broken limit comes first. */
function rank({ kind }: Alert) {
  return alertTone(kind) === 'red' ? 0 : 1
}

/** How many of each kind; the red one is always said, also when there is none. */
function Tally({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t } = useTranslation('overview')
  const red = countOf(['paidOverAmount'])
  const gap = countOf(['publishedTotalGap'])
  const late = countOf(['milestoneLate'])
  const silent = countOf(['periodPassed', 'projectPeriodPassed'])
  return (
    <span className="tally">
      <StatusTag tone={red > 0 ? 'red' : 'grey'}>{t('alertTally.red', { count: red })}</StatusTag>
      {gap > 0 && <StatusTag tone="amber">{t('alertTally.gap', { count: gap })}</StatusTag>}
      {late > 0 && <StatusTag tone="amber">{t('alertTally.late', { count: late })}</StatusTag>}
      {silent > 0 && <StatusTag tone="grey">{t('alertTally.silent', { count: silent })}</StatusTag>}
    </span>
  )

  function countOf(kinds: readonly Alert['kind'][]) {
    return alerts.filter(({ kind }) => kinds.includes(kind)).length
  }
}
