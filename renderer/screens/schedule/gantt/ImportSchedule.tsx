import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import type { RequestError } from '../../../../db/requests/wire.ts'
import { ErrorNotice } from '../../../parts/ErrorNotice.tsx'
import { ScheduleChanges } from './ScheduleChanges.tsx'

type Found = RequestOutput<'importMspdi'>

interface ImportScheduleProps {
  readonly projectName: string
  /** What the file holds; null: none was read. */
  readonly found: Found | null
  readonly error: RequestError | null
  readonly isBusy: boolean
  readonly onTake: (previewId: string, removesMissing: boolean) => void
  readonly onClose: () => void
}

/** What of a schedule file is new, changed and gone, and what is not taken, before anything is written. */
export function ImportSchedule({ projectName, found, error, isBusy, onTake, onClose }: ImportScheduleProps) {
  const { t } = useTranslation(['scheduleFile', 'terms'])
  const [removesMissing, setRemovesMissing] = useState(false)
  const isCancelled = error?.code === 'cancelled'
  const previewId = found?.previewId ?? null
  return (
    <Modal
      title={t('importTitle')}
      open={(found !== null || error !== null) && !isCancelled}
      onCancel={onClose}
      afterClose={() => setRemovesMissing(false)}
      closable={{ 'aria-label': t('terms:close') }}
      width={640}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>{t(previewId === null ? 'terms:close' : 'terms:cancel')}</Button>
          {found !== null && (
            <Take found={found} removesMissing={removesMissing} isBusy={isBusy} onTake={onTake} />
          )}
        </>
      }
    >
      {found !== null && <FoundInFile found={found} projectName={projectName} />}
      {found !== null && found.removableCount > 0 && (
        <Checkbox checked={removesMissing} onChange={(event) => setRemovesMissing(event.target.checked)}>
          {t('removesMissing', { count: found.removableCount })}
        </Checkbox>
      )}
      {error !== null && !isCancelled && <ErrorNotice error={error} title={t('notImported')} />}
    </Modal>
  )
}

interface TakeProps extends Pick<ImportScheduleProps, 'isBusy' | 'onTake'> {
  readonly found: Found
  readonly removesMissing: boolean
}

function Take({ found, removesMissing, isBusy, onTake }: TakeProps) {
  const { t } = useTranslation('scheduleFile')
  const { previewId, isUpdate } = found
  if (previewId === null || found.taskCount === 0) return null
  const count = countOf(found) + (removesMissing ? found.removableCount : 0)
  return (
    <Button
      type="primary"
      loading={isBusy}
      disabled={count === 0}
      onClick={() => onTake(previewId, removesMissing)}
    >
      {isUpdate ? t('confirmChanges', { count }) : t('confirm', { count: found.newCount })}
    </Button>
  )
}

/** All that the file would change; links, calendars and baselines count for themselves. */
function countOf({ newCount, changedCount, linkCount, calendarCount, baselineCount }: Found): number {
  return newCount + changedCount > 0 ? newCount + changedCount : linkCount + calendarCount + baselineCount
}

function FoundInFile({ found, projectName }: { readonly found: Found; readonly projectName: string }) {
  const { t } = useTranslation('scheduleFile')
  const { source, name, notTaken, isUpdate } = found
  const lead =
    found.taskCount === 0 ? t('nothing') : t(isUpdate ? 'again' : 'where', { project: projectName })
  return (
    <>
      <p>{name === null ? source : t('source', { source, name })}</p>
      <p className="grey">{lead}</p>
      <h3>{t('taken')}</h3>
      {isUpdate && countOf(found) === 0 && found.missingCount === 0 ? (
        <p>{t('nothingNew')}</p>
      ) : (
        <ScheduleChanges found={found} />
      )}
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
