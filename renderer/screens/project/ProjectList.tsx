import './project.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import type { ProjectRow } from '../../../db/domain/project.ts'
import { projectStanding } from '../../../db/domain/standing.ts'
import { useAllPages } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { RecordTable } from '../../parts/RecordTable.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { useRecordOrder } from '../../parts/useRecordOrder.ts'
import { useMay } from '../../state.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ExportTable } from '../export/ExportTable.tsx'
import { CreateProject } from './CreateProject.tsx'
import { ProjectTools } from './ProjectTools.tsx'
import { type ListedProject, useProjectColumns } from './projectColumns.tsx'
import { useProjectChoice } from './useProjectChoice.ts'
import { useProjectExport } from './useProjectExport.ts'

/** 项目: all projects, searched, filtered, sorted; a row opens one. */
export function ProjectList() {
  const { t } = useTranslation(['project', 'schedule', 'terms'])
  const navigate = useNavigate()
  const [choice, choose] = useProjectChoice()
  const [isCreating, setIsCreating] = useState(false)
  const mayCreate = useMay('createProject')
  const { planId, text, state, standing } = choice
  const projects = useAllPages(
    'listProjects',
    {
      ...(planId === null ? {} : { planId }),
      ...(text === '' ? {} : { text }),
      ...(state === 'current' ? {} : { state }),
    },
    { keepsPrevious: true },
  )
  const plans = useAllPages('listPlans', {}).data ?? []
  const rows = useListed(projects.data ?? noProjects)
  const shown = standing === null ? rows : rows.filter((row) => row.standing === standing)
  const columns = useProjectColumns(plans)
  const order = useRecordOrder(columns)
  const exported = useProjectExport(plans)
  const isFiltered = text !== '' || planId !== null || standing !== null || state !== 'current'
  return (
    <ScreenFrame
      title={t('title')}
      lead={projects.data === undefined ? null : t('lead', { shown: shown.length })}
      actions={
        <>
          <ExportTable
            name={t('title')}
            isSmall={false}
            columns={exported}
            rows={order.ordered(shown)}
            conditions={[
              plans.find(({ id }) => id === planId)?.name,
              text,
              standing !== null && t(`schedule:standing.${standing}`),
              state !== 'current' && state !== 'any' && t(`terms:projectState.${state}`),
            ]}
          />
          {mayCreate && <Button onClick={() => setIsCreating(true)}>{t('create')}</Button>}
        </>
      }
    >
      <ProjectTools plans={plans} choice={choice} onChoose={choose} />
      <Loaded answer={projects}>
        {() => (
          <div className="project-list">
            <RecordTable
              label={t('table')}
              rows={shown}
              rowKey={(row) => row.id}
              columns={columns}
              onChange={order.onChange}
              emptyText={isFiltered ? t('empty') : t('none')}
              onOpen={(row) => void navigate(`/projects/${encodeURIComponent(row.id)}`)}
            />
          </div>
        )}
      </Loaded>
      <CreateProject isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </ScreenFrame>
  )
}

const noProjects: readonly ProjectRow[] = []

/** Each project with its standing and its alerts. */
function useListed(projects: readonly ProjectRow[]): readonly ListedProject[] {
  const milestones = useAllPages('listMilestones', {}).data
  const alerts = useAllPages('listAlerts', {}).data
  const filesOf = useAttachmentCounts(projects)
  const today = localDay(new Date())
  return useMemo(() => {
    const milestonesOf = Map.groupBy(milestones ?? [], (milestone) => milestone.projectId)
    const alertsOf = Map.groupBy(alerts ?? [], (alert) => alert.projectId)
    return projects.map((project) => ({
      ...project,
      fileCount: filesOf(project.id),
      standing: projectStanding(project, milestonesOf.get(project.id) ?? [], today),
      alerts: alertsOf.get(project.id) ?? [],
    }))
  }, [projects, milestones, alerts, filesOf, today])
}
