import { useTranslation } from 'react-i18next'
import { planDateInWords } from '../../../db/domain/planDate.ts'
import type { RequestOutput } from '../../../db/requests/requests.ts'
import { useLanguage } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import type { ExportColumn } from '../export/exportColumn.ts'

type Report = RequestOutput<'listProgressReports'>['items'][number]

/** The reports on a task as they are written out, newest first. */
export function ExportReports({ reports }: { readonly reports: readonly Report[] }) {
  const { t } = useTranslation(['milestone', 'progress', 'terms'])
  const language = useLanguage()
  const dateOf = (date: string | null) =>
    date === null || /^\d{4}-\d\d-\d\d$/.test(date) ? date : planDateInWords(date, language)
  const columns: readonly ExportColumn<Report>[] = [
    { title: t('progress:asOf'), kind: 'day', cell: ({ asOf }) => asOf },
    { title: t('progress:column.status'), cell: ({ status }) => t(`terms:milestoneStatus.${status}`) },
    { title: t('progress:column.progressPct'), kind: 'pct', cell: ({ progressPct }) => progressPct },
    { title: t('actual'), kind: 'day', cell: ({ actual }) => dateOf(actual) },
    { title: t('forecast'), kind: 'day', cell: ({ forecast }) => dateOf(forecast) },
    {
      title: t('progress:column.delayReason'),
      cell: ({ delayReason }) => (delayReason === null ? null : t(`progress:delayReason.${delayReason}`)),
    },
    { title: t('progress:column.note'), cell: ({ note }) => note },
    { title: t('progress:reportedBy'), cell: ({ actorName }) => actorName },
  ]
  return <ExportTable name={t('history')} columns={columns} rows={reports} />
}
