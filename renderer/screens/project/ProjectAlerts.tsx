import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAllPages } from '../../api.ts'
import { Block } from '../../parts/Block.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { useAmountUnit, useLanguage } from '../../state.tsx'
import { alertAddress, alertSentence, alertTone } from '../overview/alertSentence.ts'

/** What somebody should look at in this project, heaviest first. */
export function ProjectAlerts({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('project')
  const { t: sentence } = useTranslation(['overview', 'terms'])
  const unit = useAmountUnit()
  const language = useLanguage()
  const answer = useAllPages('listAlerts', { projectId })
  return (
    <Block title={t('alertsTitle')}>
      <Loaded answer={answer}>
        {(alerts) =>
          alerts.length === 0 ? (
            <p className="grey project-empty">{t('noAlerts')}</p>
          ) : (
            <ul className="project-alerts">
              {alerts
                .toSorted((a, b) => a.weight - b.weight)
                .map((alert) => (
                  <li key={alert.id} className={`is-${alertTone(alert.kind)}`}>
                    {alert.milestoneId === null && alert.discrepancyId === null ? (
                      alertSentence(alert, sentence, unit, language)
                    ) : (
                      <Link to={alertAddress(alert)}>{alertSentence(alert, sentence, unit, language)}</Link>
                    )}
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Block>
  )
}
