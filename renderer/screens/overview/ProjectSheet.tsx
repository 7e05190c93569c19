import { useTranslation } from 'react-i18next'
import type { Alert } from '../../../db/domain/alert.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { AmountHeader } from '../../parts/AmountHeader.tsx'
import { Block } from '../../parts/Block.tsx'
import { ExportProjects } from './ExportProjects.tsx'
import { ProjectLine } from './ProjectLine.tsx'

interface ProjectSheetProps {
  readonly plans: readonly Plan[]
  readonly projects: readonly ProjectRow[]
  readonly alerts: readonly Alert[]
}

/** Every project in one row, plan by plan. */
export function ProjectSheet({ plans, projects, alerts }: ProjectSheetProps) {
  const { t } = useTranslation('overview')
  const groups = [
    ...plans.map(({ id, name }) => ({ id, name, rows: projects.filter((project) => project.planId === id) })),
    { id: '', name: t('withoutPlan'), rows: projects.filter((project) => project.planId === null) },
  ].filter((group) => group.rows.length > 0)
  return (
    <Block title={t('projects')} actions={<ExportProjects groups={groups} alerts={alerts} />}>
      <table className="sheet project-sheet" aria-label={t('projects')}>
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <th scope="col">{t('stage')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('amount')} />
            </th>
            <th scope="col" className="is-figure">
              <AmountHeader label={t('paid')} />
            </th>
            <th scope="col" className="is-figure">
              {t('progress')}
            </th>
            <th scope="col">{t('lastReport')}</th>
            <th scope="col" className="is-figure">
              {t('alerts')}
            </th>
          </tr>
        </thead>
        {groups.map(({ id, name, rows }) => (
          <tbody key={id}>
            <tr className="group">
              <th scope="rowgroup" colSpan={8}>
                {name}
              </th>
            </tr>
            {rows.map((project) => (
              <ProjectLine
                key={project.id}
                project={project}
                alerts={alerts.filter((alert) => alert.projectId === project.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Block>
  )
}
