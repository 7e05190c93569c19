import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarException } from '../../../db/domain/calendar.ts'
import { daysBetween } from '../../../db/domain/day.ts'
import { useCommand } from '../../api.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { RowButtons } from '../../parts/RowButtons.tsx'
import { StatusTag } from '../../parts/StatusTag.tsx'
import { useMay } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import type { CalendarRow } from './calendarChoice.ts'

interface ExceptionTableProps {
  readonly calendars: readonly CalendarRow[]
  readonly projectId: string | null
  readonly onAdd: () => void
  readonly onEdit: (exception: CalendarException) => void
  readonly onDone: (text: string) => void
}

/** What differs from the weekdays and the holidays: 雨季停工, an extra shift; the newest day first. */
export function ExceptionTable({ calendars, projectId, onAdd, onEdit, onDone }: ExceptionTableProps) {
  const { t } = useTranslation('calendar')
  const maySet = useMay('setCalendarException')
  const remove = useCommand('removeCalendarException')
  const rows = calendars
    .flatMap((calendar) => calendar.exceptions.map((exception) => ({ calendar, exception })))
    .toSorted((a, b) => b.exception.firstOn.localeCompare(a.exception.firstOn))
  return (
    <>
      <h3>
        <span>{t('exceptions')}</span>
        {rows.length > 0 && (
          <ExportTable
            name={t('exceptions')}
            rows={rows}
            columns={[
              { title: t('exceptionName'), cell: ({ exception }) => exception.name },
              { title: t('calendar'), cell: ({ calendar }) => calendar.name },
              { title: t('firstOn'), kind: 'day', cell: ({ exception }) => exception.firstOn },
              { title: t('lastOn'), kind: 'day', cell: ({ exception }) => exception.lastOn },
              {
                title: t('days'),
                kind: 'count',
                cell: ({ exception }) => daysBetween(exception.firstOn, exception.lastOn) + 1,
              },
              { title: t('effect'), cell: ({ exception }) => t(exception.isWork ? 'isWork' : 'isRest') },
            ]}
          />
        )}
        {maySet && (
          <Button size="small" onClick={onAdd}>
            {t('addException')}
          </Button>
        )}
      </h3>
      {remove.error !== null && <ErrorNotice error={remove.error.error} />}
      {rows.length === 0 ? (
        <p className="grey">{t('noExceptions')}</p>
      ) : (
        <table className="sheet" aria-label={t('exceptions')}>
          <thead>
            <tr>
              <th scope="col">{t('exceptionName')}</th>
              <th scope="col">{t('calendar')}</th>
              <th scope="col">{t('firstOn')}</th>
              <th scope="col">{t('lastOn')}</th>
              <th scope="col" className="is-figure">
                {t('days')}
              </th>
              <th scope="col">{t('effect')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ calendar, exception }) => (
              <tr key={exception.id}>
                <th scope="row">{exception.name}</th>
                <td>{calendar.name}</td>
                <td className="figure">{exception.firstOn}</td>
                <td className="figure">{exception.lastOn}</td>
                <td className="is-figure">{daysBetween(exception.firstOn, exception.lastOn) + 1}</td>
                <td>
                  <StatusTag tone={exception.isWork ? 'accent' : 'grey'}>
                    {t(exception.isWork ? 'isWork' : 'isRest')}
                  </StatusTag>
                </td>
                <td className="is-figure">
                  {maySet && calendar.projectId === projectId && (
                    <RowButtons
                      buttons={[
                        {
                          text: t('edit'),
                          name: t('editNamed', { name: exception.name }),
                          onClick: () => onEdit(exception),
                        },
                        {
                          text: t('remove'),
                          name: t('removeNamed', { name: exception.name }),
                          onClick: () =>
                            remove.mutate(
                              { exceptionId: exception.id },
                              { onSuccess: () => onDone(t('removed', { name: exception.name })) },
                            ),
                        },
                      ]}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
