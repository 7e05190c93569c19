import { useTranslation } from 'react-i18next'
import { useRequest } from '../../api.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { LoadState } from '../../parts/LoadState.tsx'
import { PlanDateText } from '../../parts/PlanDateText.tsx'
import { AttachmentButton } from '../attachment/AttachmentButton.tsx'
import { useAttachmentCounts } from '../attachment/useAttachmentCounts.ts'
import { ExportReports } from './ExportReports.tsx'

/** Every report on a milestone, newest first. */
export function ReportList({ milestoneId }: { readonly milestoneId: string }) {
  const { t } = useTranslation(['milestone', 'progress', 'terms'])
  const answer = useRequest('listProgressReports', { milestoneId, pageSize: 100 })
  const filesOf = useAttachmentCounts(answer.data?.items)
  return (
    <Loaded answer={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <LoadState kind="empty" text={t('noReports')} />
        ) : (
          <>
            <ExportReports reports={items} />
            <ol className="report-list" aria-label={t('history')}>
              {items.map((report) => (
                <li key={report.id}>
                  <div>
                    <span className="figure">{report.asOf}</span>{' '}
                    <span>{t(`terms:milestoneStatus.${report.status}`)}</span>
                    {report.progressPct !== null && <span className="figure"> {report.progressPct}%</span>}
                    {report.actual !== null && (
                      <span>
                        {' '}
                        {t('actual')} <PlanDateText date={report.actual} />
                      </span>
                    )}
                    {report.forecast !== null && (
                      <span>
                        {' '}
                        {t('forecast')} <PlanDateText date={report.forecast} />
                      </span>
                    )}
                    <AttachmentButton
                      subject="progress_report"
                      subjectId={report.id}
                      title={report.asOf}
                      count={filesOf(report.id)}
                    />
                    {report.delayReason !== null && (
                      <span>
                        {' '}
                        {t('progress:column.delayReason')} {t(`progress:delayReason.${report.delayReason}`)}
                      </span>
                    )}
                    <span className="grey report-by">{report.actorName}</span>
                  </div>
                  {report.note !== null && <p>{report.note}</p>}
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  )
}
