import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../../../state.tsx'
import type { ScheduleRow } from './scheduleRows.ts'

interface NameCellProps {
  readonly row: ScheduleRow
  readonly onExpand: (row: ScheduleRow) => void
  readonly onReport: (milestoneId: string) => void
  readonly onDetail: (taskId: string) => void
}

/** The name, as deep as it stands in the tree, with what opens and closes its branch. */
export function NameCell({ row, onExpand, onReport, onDetail }: NameCellProps) {
  const { t } = useTranslation('schedule')
  return (
    <span className="schedule-name" style={{ paddingLeft: Math.max(0, row.level - 2) * 14 }}>
      {row.kind !== 'group' && <Caret row={row} onExpand={onExpand} />}
      <Name row={row} />
      {row.kind === 'group' && (
        <span className="grey">{t('projects', { projects: row.group.projects.length })}</span>
      )}
      {row.kind === 'task' && (
        <span className="schedule-row-actions">
          <Detail id={row.line.task.id} name={row.line.task.name} onDetail={onDetail} />
          {row.line.task.kind !== 'summary' && (
            <Report id={row.line.task.id} name={row.line.task.name} onReport={onReport} />
          )}
        </span>
      )}
    </span>
  )
}

function Name({ row }: { readonly row: ScheduleRow }) {
  const { t } = useTranslation('schedule')
  switch (row.kind) {
    case 'group':
      return <span className="schedule-words">{row.group.planName ?? t('noPlan')}</span>
    case 'project':
      return (
        <Link to={`/projects/${row.project.id}`} className="schedule-words" tabIndex={-1}>
          {row.project.name}
        </Link>
      )
    case 'task':
      return (
        <>
          <span className="schedule-number">{row.line.number}</span>
          <span className="schedule-words">{row.line.task.name}</span>
        </>
      )
  }
}

export function nameOfRow(row: ScheduleRow): string {
  switch (row.kind) {
    case 'group':
      return row.group.planName ?? ''
    case 'project':
      return row.project.name
    case 'task':
      return row.line.task.name
  }
}

/** Plain buttons: those of the library take longer to draw than all else of a row. */
function Caret({ row, onExpand }: Pick<NameCellProps, 'row' | 'onExpand'>) {
  const { t } = useTranslation('schedule')
  if (row.isExpanded === null) return <span className="schedule-expand" />
  const Icon = row.isExpanded ? CaretDownOutlined : CaretRightOutlined
  return (
    <button
      type="button"
      className="plain-button schedule-expand"
      tabIndex={-1}
      aria-label={t(row.isExpanded ? 'collapse' : 'expand', { name: nameOfRow(row) })}
      aria-expanded={row.isExpanded}
      onClick={() => onExpand(row)}
    >
      <Icon aria-hidden />
    </button>
  )
}

interface DetailProps {
  readonly id: string
  readonly name: string
  readonly onDetail: (taskId: string) => void
}

function Detail({ id, name, onDetail }: DetailProps) {
  const { t } = useTranslation('task')
  return (
    <button
      type="button"
      className="plain-button"
      tabIndex={-1}
      aria-label={t('detailOf', { name })}
      onClick={() => onDetail(id)}
    >
      {t('detail')}
    </button>
  )
}

interface ReportProps {
  readonly id: string
  readonly name: string
  readonly onReport: (milestoneId: string) => void
}

function Report({ id, name, onReport }: ReportProps) {
  const { t } = useTranslation('schedule')
  if (!useMay('reportMilestone')) return null
  return (
    <button
      type="button"
      className="plain-button"
      tabIndex={-1}
      aria-label={t('reportOf', { name })}
      data-report={id}
      onClick={() => onReport(id)}
    >
      {t('report')}
    </button>
  )
}
