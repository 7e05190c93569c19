import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../db/requests/requests.ts'
import { StatusTag, type Tone } from '../../../parts/StatusTag.tsx'

/** How much of a file is new, changed, the same and gone; where the project knows the file, task by task. */
export function ScheduleChanges({ found }: { readonly found: RequestOutput<'importMspdi'> }) {
  const { t } = useTranslation('scheduleFile')
  const { isUpdate, changes } = found
  const states = [
    ['new', found.newCount],
    ['changed', found.changedCount],
    ['same', found.sameCount],
    ['missing', found.missingCount],
  ] as const
  const counts = [
    ['links', found.linkCount],
    ['calendars', found.calendarCount],
    ['baselines', found.baselineCount],
  ] as const
  return (
    <>
      <ul>
        <li>
          {isUpdate
            ? states.map(([key, count]) => t(`state.${key}`, { count })).join(' · ')
            : t('count.tasks', { count: found.newCount })}
        </li>
        {counts.map(([key, count]) => (
          <li key={key}>{t(`count.${key}`, { count })}</li>
        ))}
      </ul>
      {isUpdate && changes.length > 0 && (
        <div className="schedule-changes" tabIndex={0} role="group" aria-label={t('changes')}>
          <table className="sheet" aria-label={t('changes')}>
            <tbody>
              {changes.map(({ taskId, name, what, fields }) => (
                <tr key={taskId}>
                  <td className="is-nowrap">
                    <StatusTag tone={tones[what]}>{t(`what.${what}`)}</StatusTag>
                  </td>
                  <th scope="row">{name}</th>
                  <td>{fields.map((field) => t(`field.${field}`)).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

const tones: Readonly<Record<'new' | 'changed' | 'missing', Tone>> = {
  new: 'green',
  changed: 'accent',
  missing: 'amber',
}
