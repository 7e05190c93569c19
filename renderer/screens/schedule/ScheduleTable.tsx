import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { periodInWords } from '../../../db/domain/period.ts'
import type { TimelineMilestone, TimelineProject } from '../../../db/domain/timeline.ts'
import { PeriodText } from '../../parts/PeriodText.tsx'
import { PlanDateText } from '../../parts/PlanDateText.tsx'
import { useLanguage, useMay } from '../../state.tsx'
import { StandingText } from './StandingText.tsx'
import type { ScheduleRow } from './scheduleRows.ts'

interface ScheduleTableProps {
  readonly rows: readonly ScheduleRow[]
  readonly onOpen: (projectId: string) => void
  readonly onExpand: (projectId: string) => void
  readonly onReport: (milestoneId: string) => void
}

/** The chart in words and figures: what the chart shows to the eye can be read and reached here. */
export function ScheduleTable({ rows, onOpen, onExpand, onReport }: ScheduleTableProps) {
  const { t } = useTranslation('schedule')
  return (
    <table className="schedule-table" aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('planned')}</th>
          <th scope="col">{t('actual')}</th>
          <th scope="col" className="is-figure">
            {t('progress')}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={(event) => moveFocus(event, rows, onOpen, onExpand)}>
        {rows.map((row) => {
          switch (row.kind) {
            case 'group':
              return (
                <tr key={row.id} className="is-group">
                  <th scope="rowgroup" colSpan={4}>
                    {row.group.planName ?? t('noPlan')}{' '}
                    <span className="grey">{t('projects', { projects: row.group.projects.length })}</span>
                  </th>
                </tr>
              )
            case 'project':
              return (
                <ProjectLine
                  key={row.id}
                  project={row.project}
                  isExpanded={row.isExpanded}
                  onExpand={onExpand}
                />
              )
            case 'milestone':
              return (
                <MilestoneLine
                  key={row.id}
                  milestone={row.milestone}
                  projectId={row.project.id}
                  onReport={onReport}
                />
              )
          }
        })}
      </tbody>
    </table>
  )
}

interface ProjectLineProps {
  readonly project: TimelineProject
  readonly isExpanded: boolean
  readonly onExpand: (projectId: string) => void
}

function ProjectLine({ project, isExpanded, onExpand }: ProjectLineProps) {
  const { t } = useTranslation('schedule')
  const language = useLanguage()
  const { id, name } = project
  return (
    <tr data-row={id} tabIndex={0}>
      <th scope="row">
        {project.milestones.length === 0 ? (
          <span className="schedule-expand" />
        ) : (
          <Button
            className="schedule-expand"
            type="text"
            size="small"
            tabIndex={-1}
            icon={isExpanded ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            aria-label={t(isExpanded ? 'collapse' : 'expand', { name })}
            aria-expanded={isExpanded}
            onClick={() => onExpand(id)}
          />
        )}
        <Link to={`/projects/${id}`} title={name} tabIndex={-1}>
          {name}
        </Link>
      </th>
      <td title={periodInWords(project.plannedStart, project.plannedFinish, language) ?? undefined}>
        <PeriodText start={project.plannedStart} finish={project.plannedFinish} />
      </td>
      <td>
        <StandingText project={project} />
      </td>
      <td className="is-figure">{percent(project.progressPct)}</td>
    </tr>
  )
}

interface MilestoneLineProps {
  readonly milestone: TimelineMilestone
  readonly projectId: string
  readonly onReport: (milestoneId: string) => void
}

function MilestoneLine({ milestone, projectId, onReport }: MilestoneLineProps) {
  const { t } = useTranslation(['schedule', 'terms'])
  const mayReport = useMay('reportMilestone')
  const { name, due, actual, standing } = milestone
  return (
    <tr className="is-milestone" data-row={projectId}>
      <th scope="row">
        <span title={name}>{name}</span>
        {mayReport && (
          <Button
            type="link"
            size="small"
            aria-label={t('reportOf', { name })}
            data-report={milestone.id}
            onClick={() => onReport(milestone.id)}
          >
            {t('report')}
          </Button>
        )}
      </th>
      <td>
        <PlanDateText date={due} />
      </td>
      <td>
        {actual === null ? (
          <span className={standing === 'late' || standing === 'periodPassed' ? 'amber' : 'grey'}>
            {t(`terms:lateness.${standing}`)}
          </span>
        ) : (
          <PlanDateText date={actual} />
        )}
      </td>
      <td className="is-figure">{percent(milestone.progressPct)}</td>
    </tr>
  )
}

function percent(figure: number | null) {
  return figure === null ? <span className="grey">—</span> : `${String(figure)}%`
}

/** Arrows move between projects and open or close their milestones; Enter opens the project. */
function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly ScheduleRow[],
  onOpen: (projectId: string) => void,
  onExpand: (projectId: string) => void,
) {
  const line = event.target
  if (!(line instanceof HTMLTableRowElement)) return
  const row = rows.find((own) => own.kind === 'project' && own.id === line.dataset['row'])
  if (row?.kind !== 'project') return
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[tabindex="0"]')]
  const place = lines.indexOf(line)
  switch (event.key) {
    case 'ArrowDown':
      lines[place + 1]?.focus()
      break
    case 'ArrowUp':
      lines[place - 1]?.focus()
      break
    case 'ArrowRight':
      if (!row.isExpanded) onExpand(row.id)
      break
    case 'ArrowLeft':
      if (row.isExpanded) onExpand(row.id)
      break
    case 'Enter':
      onOpen(row.id)
      break
    default:
      return
  }
  event.preventDefault()
}
