import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'

type Found = RequestOutput<'importMspdi'>

interface ImportScheduleProps {
  readonly projectName: string
  /** What the file holds; null: none was read. */
  readonly found: Found | null
  readonly error: RequestError | null
  readonly isBusy: boolean
  readonly onTake: (previewId: string) => void
  readonly onClose: () => void
}

/** What of a schedule file is taken and what is not, before anything is written. */
export function ImportSchedule({ projectName, found, error, isBusy, onTake, onClose }: ImportScheduleProps) {
  const { t } = useTranslation(['scheduleFile', 'terms'])
  const isCancelled = error?.code === 'cancelled'
  const previewId = found?.previewId ?? null
  return (
    <Modal
      title={t('importTitle')}
      open={(found !== null || error !== null) && !isCancelled}
      onCancel={onClose}
      closable={{ 'aria-label': t('terms:close') }}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>{t(previewId === null ? 'terms:close' : 'terms:cancel')}</Button>
          {found !== null && previewId !== null && found.taskCount > 0 && (
            <Button type="primary" loading={isBusy} onClick={() => onTake(previewId)}>
              {t('confirm', { count: found.taskCount })}
            </Button>
          )}
        </>
      }
    >
      {found !== null && <FoundInFile found={found} projectName={projectName} />}
      {error !== null && !isCancelled && <ErrorNotice error={error} title={t('notImported')} />}
    </Modal>
  )
}

function FoundInFile({ found, projectName }: { readonly found: Found; readonly projectName: string }) {
  const { t } = useTranslation('scheduleFile')
  const { source, name, notTaken } = found
  const counts = [
    ['tasks', found.taskCount],
    ['links', found.linkCount],
    ['calendars', found.calendarCount],
    ['baselines', found.baselineCount],
  ] as const
  return (
    <>
      <p>{name === null ? source : t('source', { source, name })}</p>
      <p className="grey">{found.taskCount === 0 ? t('nothing') : t('where', { project: projectName })}</p>
      <h3>{t('taken')}</h3>
      <ul>
        {counts.map(([key, count]) => (
          <li key={key}>{t(`count.${key}`, { count })}</li>
        ))}
      </ul>
      <h3>{t('leftOut')}</h3>
      {notTaken.length === 0 ? (
        <p className="grey">{t('allTaken')}</p>
      ) : (
        <ul>
          {notTaken.map(({ what, count }) => (
            <li key={what} className="amber">
              {t(`notTaken.${what}`)} · {count}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
