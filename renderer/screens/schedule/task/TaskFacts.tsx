import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../state.tsx'
import { TaskActual } from '../gantt/TaskActual.tsx'
import type { TaskLine } from '../gantt/taskLine.ts'

interface TaskFactsProps {
  readonly line: TaskLine
  readonly lines: readonly TaskLine[]
  readonly onReport: (taskId: string) => void
  readonly onLinks: (taskId: string) => void
}

/** How a task stands and where the network has it; 填报 and its links are opened from here. */
export function TaskFacts({ line, lines, onReport, onLinks }: TaskFactsProps) {
  const { t } = useTranslation(['task', 'schedule'])
  const mayReport = useMay('reportMilestone')
  const { task, schedule } = line
  if (task.kind === 'summary') return null
  const after = lines.filter(({ task: other }) =>
    other.predecessors.some(({ predecessorId }) => predecessorId === task.id),
  )
  return (
    <dl className="facts task-facts">
      <dt>{t('standing')}</dt>
      <dd>
        <TaskActual line={line} />
        {task.progressPct !== null && <span className="figure">{task.progressPct}%</span>}
        {mayReport && (
          <Button size="small" onClick={() => onReport(task.id)}>
            {t('menu.report')}
          </Button>
        )}
      </dd>
      <dt>{t('links')}</dt>
      <dd>
        {t('linkCounts', { before: task.predecessors.length, after: after.length })}
        <Button size="small" onClick={() => onLinks(task.id)}>
          {t('menu.link')}
        </Button>
      </dd>
      {schedule !== null && schedule.earlyStart !== null && (
        <>
          <dt>{t('schedule:column.float')}</dt>
          <dd className="grey">
            {t('reckoned', {
              start: schedule.earlyStart,
              finish: schedule.earlyFinish,
              total: schedule.totalFloatDays,
              free: schedule.freeFloatDays,
            })}
          </dd>
        </>
      )}
    </dl>
  )
}
