import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TimelineGroup } from '../../../../db/domain/timeline.ts'
import type { TaskLine } from './taskLine.ts'

interface UndatedListProps {
  readonly groups: readonly TimelineGroup[]
  readonly linesOf: ReadonlyMap<string, readonly TaskLine[]>
}

/** Projects of which the sources give no date and nobody has planned anything: nothing is drawn that nobody said. */
export function UndatedList({ groups, linesOf }: UndatedListProps) {
  const { t } = useTranslation('schedule')
  const undated = groups
    .map((group) => ({ ...group, undated: group.undated.filter(({ id }) => !linesOf.has(id)) }))
    .filter((group) => group.undated.length > 0)
  if (undated.length === 0) return null
  const count = undated.reduce((sum, group) => sum + group.undated.length, 0)
  return (
    <section className="schedule-undated" aria-label={t('undatedTitle')}>
      <details open>
        <summary>
          <strong>{`${t('undatedTitle')} ${String(count)}`}</strong>{' '}
          <span className="grey">{t('undatedLead')}</span>
        </summary>
        {undated.map((group) => (
          <div key={group.planId ?? ''} className="schedule-undated-group">
            <h3>{group.planName ?? t('noPlan')}</h3>
            <ul>
              {group.undated.map((project) => (
                <li key={project.id}>
                  <Link to={`/schedule?projectId=${project.id}`}>{project.name}</Link>
                  {project.statusText !== null && <span className="grey"> {project.statusText}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </section>
  )
}
