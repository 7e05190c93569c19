import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TimelineGroup } from '../../../../db/domain/timeline.ts'
import { Block } from '../../../parts/Block.tsx'

/** Projects of which the sources give no date: nothing is drawn that nobody said. */
export function UndatedList({ groups }: { readonly groups: readonly TimelineGroup[] }) {
  const { t } = useTranslation('schedule')
  const undated = groups.filter((group) => group.undated.length > 0)
  if (undated.length === 0) return null
  const count = undated.reduce((sum, group) => sum + group.undated.length, 0)
  return (
    <div className="schedule-undated">
      <Block title={`${t('undatedTitle')} ${String(count)}`} lead={t('undatedLead')}>
        {undated.map((group) => (
          <div key={group.planId ?? ''} className="schedule-undated-group">
            <h3>{group.planName ?? t('noPlan')}</h3>
            <ul>
              {group.undated.map((project) => (
                <li key={project.id}>
                  <Link to={`/projects/${project.id}`}>{project.name}</Link>
                  {project.statusText !== null && <span className="grey"> {project.statusText}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Block>
    </div>
  )
}
