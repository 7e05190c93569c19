import { useTranslation } from 'react-i18next'
import { useAllPages } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { AlertList } from '../alert/AlertList.tsx'

/** What somebody should look at in this project, heaviest first. */
export function ProjectAlerts({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('project')
  const answer = useAllPages('listAlerts', { projectId, state: 'all' })
  return <Loaded answer={answer}>{(alerts) => <AlertList title={t('alertsTitle')} alerts={alerts} />}</Loaded>
}
