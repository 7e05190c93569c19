import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RowButtons } from '../../parts/RowButtons.tsx'
import { useMay } from '../../state.tsx'
import { ExportTable } from '../export/ExportTable.tsx'
import { type CalendarRow, defaultCalendar } from './calendarChoice.ts'

interface CalendarTableProps {
  readonly calendars: readonly CalendarRow[]
  readonly projectId: string | null
  readonly onAdd: () => void
  /** Null: the default one, which nobody has set yet. */
  readonly onEdit: (calendar: CalendarRow | null) => void
  readonly onRemove: (calendar: CalendarRow) => void
}

/** The calendars that hold in a scope, the library's above the project's; those of the scope itself can be changed. */
export function CalendarTable({ calendars, projectId, onAdd, onEdit, onRemove }: CalendarTableProps) {
  const { t } = useTranslation('calendar')
  const maySet = useMay('setCalendar')
  const isUnset = defaultCalendar(calendars, projectId) === null
  const unsetName = t(projectId === null ? 'defaultOf.library' : 'defaultOf.project')
  const names = t('weekday', { returnObjects: true })
  const weekdaysOf = ({ workingWeekdays }: CalendarRow) =>
    workingWeekdays === null
      ? null
      : names.filter((_name, index) => workingWeekdays.includes(String(index + 1))).join(' ')
  const holidaysOf = ({ keepsHolidays }: CalendarRow) =>
    keepsHolidays === null ? null : t(keepsHolidays ? 'keeps' : 'ignores')
  return (
    <>
      <h3>
        <span>{t('list')}</span>
        <ExportTable
          name={t('list')}
          rows={calendars}
          columns={[
            { title: t('name'), cell: ({ name }) => name },
            { title: t('default'), cell: ({ isDefault }) => (isDefault ? t('default') : null) },
            { title: t('owner'), cell: (row) => t(row.projectId === null ? 'library' : 'ofProject') },
            { title: t('weekdays'), cell: (row) => weekdaysOf(row) ?? t('follows') },
            { title: t('holidays'), cell: (row) => holidaysOf(row) ?? t('follows') },
            {
              title: t('tasks'),
              kind: 'count',
              cell: ({ isDefault, taskCount }) => (isDefault ? null : taskCount),
            },
          ]}
        />
        {maySet && (
          <Button size="small" onClick={onAdd}>
            {t('add')}
          </Button>
        )}
      </h3>
      <table className="sheet" aria-label={t('list')}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('owner')}</th>
            <th scope="col">{t('weekdays')}</th>
            <th scope="col">{t('holidays')}</th>
            <th scope="col" className="is-figure">
              {t('tasks')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {isUnset && (
            <tr>
              <th scope="row">{unsetName}</th>
              <td>{t(projectId === null ? 'library' : 'ofProject')}</td>
              <td colSpan={3} className="grey">
                {t('notSet')}
              </td>
              <td className="is-figure">
                {maySet && <RowButtons buttons={[editButton(unsetName, () => onEdit(null))]} />}
              </td>
            </tr>
          )}
          {calendars.map((calendar) => (
            <tr key={calendar.id}>
              <th scope="row">
                {calendar.name}
                {calendar.isDefault && <span className="grey"> {t('default')}</span>}
              </th>
              <td>{t(calendar.projectId === null ? 'library' : 'ofProject')}</td>
              <td>{weekdaysOf(calendar) ?? <span className="grey">{t('follows')}</span>}</td>
              <td>{holidaysOf(calendar) ?? <span className="grey">{t('follows')}</span>}</td>
              <td className="is-figure">{calendar.isDefault ? '—' : calendar.taskCount}</td>
              <td className="is-figure">
                {maySet && calendar.projectId === projectId && (
                  <RowButtons
                    buttons={[
                      editButton(calendar.name, () => onEdit(calendar)),
                      ...(calendar.isDefault
                        ? []
                        : [
                            {
                              text: t('remove'),
                              name: t('removeNamed', { name: calendar.name }),
                              onClick: () => onRemove(calendar),
                            },
                          ]),
                    ]}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )

  function editButton(name: string, onClick: () => void) {
    return { text: t('edit'), name: t('editNamed', { name }), onClick }
  }
}
