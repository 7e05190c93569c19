import { useTranslation } from 'react-i18next'
import { PeriodText } from '../../../parts/PeriodText.tsx'
import { PlanDateText } from '../../../parts/PlanDateText.tsx'
import type { TaskLine } from './taskLine.ts'

/** The actual dates of a task that has any, else how it stands: red where its own plan is overrun. */
export function TaskActual({ line }: { readonly line: TaskLine }) {
  const { t } = useTranslation('terms')
  const { task, standing } = line
  const words =
    (standing.kind === 'late' || standing.kind === 'doneLate') && standing.days !== null
      ? t(`lateness.${standing.kind}Days`, { days: standing.days })
      : t(`lateness.${standing.kind}`)
  if (task.actual !== null)
    return (
      <span title={words}>
        {task.actualStart === null ? (
          <PlanDateText date={task.actual} />
        ) : (
          <PeriodText start={task.actualStart} finish={task.actual} />
        )}
      </span>
    )
  if (standing.kind === 'late') return <span className="red">{words}</span>
  if (task.actualStart !== null) return <PeriodText start={task.actualStart} finish={null} />
  return <span className={standing.kind === 'periodPassed' ? 'amber' : 'grey'}>{words}</span>
}
