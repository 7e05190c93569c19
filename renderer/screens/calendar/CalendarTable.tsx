import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../state.tsx'
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
  return (
    <>
      <h3>
        <span>{t('list')}</span>
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
              <th scope="row">{t(projectId === null ? 'defaultOf.library' : 'defaultOf.project')}</th>
              <td>{t(projectId === null ? 'library' : 'ofProject')}</td>
              <td colSpan={3} className="grey">
                {t('notSet')}
              </td>
              <td className="is-figure">
                {maySet && (
                  <EditButton
                    name={t(projectId === null ? 'defaultOf.library' : 'defaultOf.project')}
                    onEdit={() => onEdit(null)}
                  />
                )}
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
              <td>
                <Weekdays weekdays={calendar.workingWeekdays} />
              </td>
              <td>
                {calendar.keepsHolidays === null ? (
                  <span className="grey">{t('follows')}</span>
                ) : (
                  t(calendar.keepsHolidays ? 'keeps' : 'ignores')
                )}
              </td>
              <td className="is-figure">{calendar.isDefault ? '—' : calendar.taskCount}</td>
              <td className="is-figure">
                {maySet && calendar.projectId === projectId && (
                  <>
                    <EditButton name={calendar.name} onEdit={() => onEdit(calendar)} />
                    {!calendar.isDefault && (
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('removeNamed', { name: calendar.name })}
                        onClick={() => onRemove(calendar)}
                      >
                        {t('remove')}
                      </Button>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function EditButton({ name, onEdit }: { readonly name: string; readonly onEdit: () => void }) {
  const { t } = useTranslation('calendar')
  return (
    <Button type="link" size="small" aria-label={t('editNamed', { name })} onClick={onEdit}>
      {t('edit')}
    </Button>
  )
}

function Weekdays({ weekdays }: { readonly weekdays: string | null }) {
  const { t } = useTranslation('calendar')
  if (weekdays === null) return <span className="grey">{t('follows')}</span>
  const names = t('weekday', { returnObjects: true })
  return <>{names.filter((_name, index) => weekdays.includes(String(index + 1))).join(' ')}</>
}
