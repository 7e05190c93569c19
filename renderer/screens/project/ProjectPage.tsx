import './project.css'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { localDay } from '../../../db/domain/day.ts'
import { projectStanding } from '../../../db/domain/standing.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useAllPages, useRequest } from '../../api.ts'
import { LoadState } from '../../parts/LoadState.tsx'
import { ScreenFrame } from '../../parts/ScreenFrame.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { AttachmentBlock } from '../attachment/AttachmentBlock.tsx'
import { MilestoneBlock } from '../milestone/MilestoneBlock.tsx'
import { Unread } from '../schedule/Unread.tsx'
import { ProjectActions } from './ProjectActions.tsx'
import { ProjectAlerts } from './ProjectAlerts.tsx'
import { ProjectDiscrepancies } from './ProjectDiscrepancies.tsx'
import { ProjectFacts } from './ProjectFacts.tsx'
import { ProjectMoney } from './ProjectMoney.tsx'
import { StageText } from './StageText.tsx'

/** One project: facts with their citations, milestones, money, alerts. */
export function ProjectPage() {
  const { t } = useTranslation('project')
  const { projectId = '' } = useParams()
  const project = useRequest('getProject', { projectId })
  const milestones = useAllPages('listMilestones', { projectId })
  if (project.error?.error.code === 'projectUnknown') {
    return (
      <ScreenFrame title={t('title')}>
        <LoadState kind="empty" text={t('unknownProject')} action={<Link to="/projects">{t('back')}</Link>} />
      </ScreenFrame>
    )
  }
  if (project.data === undefined || milestones.data === undefined) {
    return <Unread title={t('title')} answers={[project, milestones]} />
  }
  return <ReadProject project={project.data} milestones={milestones.data} />
}

export type ReadProject = RequestOutput<'getProject'>

interface ReadProjectProps {
  readonly project: ReadProject
  readonly milestones: RequestOutput<'listMilestones'>['items']
}

function ReadProject({ project, milestones }: ReadProjectProps) {
  const { t } = useTranslation(['project', 'terms'])
  const standing = projectStanding(project, milestones, localDay(new Date()))
  const lead = (
    <>
      {project.planName} <StageText project={project} standing={standing} />{' '}
      {project.state !== 'open' && (
        <StatusTag tone="grey">{t(`terms:projectState.${project.state}`)}</StatusTag>
      )}
    </>
  )
  return (
    <ScreenFrame title={project.name} lead={lead} actions={<ProjectActions project={project} />}>
      <div className="project-columns">
        <ProjectFacts project={project} />
        <div>
          <ProjectMoney project={project} />
          <ProjectAlerts projectId={project.id} />
          <ProjectDiscrepancies discrepancies={project.discrepancies} />
        </div>
      </div>
      <MilestoneBlock projectId={project.id} milestones={milestones} isOpen={project.state === 'open'} />
      <AttachmentBlock subject="project" subjectId={project.id} />
    </ScreenFrame>
  )
}
