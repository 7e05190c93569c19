import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../db/domain/period.ts'
import type { WeekTaskRow } from '../../../db/domain/week.ts'
import { useLanguage } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

interface ExportWeekProps {
  readonly tasks: readonly WeekTaskRow[]
  readonly conditions: readonly (string | null | undefined)[]
}

/** 本周填报 as it stands in the library: what is typed and not saved yet is no report. */
export function ExportWeek({ tasks, conditions }: ExportWeekProps) {
  const { t } = useTranslation(['progress', 'terms'])
  const language = useLanguage()
  const columns: readonly ExportColumn<WeekTaskRow>[] = [
    { title: t('boardProject'), cell: ({ projectName }) => projectName },
    { title: t('column.name'), cell: ({ name }) => name },
    { title: t('column.responsible'), cell: ({ responsible }) => responsible },
    {
      title: t('column.planned'),
      cell: (task) =>
        periodInWords(task.plannedStart, task.plannedFinish ?? task.due, language) ?? t('terms:undated'),
    },
    { title: t('column.reason'), cell: ({ reason }) => t(`why.${reason}`) },
    { title: t('column.status'), cell: ({ status }) => t(`terms:milestoneStatus.${status}`) },
    { title: t('column.progressPct'), kind: 'pct', cell: ({ progressPct }) => progressPct },
    { title: t('column.forecast'), cell: ({ forecast }) => forecast },
    { title: t('reportedOn'), kind: 'day', cell: ({ reportedOn }) => reportedOn },
  ]
  return (
    <ExportTable name={t('table')} columns={columns} rows={tasks} isSmall={false} conditions={conditions} />
  )
}
