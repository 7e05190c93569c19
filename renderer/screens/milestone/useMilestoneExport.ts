import { useTranslation } from 'react-i18next'
import { localDay } from '../../../db/domain/day.ts'
import { lateness } from '../../../db/domain/milestone.ts'
import { planDateInWords, spanOf } from '../../../db/domain/planDate.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useLanguage } from '../../state.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

type Row = RequestOutput<'listMilestones'>['items'][number]

/** The columns of a project's milestones as they are written out; a day is a date, a coarser one its words. */
export function useMilestoneExport(): readonly ExportColumn<Row>[] {
  const { t } = useTranslation(['milestone', 'terms'])
  const language = useLanguage()
  const today = localDay(new Date())
  const dateOf = (date: string | null) =>
    date === null || spanOf(date).precision === 'day' ? date : planDateInWords(date, language)
  return [
    { title: t('name'), cell: ({ name }) => name },
    { title: t('due'), kind: 'day', cell: ({ due }) => dateOf(due) ?? t('terms:undated') },
    { title: t('forecast'), kind: 'day', cell: ({ forecast }) => dateOf(forecast) },
    { title: t('actual'), kind: 'day', cell: ({ actual }) => dateOf(actual) },
    { title: t('status'), cell: ({ status }) => t(`terms:milestoneStatus.${status}`) },
    { title: t('lateness'), cell: (row) => t(`terms:lateness.${lateness(row, today).kind}`) },
    { title: '%', kind: 'pct', cell: ({ progressPct }) => progressPct },
    { title: t('responsible'), cell: ({ responsible }) => responsible },
    { title: t('lastReport'), kind: 'day', cell: ({ reportedOn }) => reportedOn },
    { title: t('note'), cell: ({ note }) => note },
  ]
}
