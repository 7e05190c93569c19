import { useTranslation } from 'react-i18next'
import { periodInWords } from '../../../db/domain/period.ts'
import type { Plan } from '../../../db/domain/plan.ts'
import { delayReasons } from '../../../db/domain/progressReport.ts'
import type { Week, WeekTaskRow } from '../../../db/domain/week.ts'
import { useLanguage } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'
import { draftOf } from '../milestone/reportDraft.ts'
import type { WeekChoice } from './WeekTools.tsx'

interface ExportWeekProps {
  /** Undefined until they are read. */
  readonly tasks: readonly WeekTaskRow[] | undefined
  readonly week: Week
  readonly choice: WeekChoice
  readonly plans: readonly Plan[]
}

/** 本周填报 as it stands in the library: what is typed and not saved yet is no report. */
export function ExportWeek({ tasks = [], week, choice, plans }: ExportWeekProps) {
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
    { title: t('column.actualStartOn'), cell: (task) => draftOf(task, language).actualStartOn ?? null },
    { title: t('column.actualOn'), cell: (task) => draftOf(task, language).actualOn ?? null },
    { title: t('column.progressPct'), kind: 'pct', cell: ({ progressPct }) => progressPct },
    { title: t('column.forecast'), cell: ({ forecast }) => forecast },
    { title: t('column.delayReason'), cell: (task) => delayOf(draftOf(task, language).delayReason) },
    { title: t('column.note'), cell: (task) => draftOf(task, language).note ?? null },
    { title: t('reportedOn'), kind: 'day', cell: ({ reportedOn }) => reportedOn },
  ]
  const conditions = [
    t('week', { first: week.first, last: week.last }),
    plans.find(({ id }) => id === choice.planId)?.name,
    choice.responsible,
  ]
  function delayOf(said: string | undefined) {
    const known = delayReasons.find((reason) => reason === said)
    return known === undefined ? null : t(`delayReason.${known}`)
  }

  return (
    <ExportTable name={t('table')} columns={columns} rows={tasks} isSmall={false} conditions={conditions} />
  )
}
